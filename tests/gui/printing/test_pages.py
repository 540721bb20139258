"""What goes on which page: nothing lost, nothing cut through, bands kept together where they can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPicture

from variorum.core.cancel import CanceledError
from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Nearest
from variorum.core.export.content import Scope
from variorum.core.export.formats import BY_ID, Order
from variorum.core.export.paper import A4, LETTER
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article
from variorum.gui.printing.making import made, pages_of
from variorum.gui.printing.pages import TWIPS, Band, Cell, Pages, Sheet, text_width
from variorum.gui.printing.typesetting import Block, Face, Run

pytestmark = pytest.mark.usefixtures("theme")
FACE = Face(10)
WIDTH = text_width(A4)


def words(count: int) -> str:
    return " ".join(f"word{n}" for n in range(count))


def band(count: int, *, keep: bool = False) -> Band:
    return Band((Cell(0, (Block([Run(words(count), FACE)], WIDTH),)),), padding=100, keep=keep)


def pages(*bands: Band) -> Pages:
    return Pages(Sheet(bands, "running", "foot", "title"), A4)


def extents(made: Pages) -> list[list[tuple[Band, float, float]]]:
    return [[(piece.band, piece.start, piece.end) for piece in page] for page in made._pages]


def test_a_block_breaks_into_lines_of_its_width() -> None:
    block = Block([Run(words(60), FACE)], WIDTH)
    assert len(block.tops) > 2
    assert block.tops == sorted(block.tops)
    assert block.height == block.bottom(len(block.tops) - 1)


def test_what_fits_stands_on_one_page() -> None:
    assert pages(*[band(20) for _ in range(5)]).count == 1


def test_a_band_goes_to_the_next_page_whole() -> None:
    made = extents(pages(*[band(150) for _ in range(12)]))
    assert len(made) > 1
    assert all(start == 0 and end == piece.height for page in made for piece, start, end in page)
    assert sum(map(len, made)) == 12


def test_a_heading_stays_with_what_it_is_over() -> None:
    for before in range(40, 52):
        made = extents(pages(*[band(5) for _ in range(before)], band(2, keep=True), band(150)))
        last = made[-1] if len(made) > 1 else made[0]
        heading = next(n for n, (piece, *_) in enumerate(last) if piece.keep)
        assert len(last) > heading + 1


def test_a_band_longer_than_a_page_is_cut_between_lines() -> None:
    whole = band(4000)
    made = extents(pages(band(10), whole))
    pieces = [(start, end) for page in made for piece, start, end in page if piece is whole]
    assert len(pieces) > 2
    assert pieces[0][0] == 0
    assert pieces[-1][1] == whole.height
    assert all(end == start for (_, end), (start, _) in pairwise(pieces))
    block = whole.cells[0].blocks[0]
    tops = {round(100 + top, 1) for top in block.tops}
    assert all(round(start, 1) in tops for start, _ in pieces[1:])


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_nothing_is_drawn_outside_the_paper(paper: object) -> None:
    told = read_article(
        "\n\n".join(f"The council of Norwick paid {n} dollars for {'x' * 150} on Monday." for n in range(30))
    )
    other = read_article("The council of Norwick paid 7 dollars on Monday.")
    order = Order(datetime(2026, 3, 1, tzinfo=UTC), Scope(sigla=("A", "B")), A4 if paper is A4 else LETTER)
    set_on, _ = pages_of(compare(told, other), order)
    room = QRectF(0, 0, order.paper.width * TWIPS, order.paper.height * TWIPS)
    for number in range(set_on.count):
        picture = QPicture()
        painter = QPainter(picture)
        set_on.draw(painter, number)
        painter.end()
        assert room.contains(QRectF(picture.boundingRect()))


def text_of(sheet: Sheet) -> list[str]:
    """What stands in each band."""
    return [" ".join(block._text for cell in band.cells for block in cell.blocks) for band in sheet.bands]


def test_how_close_the_closest_passage_is_reads_as_in_the_window() -> None:
    left = read_article("The council of Norwick met.\n\nWork on the pier begins in March.")
    comparison = compare(left, read_article("The council of Norwick met.\n\nWork on a tunnel ends next year."))
    nearest = Nearest((left.sentences[-1].span,), 0.214)
    claims = tuple(replace(claim, nearest=None if claim.linked else nearest) for claim in comparison.claims)
    assert not all(claim.linked for claim in claims)
    _, sheet = pages_of(replace(comparison, claims=claims), Order(datetime(2026, 3, 1, tzinfo=UTC)))
    assert any("closest, 21 %: " in text for text in text_of(sheet))


def test_the_key_stands_at_the_head_of_the_first_page_and_nowhere_else() -> None:
    told = read_article("\n\n".join(f"The council of Norwick paid {n} dollars on day {n}." for n in range(80)))
    set_on, sheet = pages_of(compare(told, told), Order(datetime(2026, 3, 1, tzinfo=UTC)))
    assert set_on.count > 1
    texts = text_of(sheet)
    (key,) = [index for index, text in enumerate(texts) if "only on the left" in text]
    assert key == texts.index("SIDE BY SIDE") - 1


def test_a_memo_on_paper_tells_every_note_and_what_it_does_not_list() -> None:
    left = read_article("The Norwick council met late on Monday.\n\nThe council of Norwick will pay for the harbor.")
    right = read_article(
        "The Norwick council met late on Monday.\n\nThe city council of Norwick pays for the old harbor."
    )
    comparison = compare(left, right)
    number = next(n for n, change in enumerate(changes(comparison)) if ChangeKind.REWORDED in change.kinds)
    when = datetime(2026, 3, 1, tzinfo=UTC)
    _, sheet = pages_of(comparison, Order(when), memo=True)
    assert "Not told here: Reworded 1. See the comparison." in text_of(sheet)
    noted = Order(when, Scope(reviews={number: Review(note="Which harbor?")}))
    _, sheet = pages_of(comparison, noted, memo=True)
    assert any("Which harbor?" in text for text in text_of(sheet))
    assert not any("Not told here" in text for text in text_of(sheet))


def test_it_can_be_canceled() -> None:
    article = read_article("The council paid 7 dollars.")
    with pytest.raises(CanceledError):
        made(BY_ID["pdf"], compare(article, article), Order(datetime(2026, 3, 1, tzinfo=UTC)), lambda: True)
