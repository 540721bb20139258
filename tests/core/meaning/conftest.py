"""The shipped encoder, loaded once: it takes a fifth of a second."""

from __future__ import annotations

import pytest

from variorum.core.meaning.encoder import Encoder


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    found = Encoder.load()
    assert found is not None
    return found
