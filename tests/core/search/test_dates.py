"""What `date:` may be followed by."""

from __future__ import annotations

from datetime import date

import pytest

from variorum.core.search.dates import read_days

FIRST, LAST = date.min, date.max


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02-12", date(2025, 2, 12), date(2025, 2, 12)),
        ("2025-2-3", date(2025, 2, 3), date(2025, 2, 3)),
        ("2025-01..2025-03", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025..", date(2025, 1, 1), LAST),
        ("..2025-02", FIRST, date(2025, 2, 28)),
        (">2025-01", date(2025, 2, 1), LAST),
        (">=2025-01", date(2025, 1, 1), LAST),
        ("<2025-01-01", FIRST, date(2024, 12, 31)),
        ("<=2025", FIRST, date(2025, 12, 31)),
        (">9999", LAST, LAST),
    ],
)
def test_dates_and_ranges(text: str, first: date, last: date) -> None:
    assert read_days(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "..", "2025-13", "2025-02-30", "0000", "yesterday", "2025-01..soon", ">", "25", "2025-01-01-01"]
)
def test_what_is_no_date(text: str) -> None:
    assert read_days(text) is None
