"""Layers of marks: what is visible is found, in the order of the layers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.core.text.model import Span
from variorum.gui.widgets.prose_marks import Mark, MarkLayer, MarkLayers, MarkStyle, Pattern, Stroke, outlined
from variorum.gui.widgets.stretches import Stretches

PLAIN = MarkStyle(fill="#112233")
spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(spans), spans)
def test_a_layer_finds_exactly_the_marks_that_touch(given_spans: list[Span], window: Span) -> None:
    layer = MarkLayer([Mark(span, PLAIN) for span in given_spans])
    found = sorted(mark.span for mark in layer.within(window))
    assert found == sorted(span for span in given_spans if span.overlap(window))


def test_layers_are_found_from_the_bottom_up_whenever_they_were_put() -> None:
    layers = MarkLayers(("low", "high"))
    layers.put("high", [Mark(Span(0, 5), PLAIN)])
    layers.put("low", [Mark(Span(2, 9), PLAIN)])
    assert [mark.span for mark in layers.within(Span(0, 10))] == [Span(2, 9), Span(0, 5)]
    layers.put("high", [])
    assert [mark.span for mark in layers.within(Span(0, 10))] == [Span(2, 9)]


def test_an_unknown_layer_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'middle'.*low, high"):
        MarkLayers(("low", "high")).put("middle", [])


def test_bold_spans_of_all_layers_are_known() -> None:
    layers = MarkLayers(("low", "high"))
    layers.put("low", [Mark(Span(5, 7), MarkStyle(bold=True)), Mark(Span(0, 2), PLAIN)])
    layers.put("high", [Mark(Span(1, 2), MarkStyle(bold=True))])
    assert layers.bold() == [Span(1, 2), Span(5, 7)]
    layers.clear()
    assert layers.bold() == []


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from("abc"))))
def test_stretches_never_overlap_and_the_last_paint_shows(paints: list[tuple[int, int, str]]) -> None:
    stretches = Stretches()
    wanted: dict[int, str] = {}
    for start, end, name in paints:
        stretches.paint(start, end, name)
        wanted |= dict.fromkeys(range(start, end), name)
    shown: dict[int, str] = {}
    for start, end, name in stretches.all():
        assert not shown.keys() & set(range(start, end))
        shown |= dict.fromkeys(range(start, end), name)
    assert shown == wanted
    assert stretches.all() == sorted(stretches.all())


def test_what_is_outlined_alike_is_outlined_together_but_for_what_moved() -> None:
    current, moved = Stroke("#111111"), Stroke("#222222", Pattern.DOTTED)
    spans = [Span(0, 4), Span(5, 9), Span(20, 30)]
    marks = [Mark(span, MarkStyle(outline=stroke)) for stroke in (moved, current) for span in reversed(spans)]
    found = outlined([*marks, Mark(Span(0, 2), MarkStyle(wash="#333333"))])
    assert found[-1] == (current, tuple(spans))
    assert found[:-1] == [(moved, (span,)) for span in reversed(spans)]
