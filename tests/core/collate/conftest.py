"""What the tests of comparing share: the seeds as read, and short texts as articles."""

from __future__ import annotations

from functools import cache

import pytest

from variorum.assets import seeds
from variorum.core.text.model import Article
from variorum.core.text.reading import decode, read_article


@cache
def _seeds() -> tuple[Article, ...]:
    files = sorted((f for f in seeds().iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    return tuple(read_article(decode(f.read_bytes(), f.name)) for f in files)


@pytest.fixture(scope="session")
def seed_articles() -> tuple[Article, ...]:
    """The five seeds, 000 to 004."""
    return _seeds()
