"""Stems are the same whatever other threads do."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from variorum.core.text.stemming import stem

WORDS = ["surrendering", "nationalities", "allied", "announcements", "hopefully", "relational", "wars", "generously"]


def test_stems_join_the_forms_of_a_word() -> None:
    assert stem("surrenders", "english") == stem("surrendering", "english") == "surrend"
    assert stem("häuser", "german") == stem("hauses", "german")


def test_an_unknown_algorithm_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        stem("word", "klingon")


def test_threads_that_stem_at_once_get_what_one_alone_gets() -> None:
    alone = [stem(word, "english") for word in WORDS]
    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            rounds = pool.map(lambda _: [stem(word, "english") for word in WORDS], range(400))
            assert all(stems == alone for stems in rounds)
    finally:
        sys.setswitchinterval(switching)
