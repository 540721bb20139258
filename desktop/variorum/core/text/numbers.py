"""Reads numbers in digits and in English words. Knows no units and no context, only what a number is worth."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache

from variorum.core.text.patterns import table

DIGITS = r"\d{1,3}(?:[,.\u00a0\u202f]\d{3}){1,6}(?:[.,]\d{1,6})?(?!\d)|\d{1,16}(?:[.,]\d{1,8})?"
"""A number in digits, with marks between thousands or not."""

_SPACES = re.compile(r"[\s-]+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_STOPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


@cache
def number_words() -> str:
    """A pattern for a number in words: "three", "twenty-five", "two hundred and ten", "a dozen", "half a million"."""
    small, scales = "|".join(table("figures")["small"]), "hundred|dozen|thousand|million|billion|trillion"
    return (
        rf"(?:(?:half )?an? |(?:an? )?half[ -](?=dozen|million|billion))(?:{scales})(?: (?:{scales}))?"
        rf"|(?:{small})(?:[ -](?:and )?(?:{small}|{scales})){{0,8}}(?![a-z])"
    )


def from_digits(digits: str, *, decimal_comma: bool = False) -> Decimal | None:
    """What `digits` are worth; with `decimal_comma` as most of Europe writes them."""
    digits = digits.replace("\u00a0", "").replace("\u202f", "")
    if decimal_comma:
        if _GROUPED_BY_STOPS.fullmatch(digits):
            digits = digits.replace(".", "")
        digits = digits.replace(",", ".")
    elif _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def from_words(phrase: str) -> Decimal | None:
    """What an English number in words is worth; None where the words make no number ("one two")."""
    small, scales = table("figures")["small"], table("figures")["scales"]
    total, group, factor = Decimal(0), Decimal(0), Decimal(1)
    seen_small = False
    for word in _SPACES.split(phrase.lower()):
        if word in ("a", "an", "and", ""):
            continue
        if word == "half":
            factor = Decimal("0.5")
        elif word in small:
            if seen_small and (group % 100 < 20 or small[word] >= 10) and group % 100:
                return None
            group, seen_small = group + small[word], True
        elif word in ("hundred", "dozen"):
            group = (group or Decimal(1)) * scales[word]
        elif word in scales:
            total += (group or Decimal(1)) * scales[word]
            group, seen_small = Decimal(0), False
        else:
            return None
    return (total + group) * factor


def plain(number: Decimal) -> str:
    """`number` as a plain decimal without an exponent or trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
