"""The list of changes: what needs a look, titles, reading order."""

from __future__ import annotations

from variorum.core.collate.changes import Change, ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article

STORY = (
    "The council closed the harbor bridge on Monday.",
    "Mayor Anna Lind said that ferries would carry commuters across the bay.",
    "Shop owners near the bridge fear that customers will stay away.",
    "The repair will cost the city $36 million in all.",
    "The state minister has promised to pay for half of the repair works.",
)


def changed(*later: str) -> tuple[Change, ...]:
    return changes(compare(read_article("\n\n".join(STORY)), read_article("\n\n".join(later))))


def test_nothing_changed() -> None:
    assert changed(*STORY) == ()


def test_a_changed_figure_needs_a_look_and_says_from_what_to_what() -> None:
    found = changed(*STORY[:3], STORY[3].replace("36", "42"), STORY[4])
    (figure,) = [change for change in found if ChangeKind.FIGURE in change.kinds]
    assert figure.look
    assert (figure.before, figure.after, figure.title) == ("$36 million", "$42 million", "$36 million → $42 million")
    assert figure.detail == STORY[3]


def test_a_changed_figure_is_named_with_its_qualifier() -> None:
    qualified = STORY[3].replace("$36", "more than $42")
    found = changed(*STORY[:3], qualified, STORY[4])
    (figure,) = [change for change in found if ChangeKind.FIGURE in change.kinds]
    assert figure.after == "more than $42 million"


def test_a_negation_on_one_side_needs_a_look() -> None:
    (negated,) = changed(*STORY[:4], STORY[4].replace("has promised", "has not promised"))
    assert (negated.title, negated.look) == ("Negation changed: — → “not”", True)
    assert (negated.kinds, negated.claim) == ((ChangeKind.STANCE,), 4)
    text = "\n\n".join(STORY)
    assert [span.of(text) for span in negated.left] == [STORY[4]], "a side without a word is shown as a whole"
    (change,) = changed(*STORY[:4], STORY[4].replace("has promised", "has offered"))
    assert (change.title, change.look) == ("Reworded", False)


def titles(*later: str) -> list[str]:
    return [change.title for change in changed(*later)]


def test_one_edit_is_one_change() -> None:
    figure = STORY[3].replace("36", "42")
    assert titles(*STORY[:3], figure, STORY[4]) == ["$36 million → $42 million"]
    surer = STORY[4].replace("has promised to", "will")
    assert "Reworded" in titles(*STORY[:4], surer.replace("repair", "building")), "another word has changed as well"
    assert titles(*STORY[:3], figure.replace("city", "town"), STORY[4]) == ["Reworded", "$36 million → $42 million"]


def test_a_claim_with_another_figure_that_moved_has_only_moved_beside_it() -> None:
    figure = STORY[3].replace("36", "42")
    found = changed(STORY[0], figure, *STORY[1:3], STORY[4])
    assert [change.kinds for change in found if change.claim == 3] == [(ChangeKind.MOVED,), (ChangeKind.FIGURE,)]


def test_an_altered_quotation_is_one_change() -> None:
    said = "“Ferries will carry every single commuter across the bay,” Mayor Anna Lind said."
    one = "\n\n".join((STORY[0], said, *STORY[2:]))
    for after, expected in (
        (said.replace("every single", "nearly every"), ["Quotation altered"]),
        (said.replace("every single", "nearly every").replace("Mayor", "Lawyer"), ["Reworded", "Quotation altered"]),
    ):
        other = "\n\n".join((STORY[0], after, *STORY[2:]))
        assert [change.title for change in changes(compare(read_article(one), read_article(other)))] == expected


def test_another_speaker_is_one_change() -> None:
    said = "“Ferries will carry every single commuter across the bay,” Mayor Anna Lind said."
    one = "\n\n".join((STORY[0], said, *STORY[2:]))
    for name, expected in (
        ("Mayor Olav Berg said", ["Speaker changed"]),
        ("Mayor Olav Berg told reporters", ["Reworded", "Speaker changed"]),
    ):
        other = one.replace("Mayor Anna Lind said", name)
        assert [change.title for change in changes(compare(read_article(one), read_article(other)))] == expected


def test_another_certainty_is_one_change() -> None:
    told = "Police confirmed that the railing of the bridge broke in spring."
    one, other = (read_article("\n\n".join((*STORY, text))) for text in (told, told.replace("confirmed", "suggested")))
    comparison = compare(one, other)
    assert comparison.counts.reworded == 1, "counts are of claims"
    assert [change.title for change in changes(comparison)] == ["Certainty changed: “confirmed” → “suggested”"]


def test_changes_stand_in_reading_order() -> None:
    new = "Nobody was hurt when a railing broke in spring."
    found = changed(STORY[0], new, STORY[1], STORY[3], STORY[4])
    assert [change.title for change in found] == ["Added", "Dropped"]
    assert found[0].detail == new
    assert found[1].detail == STORY[2]


def test_the_speaker_comes_first_in_the_seeds(seed_articles: tuple[Article, ...]) -> None:
    looks = [change for change in changes(compare(seed_articles[3], seed_articles[4])) if change.look]
    assert [change.title for change in looks] == ["Speaker changed"]
    assert "Hegseth" in looks[0].before
    assert "Healey" in looks[0].after
    assert looks[0].detail.startswith("“We hear your concerns")


def test_another_certainty_names_the_two_words() -> None:
    found = changed(*STORY[:4], STORY[4].replace("has promised to", "may"))
    (stance,) = [change for change in found if ChangeKind.STANCE in change.kinds]
    assert (stance.title, stance.look) == ("Certainty changed: “promised” → “may”", True)
    assert (stance.before, stance.after) == ("promised", "may")


def test_a_word_of_stance_is_named_with_what_stood_in_its_place() -> None:
    plain, hedged = STORY[3], STORY[3].replace("will", "may")
    for before, after, said in ((plain, hedged, ("will", "may")), (hedged, plain, ("may", "will"))):
        one, other = ("\n\n".join((*STORY[:3], text, STORY[4])) for text in (before, after))
        (stance,) = changes(compare(read_article(one), read_article(other)))
        assert (stance.before, stance.after) == said
        assert stance.left[0].of(one) == said[0], "and stands there"
        assert stance.right[0].of(other) == said[1]


def test_a_quotation_turned_paraphrase_and_back() -> None:
    said = "“Ferries will carry every commuter across the bay,” Mayor Anna Lind said."
    told = "Mayor Anna Lind said that ferries would carry every commuter across the bay."
    for before, after, title in (
        (said, told, "Quotation turned paraphrase"),
        (told, said, "Paraphrase turned quotation"),
    ):
        one, other = ("\n\n".join((STORY[0], text, *STORY[2:])) for text in (before, after))
        found = changes(compare(read_article(one), read_article(other)))
        (quote,) = [change for change in found if ChangeKind.QUOTE in change.kinds]
        assert (quote.title, quote.look) == (title, True)
        assert quote.detail == "“Ferries will carry every commuter across the bay,”"
        assert (quote.before, quote.after) == ("", ""), "the passages tell by themselves"
