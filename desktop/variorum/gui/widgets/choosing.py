"""What is selected in a view of texts, taken as words: half a word is compared with nothing. Pure."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class ChoosesWords(Protocol):
    """A view in which words can be selected."""

    def chosen_texts(self) -> tuple[str, ...]:
        """What is selected, with the whole of the words at its ends; more than one text where one may mean several."""


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of `text` with the whole of the words at its ends."""
    while 0 < start < end and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
