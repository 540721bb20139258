"""What the reader says about an article, in words. Pure."""

from __future__ import annotations

from variorum.core.text.model import Article, Kind
from variorum.gui.reader.hits import HitWalk
from variorum.gui.reader.loading import Opened
from variorum.gui.telling import distinctions, file_name
from variorum.gui.words import plural, tr


def facts(article: Article) -> str:
    """What there is in an article, for the status line."""
    sentences = sum(1 for sentence in article.sentences if sentence.kind is Kind.SENTENCE)
    parts = [plural("%n sentence", "%n sentences", sentences)]
    if article.figures:
        parts.append(plural("%n figure", "%n figures", len(article.figures)))
    uttered = sum(1 for quotation in article.quotations if not quotation.scare)
    if uttered:
        parts.append(plural("%n quotation", "%n quotations", uttered))
    return " · ".join(parts)


def title(opened: Opened) -> str:
    """What the header calls an article: its outlet, or its headline where that isn't known."""
    # A clipboard or a selection is known by what it was called when it came.
    named = opened.row.headline if opened.row.is_unsaved and not opened.row.path else ""
    return " ".join((named or opened.row.outlet or opened.article.outlet or opened.row.headline).split())


def caption(opened: Opened) -> str:
    """Where and when, and which version of how many; what tells it from one with the same headline."""
    apart = distinctions(opened.story.versions).get(opened.row.id, "") if opened.story else ""
    date = opened.row.date or opened.article.date
    parts = [opened.article.dateline, date, apart if apart not in (date, opened.row.outlet) else ""]
    if opened.story and opened.row.siglum:
        parts.append(tr("version {siglum} of {total}", siglum=opened.row.siglum, total=len(opened.story.versions)))
    if opened.row.is_unsaved:
        parts += [file_name(opened.row), tr("not in the library")]
    return " · ".join(part for part in parts if part)


def hit_count(hits: HitWalk) -> str:
    """Which hit of how many; "" where there is none."""
    return tr("hit {place} of {total}", place=hits.at + 1, total=len(hits.stops)) if hits.stops else ""


def wrap_note(hits: HitWalk) -> str:
    """What to say when the walk went around an end; "" if it didn't."""
    if not hits.wrapped:
        return ""
    return tr("Back at the first hit") if hits.at == 0 else tr("Around to the last hit")
