"""The query language: from what a person typed to a tree of conditions, and a line on what was not taken as meant.

Any text is a query: what does not parse is searched as plain words. Knows neither Whoosh nor the library.
"""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.search import guard
from variorum.core.search.analysis import COMMON_WORDS, words
from variorum.core.search.dates import read_days
from variorum.core.search.lexing import Lexeme, Part, lex
from variorum.core.search.syntax import And, Dates, Field, Fuzzy, Node, Not, Or, Pattern, Words

_FIELDS = {field.value: field for field in Field if field.value}
_DATE = "date"
_LEAVES = (Part.WORD, Part.QUOTED, Part.STRAY)


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood: `root` is None if there is nothing to find; `note` says what was changed, "" mostly."""

    root: Node | None
    note: str = ""


class _UnparsableError(Exception):
    """The query is not of the language; the message says why."""


def parse(text: str, *, typing: bool = False) -> Query:
    """Understand a query. While `typing`, the last word may be the beginning of one."""
    cleaned, notes = guard.clean(text)
    lexemes, more = _limited(lex(cleaned))
    notes += more
    open_end = typing and bool(lexemes) and lexemes[-1].end == len(cleaned) and cleaned[-1:].isalnum()
    parser = _Parser(lexemes, notes, open_end)
    try:
        root = parser.parse()
    except _UnparsableError as error:
        notes = [f"Searched as plain words: {error}."]
        root = _Parser(_plain(lexemes), notes, open_end).parse()
    if root is None and text.strip() and not notes:
        notes = ["There is no word to search for."]
    return Query(root, " ".join(notes))


def _limited(lexemes: list[Lexeme]) -> tuple[list[Lexeme], list[str]]:
    """The lexemes of the first clauses, as many as are allowed."""
    clauses = 0
    for place, lexeme in enumerate(lexemes):
        clauses += lexeme.part in _LEAVES
        if clauses > guard.MOST_CLAUSES:
            return lexemes[:place], [f"Only the first {guard.MOST_CLAUSES} words were searched."]
    return lexemes, []


def _plain(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The words of a query that does not parse, without any sign that has a meaning."""
    kept = (lexeme for lexeme in lexemes if lexeme.part in (Part.WORD, Part.QUOTED, Part.FIELD))
    return [Lexeme(Part.WORD, lexeme.text.strip("*~-"), lexeme.end) for lexeme in kept]


