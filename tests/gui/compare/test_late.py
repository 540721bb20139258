"""Answers that come late to a comparison: by what holds by now, about what is wanted by now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from held_jobs import HeldJobs
from variorum.core.collate.changes import ChangeKind
from variorum.core.library.library import Library
from variorum.gui.compare.acts import Act
from variorum.gui.compare.lens_page import Place
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.presentation import Side
from variorum.gui.jobs import Lane
from variorum.gui.library.changes import LibraryChanges
from variorum.gui.services import Services

LEFT = "Bridge to close\n\nThe council closed the harbor bridge. Shops fear the worst. Ferries will run.\n"
RIGHT = "Bridge to close\n\nThe Council closed the harbor bridge. A tunnel was turned down. Ferries will run.\n"
THIRD = "Bridge to close\n\nThe Council closed the harbor bridge at last. Ferries will run.\n"


@pytest.fixture
def jobs() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def ids(library: Library) -> tuple[int, int, int]:
    ids = [library.add(text).id for text in (LEFT, RIGHT, THIRD)]
    library.new_story("The bridge", ids)
    return ids[0], ids[1], ids[2]


@pytest.fixture
def panel(qtbot: QtBot, services: Services, jobs: HeldJobs) -> ComparePanel:
    """A panel whose acts are done."""
    made = ComparePanel(replace(services, jobs=jobs))
    changes = LibraryChanges(services.library, jobs, made)

    def do(act: Act) -> None:
        changes.do(act.text, act.operation, ended=act.ended)

    made.act_asked.connect(do)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    return made


def kinds(panel: ComparePanel) -> list[ChangeKind]:
    shown = panel._state.presentation
    assert shown
    return [kind for change in shown.changes for kind in change.kinds]


def linked_by_hand(panel: ComparePanel) -> int:
    comparison = panel.comparison()
    assert comparison
    return sum(claim.by_hand for claim in comparison.claims)


@pytest.mark.parametrize("before", [True, False], ids=["another one shown", "nothing shown"])
def test_what_is_on_its_way_is_compared_by_options_chosen_meanwhile(
    panel: ComparePanel, ids: tuple[int, int, int], jobs: HeldJobs, before: bool
) -> None:
    if before:
        panel.open(ids[0], ids[2])
    jobs.hold = True
    panel.open(*ids[:2])
    jobs.work()
    panel.options.set_ignore_case(True)
    jobs.let_go()
    assert panel.comparing.ids == ids[:2]
    assert not panel.comparing.under_way
    assert ChangeKind.REWORDED not in kinds(panel), "The council, the Council"


def test_what_is_on_its_way_has_links_made_meanwhile(
    panel: ComparePanel, ids: tuple[int, int, int], jobs: HeldJobs
) -> None:
    panel.open(*ids[:2])
    panel._state.set_current(kinds(panel).index(ChangeKind.DROPPED))
    jobs.hold = True
    panel.link()
    panel._texts.panes[Side.RIGHT].pressed.emit(RIGHT.index("A tunnel"))
    panel.swap()
    jobs.work(Lane.READ)  # before the library has the link
    jobs.let_go(Lane.WRITE)
    jobs.let_go()
    assert panel.comparing.ids == (ids[1], ids[0])
    assert linked_by_hand(panel) == 1


def test_swapping_what_is_still_to_come_swaps_that(
    panel: ComparePanel, ids: tuple[int, int, int], jobs: HeldJobs
) -> None:
    panel.open(*ids[:2])
    jobs.hold = True
    panel.open(ids[0], ids[2])
    panel.swap()
    jobs.let_go()
    assert panel.comparing.ids == (ids[2], ids[0])
    jobs.hold = True
    panel.swap()
    panel.swap()
    jobs.let_go()
    assert panel.comparing.ids == (ids[2], ids[0]), "there and back"


def test_what_was_reviewed_stays_so_when_an_older_answer_comes(
    panel: ComparePanel, ids: tuple[int, int, int], jobs: HeldJobs
) -> None:
    panel.open(*ids[:2])
    jobs.hold = True
    panel.refining.again()
    jobs.work()  # before anything was said
    jobs.hold = False
    panel._state.set_current(0)
    panel.reviewing.toggle()
    assert panel._state.review_of(0).reviewed
    jobs.let_go()
    assert panel._state.review_of(0).reviewed


def test_a_passage_is_gone_to_though_what_is_shown_was_made_better_first(
    panel: ComparePanel, ids: tuple[int, int, int], jobs: HeldJobs, qtbot: QtBot
) -> None:
    """In the other comparison that was asked for from there."""
    panel.inquiry.comparison_asked.connect(panel.open)
    panel.open(*ids[:2])
    panel.refining.wait_for(ids[:2], ids[:1])
    shown, lens = panel._state.presentation, panel.inquiry._lens
    assert shown
    assert lens
    place = Place(Side.LEFT, shown.claim_at(Side.LEFT, LEFT.index("Ferries")) or 0)
    jobs.hold = True
    lens.other_asked.emit(place, ids[2])
    jobs.hold = False
    with qtbot.waitSignal(panel.refining.refined):
        panel.refining.settle(ids[0])
    qtbot.wait(5)
    jobs.let_go()
    qtbot.waitUntil(lambda: panel._state.stood_on is not None)
    stood_on, shown = panel._state.stood_on, panel._state.presentation
    assert panel.comparing.ids == (ids[0], ids[2])
    assert stood_on
    assert shown
    assert stood_on.left[0].of(shown.comparison.left.text) == "Ferries will run."
