"""The last comparisons as they are listed: in words, and whether they can be opened. Pure but for looking for files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from variorum.core.library.model import RecentComparison, RecentSide
from variorum.gui.telling import one_line
from variorum.gui.words import tr

_HEADLINE = 240


@dataclass(frozen=True, slots=True)
class Listed:
    """A comparison of before. `why` says why it can't be opened any more, "" where it can."""

    recent: RecentComparison
    why: str = ""

    @property
    def headlines(self) -> tuple[str, str]:
        """What stands on the left and on the right."""
        left, right = (one_line(side.headline, _HEADLINE) for side in (self.recent.left, self.recent.right))
        return left, right


def listed(recent: Sequence[RecentComparison]) -> tuple[Listed, ...]:
    """Each with whether its two are still there."""
    return tuple(Listed(one, _why(one.left) or _why(one.right)) for one in recent)


def _why(side: RecentSide) -> str:
    if side.removed:
        return tr("“{headline}” is not in the library any more.", headline=one_line(side.headline, 60))
    if side.path and not os.path.isfile(side.path):
        return tr("The file “{name}” is not there any more.", name=os.path.basename(side.path))
    return ""


def facts(one: Listed, now: datetime) -> str:
    """The small line: why it can't be opened, or who tells it; and when it was compared."""
    sources = [_source(side) for side in (one.recent.left, one.recent.right)]
    told = one.why or " ⇄ ".join(source for source in sources if source)
    return " · ".join(part for part in (told, when(one.recent.compared, now)) if part)


def _source(side: RecentSide) -> str:
    return os.path.basename(side.path) or side.outlet


def when(compared: str, now: datetime) -> str:
    """When that was in local time, as one would say it `now`: "today, 14:02", "yesterday, 09:10", "2026-02-11"."""
    try:
        time = datetime.fromisoformat(compared).astimezone(now.tzinfo)
    except ValueError:
        return ""
    days = (now.date() - time.date()).days
    if days in (0, 1):
        return f"{tr('yesterday') if days else tr('today')}, {time:%H:%M}"
    return f"{time:%Y-%m-%d}"


def spoken(one: Listed, now: datetime) -> str:
    """All of it for screen readers."""
    left, right = one.headlines
    return tr("{left}, compared with {right}, {facts}", left=left, right=right, facts=facts(one, now))