class _Parser:
    """Recursive descent over the lexemes: or of ands of (not) leaves, groups and fields."""

    def __init__(self, lexemes: list[Lexeme], notes: list[str], open_end: bool) -> None:
        self._lexemes = lexemes
        self._notes = notes
        self._open_end = open_end
        self._place = 0
        self._depth = 0

    def parse(self) -> Node | None:
        root = self._any_of(Field.TEXT)
        if self._place < len(self._lexemes):
            raise _UnparsableError("a parenthesis was closed that was not opened")
        return root

    def _next(self) -> Part | None:
        return self._lexemes[self._place].part if self._place < len(self._lexemes) else None

    def _any_of(self, field: Field) -> Node | None:
        parts = [self._all_of(field)]
        while self._next() is Part.OR:
            self._place += 1
            parts.append(self._all_of(field))
        found = tuple(part for part in parts if part is not None)
        if len(found) < len(parts) and len(parts) > 1:
            self._note("“OR” needs a word on both sides.")
        return Or(found) if len(found) > 1 else found[0] if found else None

    def _all_of(self, field: Field) -> Node | None:
        parts: list[Node] = []
        while (part := self._next()) not in (None, Part.OR, Part.CLOSE):
            if part is Part.AND:
                self._place += 1
                if not parts or self._next() in (None, Part.CLOSE, Part.AND, Part.OR):
                    self._note("“AND” needs a word on both sides.")
            elif (found := self._one(field)) is not None:
                parts.append(found)
        rare = [part for part in parts if not (_is_common(part) or _is_first_letter(part))]
        parts = rare or parts
        return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None

    def _one(self, field: Field) -> Node | None:
        excluded = False
        while self._next() is Part.NOT:
            excluded = not excluded
            self._place += 1
        if self._next() in (None, Part.CLOSE, Part.AND, Part.OR):
            self._note("“NOT” needs a word after it.")
            return None
        if excluded:
            self._open_end = False
        found = self._primary(field)
        return Not(found) if excluded and found is not None else found

    def _primary(self, field: Field) -> Node | None:
        lexeme = self._lexemes[self._place]
        self._place += 1
        last = self._open_end and self._place == len(self._lexemes)
        match lexeme.part:
            case Part.OPEN:
                return self._group(field)
            case Part.FIELD:
                return self._of_field(lexeme.text)
            case Part.QUOTED:
                return self._phrase(lexeme.text, field, exact=True)
            case Part.STRAY:
                raise _UnparsableError("a quotation mark is not closed")
            case _:
                return self._word(lexeme.text, field, last)

    def _group(self, field: Field) -> Node | None:
        self._depth += 1
        if self._depth > guard.MOST_DEPTH:
            raise _UnparsableError(f"parentheses are nested deeper than {guard.MOST_DEPTH}")
        found = self._any_of(field)
        if self._next() is not Part.CLOSE:
            raise _UnparsableError("a parenthesis is not closed")
        self._place += 1
        self._depth -= 1
        return found

    def _of_field(self, name: str) -> Node | None:
        known = _FIELDS.get(name.lower())
        if name.lower() == _DATE:
            return self._dates()
        if known is None:
            self._note(f"“{name}:” is no field (there are headline:, outlet:, story: and date:); searched as words.")
            following = self._one(Field.TEXT) if self._next() in _LEAVES else None
            own = self._phrase(name, Field.TEXT)
            return And((own, following)) if own and following else following or own
        if self._next() in (None, Part.CLOSE, Part.AND, Part.OR):
            return None
        return self._one(known)

    def _dates(self) -> Node | None:
        if self._next() not in (Part.WORD, Part.QUOTED):
            return None
        text = self._lexemes[self._place].text
        self._place += 1
        days = read_days(text.strip())
        if days is None:
            self._note(f"“{_short(text)}” is no date like 2025, 2025-02, 2025-02-12, 2025-01..2025-03 or >2025-01.")
            return None
        return Dates(days[0].isoformat(), days[1].isoformat())

    def _word(self, text: str, field: Field, open_end: bool) -> Node | None:
        if "*" in text:
            return self._pattern(text, field)
        bare, tilde, distance = text.rpartition("~")
        if tilde and bare and (not distance or distance.isdecimal()):
            return self._fuzzy(bare, int(distance[:3] or 1), field)
        return self._phrase(text, field, open_end=open_end)

    def _phrase(self, text: str, field: Field, *, exact: bool = False, open_end: bool = False) -> Node | None:
        found = words(text)
        if len(found) > guard.MOST_WORDS_IN_PHRASE:
            found, open_end = found[: guard.MOST_WORDS_IN_PHRASE], False
            self._note(f"Only the first {guard.MOST_WORDS_IN_PHRASE} words of the phrase were searched.")
        return Words(tuple(found), field, exact, open_end) if found else None

    def _pattern(self, text: str, field: Field) -> Node | None:
        pieces = text.split("*")
        folded = [words(piece) for piece in pieces]
        first = folded[0]
        least = guard.LETTERS_BEFORE_STAR if field is Field.TEXT else 1
        if len(first) == 1 and len(first[0]) >= least and all(len(piece) <= 1 for piece in folded):
            return Pattern("*".join(piece[0] if piece else "" for piece in folded), field)
        if len(first) > 1 and not any(folded[1:]):
            return self._phrase(pieces[0], field, open_end=True)
        self._note(f"“{_short(text)}” needs {least} letters before the *; searched without it.")
        return self._phrase(text.replace("*", " "), field)

    def _fuzzy(self, text: str, wanted: int, field: Field) -> Node | None:
        found = words(text)
        distance = guard.fuzzy_distance(found[0], min(wanted, 2)) if len(found) == 1 else 0
        if distance < wanted:
            needed = "at most ~2, ~1 from 4 letters and ~2 from 6, and one word"
            self._note(f"“{_short(text)}~” allows {needed}; searched with {distance} letters wrong.")
        return Fuzzy(found[0], distance, field) if distance else self._phrase(text, field)

    def _note(self, line: str) -> None:
        if line not in self._notes:
            self._notes.append(line)


def _is_common(node: Node) -> bool:
    return (
        isinstance(node, Words)
        and node.field is Field.TEXT
        and not node.exact
        and not node.open_end
        and all(word in COMMON_WORDS for word in node.words)
    )


def _is_first_letter(node: Node) -> bool:
    """Whether this is the first letter of a word being typed. (A letter without case may be a word.)"""
    return isinstance(node, Words) and node.open_end and len(node.words[-1]) == 1 and node.words[-1].islower()


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
