"""What a query asks for, as a frozen tree: conditions joined by and, or, not. Knows neither the index nor any text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """Where a condition looks. `TEXT` is the article as a whole: headline, body and the outlet's name."""

    TEXT = ""
    HEADLINE = "headline"
    OUTLET = "outlet"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several that stand side by side, folded as in the index.

    An `exact` word is not stemmed. An `open_end` is still being typed: words that begin like the last one count too.
    """

    words: tuple[str, ...]
    field: Field = Field.TEXT
    exact: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that match, `*` being any letters. Begins with a letter."""

    pattern: str
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words with at most `distance` letters wrong, missing, too many or swapped, but the first one right."""

    word: str
    distance: int
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class Dates:
    """Articles dated from the first to the last of these ISO dates."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not find."""

    part: Node


Leaf = Words | Pattern | Fuzzy | Dates
Node = Leaf | And | Or | Not


def sought(node: Node | None) -> Iterator[Words | Pattern | Fuzzy]:
    """The conditions that an article's own text shows when it is found: all but excluded ones and other fields."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from sought(part)
        case Words() | Pattern() | Fuzzy() if node.field in (Field.TEXT, Field.HEADLINE):
            yield node
        case _:
            return


def settled(node: Node) -> Node | None:
    """The query without a last word of which too little is typed to ask for it; None if there is none to leave out."""
    if not isinstance(node, And):
        return None
    parts = tuple(part for part in node.parts if not _is_hardly_begun(part))
    if len(parts) == len(node.parts) or not parts:
        return None
    return And(parts) if len(parts) > 1 else parts[0]


def _is_hardly_begun(node: Node) -> bool:
    return isinstance(node, Words) and node.open_end and len(node.words) == 1 and len(node.words[0]) < 3


def loosened(node: Node) -> Node | None:
    """The query that asks for any of the words where `node` asks for all; None if there is nothing to loosen."""
    if not isinstance(node, And):
        return None
    words = tuple(p for p in node.parts if isinstance(p, Words | Pattern | Fuzzy) and p.field is Field.TEXT)
    if len(words) < 2:
        return None
    others = tuple(part for part in node.parts if part not in words)
    return And((Or(words), *others)) if others else Or(words)
