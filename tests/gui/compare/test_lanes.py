"""Lanes of moved passages: who shares one, where tracks run, what a point hits, where labels stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.geometry import Band, BandMap, Extent, Ribbon
from variorum.gui.compare.lane_paint import LABEL, place_labels, track_path
from variorum.gui.compare.lanes import BRACKET, PLACES, Lane, Move, Track, assign, tracks
from variorum.gui.compare.presentation import Link, Side
from variorum.gui.compare.ribbons import WIDTH, Gutter
from variorum.gui.theme.service import ThemeService

HEIGHT = 600.0


def band(link: int, left: float, right: float, size: float = 40) -> Band:
    return Band(link, Extent(left, left + size), Extent(right, right + size))


def track(
    links: dict[int, tuple[float, float]], size: float = 40, place: float = PLACES[0], height: float = HEIGHT
) -> Track:
    """The track of links that moved together, by the tops of their ends."""
    ribbons = [Ribbon(n, Extent(a, a + size), Extent(b, b + size)) for n, (a, b) in links.items()]
    (made,) = tracks(ribbons, dict.fromkeys(links, Lane(min(links), place)), height)
    return made


def test_neighbors_that_moved_together_share_a_track() -> None:
    made = [band(0, 0, 400), band(1, 50, 450), band(2, 300, 0), band(3, 350, 100)]
    lanes = assign(made, {0: Move(2), 1: Move(2), 2: Move(-2), 3: Move(-1)}, HEIGHT)
    assert lanes[0] == lanes[1]
    assert len({lanes[n].group for n in (0, 2, 3)}) == 3


@pytest.mark.parametrize(
    ("right", "other"),
    [(450, Move(3)), (450, Move(2, doubtful=True)), (900, Move(2)), (340, Move(2))],
    ids=["farther", "doubtful", "apart on the right", "in another order"],
)
def test_others_have_a_track_of_their_own(right: float, other: Move) -> None:
    lanes = assign([band(0, 0, 400), band(1, 50, right)], {0: Move(2), 1: other}, HEIGHT)
    assert lanes[0].group != lanes[1].group


def test_what_is_linked_by_hand_keeps_its_own_track() -> None:
    by_hand = Move(2, by_hand=True)
    lanes = assign([band(0, 0, 400), band(1, 50, 450)], {0: by_hand, 1: by_hand}, HEIGHT)
    assert lanes[0].group != lanes[1].group


def test_tracks_beside_each_other_have_different_lanes_and_others_the_best() -> None:
    crossing = [band(n, 100 * n, 300 - 100 * n) for n in range(3)]
    lanes = assign(crossing, {n: Move(2 - 2 * n) for n in range(3)}, HEIGHT)
    assert sorted(lane.place for lane in lanes.values()) == sorted(PLACES)
    far = [band(n, 5000 * n, 5000 * n + 200) for n in range(4)]
    assert {lane.place for lane in assign(far, {n: Move(n + 1) for n in range(4)}, HEIGHT).values()} == {PLACES[0]}


def test_more_tracks_than_lanes_share_the_one_with_the_least_company() -> None:
    """Three take long ways; a short one crosses the two that are still under way, not the one that has ended."""
    still = [band(10 + n, 60 * n, 60 * n) for n in range(20)]
    moved = [band(0, 10, 250), band(1, 20, 1100), band(2, 30, 1000), band(3, 500, 900)]
    lanes = assign([*still, *moved], {n: Move(n + 1) for n in range(4)}, 2000)
    assert len({lanes[n].place for n in range(3)}) == 3
    assert lanes[3].place == lanes[0].place


def test_passages_not_moved_have_no_lane() -> None:
    made = [band(0, 0, 0), band(1, 50, 300)]
    assert set(assign(made, {1: Move(4)}, HEIGHT)) == {1}
    assert tracks([Ribbon(0, Extent(0, 40), Extent(0, 40))], {}, HEIGHT) == []


def test_a_passage_told_in_two_places_forks_in_one_lane() -> None:
    made = [Band(0, Extent(0, 40), Extent(300, 340)), Band(0, Extent(0, 40), Extent(500, 540))]
    lanes = assign(made, {0: Move(3)}, HEIGHT)
    ribbons, _ = BandMap(made).visible(0, 0, HEIGHT, 0)
    found = tracks(ribbons, lanes, HEIGHT)
    assert [one.right for one in found] == [320, 520]
    assert len({one.lane for one in found}) == 1


def test_a_track_starts_in_the_middle_of_what_is_on_screen() -> None:
    assert track({0: (100, 300)}).left == 120
    assert track({0: (100, 300), 1: (160, 360)}).right == 350
    cut = track({0: (-300, 300)}, size=400)
    assert cut.left == 50
    assert cut.whole
    assert not track({0: (-50, 300)}).whole


def test_brackets_stand_beside_the_passages_joined_where_they_touch() -> None:
    made = track({0: (100, 300), 1: (140, 400)})
    assert made.brackets() == ((Extent(100, 180),), (Extent(300, 340), Extent(400, 440)))
    assert made.brackets([1]) == ((Extent(140, 180),), (Extent(400, 440),))


def test_a_bracket_hits_its_own_link_the_track_its_first() -> None:
    made = track({4: (100, 300), 5: (140, 340)})
    bend = PLACES[0] * 64
    assert made.hit(2, 150, 64) == 5
    assert made.hit(62, 310, 64) == 4
    assert made.hit(bend, 260, 64) == 4
    assert made.hit(20, made.left, 64) == 4
    assert made.hit(50, made.left, 64) is None, "past the bend"
    assert made.hit(bend, 60, 64) is None, "above its ends"


@given(st.floats(0, 550), st.floats(0, 550), st.sampled_from(PLACES))
def test_what_is_painted_is_what_is_hit(left: float, right: float, place: float) -> None:
    made = track({0: (left, right)}, place=place)
    path = track_path(made, WIDTH)
    for x in range(int(BRACKET) + 1, WIDTH - int(BRACKET), 5):
        for y in range(0, 600, 12):
            if path.contains(QPointF(x, y)):
                assert made.hit(x, y, WIDTH, slack=6) == 0


@given(
    st.lists(st.tuples(st.integers(0, 550), st.integers(0, 550), st.integers(-9, 9), st.booleans()), max_size=8),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 580)), max_size=5),
)
def test_labels_never_overlap_and_stay_inside(
    qapp: object, moved: list[tuple[int, int, int, bool]], taken: list[tuple[int, int]]
) -> None:
    pixmap = QPixmap(8, 8)
    painter = QPainter(pixmap)
    made = [track({n: (a, b)}, place=PLACES[n % len(PLACES)]) for n, (a, b, _, _) in enumerate(moved)]
    links = {
        n: Link(n, n, ChangeKind.MOVED, False, by_hand=hand, distance=by) for n, (_, _, by, hand) in enumerate(moved)
    }
    signs = [QRectF(x, y, 12, 12) for x, y in taken]
    labels = [box for box, _ in place_labels(painter, made, links, WIDTH, list(signs))]
    painter.end()
    assert not any(box.intersects(sign) for box in labels for sign in signs)
    assert not any(a.intersects(b) for n, a in enumerate(labels) for b in labels[:n])
    assert all(box.left() >= 0 and box.right() <= WIDTH for box in labels)


def test_where_two_labels_meet_the_one_that_moved_further_stays(qapp: object) -> None:
    pixmap = QPixmap(8, 8)
    painter = QPainter(pixmap)
    level = [track({0: (100, 100)}), track({1: (100 + LABEL - 5, 100 + LABEL - 5)})]
    links = {0: Link(0, 0, ChangeKind.MOVED, False, distance=1), 1: Link(1, 1, ChangeKind.MOVED, False, distance=-4)}
    placed = place_labels(painter, level, links, WIDTH, [])
    painter.end()
    assert [one.links for _, one in placed] == [(1,)]


def test_a_moved_link_is_slim_and_pressed_on_its_track(theme: ThemeService) -> None:
    def gutter(tone: ChangeKind) -> Gutter:
        made = Gutter(theme, lambda link: f"explains {link.claim}")
        made.resize(WIDTH, int(HEIGHT))
        links = {3: Link(3, 3, tone, False, distance=2)}
        made.join(BandMap([band(3, 100, 400, size=200)]), links, ((100, Side.LEFT, tone),), 24.0)
        made.grab()
        return made

    def covered(made: Gutter) -> int:
        points = (QPointF(x, y) for x in range(WIDTH) for y in range(0, int(HEIGHT), 4))
        return sum(bool(made.tip_at(point)) for point in points)

    moved, reworded = gutter(ChangeKind.MOVED), gutter(ChangeKind.REWORDED)
    assert covered(moved) < 0.5 * covered(reworded)
    assert moved.tip_at(QPointF(PLACES[0] * WIDTH, 320)) == "explains 3"


def test_the_lit_link_of_a_track_is_opaque_with_its_own_bracket(theme: ThemeService) -> None:
    gutter = Gutter(theme, lambda _: "")
    gutter.resize(WIDTH, int(HEIGHT))
    links = {n: Link(n, n, ChangeKind.MOVED, False, distance=2) for n in (0, 1)}
    gutter.join(BandMap([band(0, 100, 400), band(1, 141, 441)]), links, (), 24.0)
    gutter.light(1)
    image = gutter.grab().toImage()
    lit = theme.theme.ribbon
    assert image.pixelColor(2, 165).name() == lit.lower()
    assert image.pixelColor(2, 115).name() != lit.lower()
    assert image.pixelColor(round(PLACES[0] * WIDTH), 200).name() == lit.lower()
