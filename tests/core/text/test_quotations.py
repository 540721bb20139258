"""Quotations are paired whatever their marks, and given to the one who says them, or to nobody."""

from __future__ import annotations

import pytest

from variorum.core.text.model import Quotation, Span
from variorum.core.text.quotations import quotations
from variorum.core.text.sentences import cut


def found(text: str, *, english: bool = True) -> list[Quotation]:
    paragraphs, position = [], 0
    for line in text.split("\n"):
        paragraphs.append(Span(position, position + len(line)))
        position += len(line) + 1
    sentences = [sentence for paragraph in paragraphs for sentence in cut(text, paragraph)]
    return list(quotations(text, paragraphs, sentences, english=english))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She called it “a mess” and left.", ["a mess"]),
        ('She called it "a mess" and left.', ["a mess"]),
        ("She called it ‘a mess’ and left.", ["a mess"]),
        ("She called it 'a mess' and left.", ["a mess"]),
        ("Sie nannte es „ein Chaos“ und ging.", ["ein Chaos"]),
        ("Elle a dit « quel désordre » et partit.", ["quel désordre"]),
        ("The war “must end,” he said, and “now.”", ["must end,", "now."]),
        ("He said: “It was ‘unfair’ to us.”", ["It was ‘unfair’ to us.", "unfair"]),
        ('It ended."We came. We saw. We won," he said.', ["We came. We saw. We won,"]),
        ("The allies’ view isn’t the workers’ view.", []),
        ("It's the '90s, and rock 'n' roll isn't dead.", []),
        ("They called it 'the allies' choice,' he said.", ["the allies' choice,"]),
        ("The 6'2\" man left.", []),
        ('“We came," he said.', ["We came,"]),
    ],
)
def test_marks_are_paired(text: str, quoted: list[str]) -> None:
    assert [quotation.text for quotation in found(text)] == quoted


def test_spans_leave_out_the_marks() -> None:
    text = "Ada Lund said “we agree.”"
    (quotation,) = found(text)
    assert quotation.span.of(text) == quotation.text == "we agree."


def test_a_missing_mark_costs_one_paragraph_at_most() -> None:
    quoted = found("Ada Lund said: “We came and saw.\nNothing more was known.\nJon Dahl said “no.”")
    assert [(quotation.text, quotation.speaker) for quotation in quoted] == [
        ("We came and saw.", "Ada Lund"),
        ("no.", "Jon Dahl"),
    ]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    quoted = found("“We came,” said Ada Lund. “We saw.\n“We won, and we are proud of it.”\nIt rained.")
    assert [quotation.speaker for quotation in quoted] == ["Ada Lund"] * 3


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We agree,” Ada Lund said.", ["Ada Lund"]),
        ("“We agree,” said Ada Lund, the mayor of Norwick.", ["Ada Lund"]),
        ("“We agree,” Ada Lund, a former envoy to the United States, said by phone.", ["Ada Lund"]),
        ("“We,” Ada Lund said, “agree.”", ["Ada Lund", "Ada Lund"]),
        ("Mayor Ada Lund warned, “Nobody agrees here.”", ["Ada Lund"]),
        ("Mayor Ada Lund called the plan a “surrender” of all.", ["Ada Lund"]),
        ("In a letter sent by Mr. Dahl, Ada Lund said he was “wrong.”", ["Ada Lund"]),
        ("Ada Lund spoke first. “We agree,” she said. “It is late.”", ["Ada Lund", "Ada Lund"]),
        ("Mayor Ada Lund attacked Jon Dahl, calling him “pathetic.”", ["Ada Lund"]),
        ("“We agree,” U.S. Secretary of Defense Jon Dahl said.", ["Jon Dahl"]),
        ("“We hear you,” UK Defense Secretary Jon Dahl said in response.", ["Jon Dahl"]),
        ("Mayor Ada Lund came. “We agree,” the mayor said.", ["Ada Lund"]),
        ("Mayor Ada Lund came on Monday. Lund said it was “late.”", ["Ada Lund"]),
        ("The plan is “broken,” according to Ada Lund.", ["Ada Lund"]),
        ("“We agree,” the lawsuit states.", ["the lawsuit"]),
        ("With the critic Jon Dahl calling it a “mess,” the plan died.", ["Jon Dahl"]),
        ("A plan known as “Blue Sky” was dropped.", [""]),
        ("Lund: nobody is “safe here” now", ["Lund"]),
    ],
)
def test_the_speaker_is_found(text: str, speakers: list[str]) -> None:
    assert [quotation.speaker for quotation in found(text)] == speakers


def test_a_pronoun_means_a_person_outside_the_quotation() -> None:
    quoted = found("Mayor Ada Lund spoke.\n“Jon Dahl met Ida Berg in Rome and they agreed,” she said.")
    assert quoted[0].speaker == "Ada Lund"


def test_the_speaker_span_names_the_speaker() -> None:
    text = "Ada Lund came.\n“We agree,” Lund said."
    (quotation,) = found(text)
    assert quotation.speaker == "Ada Lund"
    assert quotation.speaker_span is not None
    assert quotation.speaker_span.of(text) == "Lund"


def test_two_of_one_name_are_kept_apart_by_their_full_names() -> None:
    quoted = found("“Yes,” Boris Johnson said.\n“No,” Woody Johnson said.")
    assert [quotation.speaker for quotation in quoted] == ["Boris Johnson", "Woody Johnson"]


def test_a_word_held_up_is_a_scare_quote_and_an_utterance_is_not() -> None:
    (held,) = found("The so-called “dossier” lay on the table.")
    assert held.scare
    assert held.speaker == ""
    (uttered,) = found("Mayor Ada Lund said it was “late.”")
    assert not uttered.scare


def test_other_languages_get_quotations_without_speakers() -> None:
    (quotation,) = found("„Wir gehen“, sagte Ada Lund am Montag.", english=False)
    assert (quotation.text, quotation.speaker) == ("Wir gehen", "")


PULLED = "'We have mended every pillar of the harbor bridge.'"


def test_a_pull_quote_in_other_marks_goes_on_nothing() -> None:
    quoted = found(f'"Nobody asked us," Mayor Ada Lund said.\n{PULLED}\nTraffic goes on.')
    assert [quotation.speaker for quotation in quoted] == ["Ada Lund", ""]


def test_a_pull_quote_has_the_speaker_of_the_same_words_in_the_text() -> None:
    said = PULLED.replace("'", '"').replace('."', ',"')
    quoted = found(f'"Nobody asked us," Mayor Ada Lund said.\n{PULLED}\n{said} said engineer Jon Dahl.')
    assert [quotation.speaker for quotation in quoted] == ["Ada Lund", "Jon Dahl", "Jon Dahl"]


def test_words_that_two_people_say_elsewhere_tell_no_speaker() -> None:
    said = PULLED.replace("'", '"').replace('."', ',"')
    quoted = found(f"{PULLED}\n{said} said engineer Jon Dahl.\nMayor Ada Lund came.\n{said} Lund said.")
    assert [quotation.speaker for quotation in quoted] == ["", "Jon Dahl", "Ada Lund"]


def test_a_body_may_be_the_subject_of_an_opening_participle() -> None:
    (quotation,) = found(
        "The Harbor Board met. It sued.\nCalling it an “outrage to all,” the Harbor Board sued the city."
    )
    assert quotation.speaker == "Harbor Board"
    (quotation,) = found("The Harbor Board met.\nCalling it an “outrage to all” and citing the Harbor Board, he sued.")
    assert quotation.speaker == ""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna May resigned. May was tired of what she called an “endless game of chess.”", "Anna May"),
        ("The Oslo-based Center for Coast & Sea Studies said that “this is late.”", "Center for Coast & Sea Studies"),
        ("In a book by Ida Holm, the judge, Mr. Dahl appeared to praise Mr. Ito, whom he called a “fine man.”", "Dahl"),
        ("Mayor Ada Lund's trip will be no “state visit”, which the Harbor Board suggested last year.", ""),
        ("In welcoming Mayor Ada Lund to what called “the southern town hall” in Oslo, Jon Dahl smiled.", ""),
        ("Report: City Confirmed Harbor Files as ‘Genuine’", ""),
        ("Officials confirmed that files that, Mayor Ada Lund said Monday, show a leak are “genuine.”", "Officials"),
        ("The files, Mayor Ada Lund said, are “genuine.”", "Ada Lund"),
    ],
)  # fmt: skip
def test_who_is_named_nearby_is_no_speaker_by_that(text: str, speaker: str) -> None:
    (quotation,) = found(text)
    assert quotation.speaker == speaker


def test_the_title_of_a_show_is_said_by_nobody() -> None:
    said, title = found("“It leaks,” Mayor Ada Lund told Jon Dahl on “Evening Report.”")
    assert (said.speaker, title.speaker, title.scare) == ("Ada Lund", "", True)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("''We agree,'' Ada Lund said.", "Ada Lund"),
        ("“We agree,” said Ida O'Hara, who follows Jon Dahl as harbor chief.", "Ida O'Hara"),
        ("“We agree,” Mr. King added.", "King"),
        ("Jon Dahl had spoken. “Nobody pays,” a narrator in the Lund ad asks.", "a narrator in the Lund ad"),
        ("Jon Dahl had spoken. “Children deserve better,” the letter reads.", "the letter"),
        ("“Open the locks!” dock workers chanted.", "dock workers"),
        ("Jon Dahl led the march.\n“Open the locks!” — Ida Berg", "Ida Berg"),
        ("As Mayor Ada Lund put it, the plan is “dead on arrival.”", "Ada Lund"),
        ("With the city tired of Jon Dahl, Mayor Ada Lund had one message: “It is about me.”", "Ada Lund"),
        ("Ada Lund had the last word of the night:\n“We mended every pillar of the bridge.”", "Ada Lund"),
        ("According to Norwick News, spokesman Jon Dahl said that the mayor “would sign it.”", "Jon Dahl"),
        ("The film ends with footage of Ada Lund saying last week, “That makes me smart,” when Jon Dahl blasted her.",
         "Ada Lund"),
        ("Mayor Ada Lund praised Jon Dahl as a “strong leader,” comparing him to Ida Berg.", "Ada Lund"),
        ("Lund: City Asking Judge Ito to Halt Trial “Reeks of Fear”", "Lund"),
        ("The host came. “DAHL: Let us start with the locks of the harbor.”", "Dahl"),
    ],
)  # fmt: skip
def test_other_ways_to_say_who_said_it(text: str, speaker: str) -> None:
    assert found(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Several groups granted Mr. Dahl a delay, saying his “start-up funds were small.”", ""),
        ("Jon Dahl was asked about his supposed “lies” by the court.", ""),
        ("Jon Dahl gave way, calling out Ida Berg, who had left the “sinking ship” early.", ""),
    ],
)
def test_whose_words_they_are_may_be_left_open(text: str, speaker: str) -> None:
    assert found(text)[-1].speaker == speaker


def test_an_attribution_to_somebody_unknown_ends_what_the_last_one_said() -> None:
    quoted = found(
        "“We agree,” Ada Lund said.\n“Nobody does,” a neighbor who asked to stay unnamed told us.\n“It leaks.”"
    )
    first, *rest = [quotation.speaker for quotation in quoted]
    assert first == "Ada Lund"
    assert "Ada Lund" not in rest


def test_words_of_somebody_untold_are_not_the_last_speakers() -> None:
    quoted = found("“We agree,” Ada Lund said.\n“Nobody does it like that here, believe me or not,” another told us.")
    assert [quotation.speaker for quotation in quoted] == ["Ada Lund", ""]


def test_a_pronoun_goes_on_meaning_the_speaker_of_a_long_quotation() -> None:
    text = (
        "“We agree,” Ada Lund said in Norwick. “It was late. It rained. It had rained for days. We left at dawn.”\n"
        "“We came back in the evening. Nobody was there. We waited and left,” she said."
    )
    assert {quotation.speaker for quotation in found(text)} == {"Ada Lund"}


@pytest.mark.parametrize("phrase", ["the defense secretary", "the secretary", "the secretary of defense"])
@pytest.mark.parametrize(
    "named", ["U.S. Secretary of Defense Pia Holm came.", "Pia Holm, the defence secretary, came."]
)
def test_an_office_means_its_holder_in_whatever_words(named: str, phrase: str) -> None:
    assert found(f"{named} “We agree,” {phrase} said.")[0].speaker == "Pia Holm"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Secretary Pia Holm and Secretary Jon Dahl came. “We agree,” the secretary said.", "the secretary"),
        ("Vice President Pia Holm came. “We agree,” the president said.", "the president"),
        ("Prime Minister Pia Holm came. “We agree,” the prime minister’s office said.", "the prime minister’s office"),
    ],
)
def test_an_office_that_several_may_hold_means_nobody(text: str, speaker: str) -> None:
    assert found(text)[0].speaker == speaker


def test_a_body_goes_by_its_initials_in_an_office() -> None:
    """Any body's, not only those on a list: the chairman of one is not the chairman of another."""
    text = "SEC chairman Pia Holm came. Then ABA chairman Jon Dahl came. “We agree,” the SEC chairman said."
    assert found(text)[0].speaker == "Pia Holm"


@pytest.mark.parametrize("name", ["Jon White", "Jon Wall", "Jon S. Holm III"])
def test_a_surname_that_looks_like_something_else_is_a_persons(name: str) -> None:
    assert found(f"{name} came to the council. “We agree,” he said.")[0].speaker == name


def test_who_bears_a_title_is_not_the_namesake_without_one() -> None:
    text = "President Holm came. President Holm left. Ida Holm stayed.\n“We agree,” Holm said."
    assert found(text)[0].speaker == "Holm"


def test_paragraphs_of_one_speech_open_with_a_mark_and_only_the_last_one_closes() -> None:
    text = (
        "Mayor Ada Lund told the council: “The bridge is old and tired.\n"
        "“Every winter another pillar cracks, and every spring we mend it.\n"
        "“That must end.”\n"
        "“Nonsense,” said Jon Dahl."
    )
    quoted = found(text)
    assert [quotation.speaker for quotation in quoted] == ["Ada Lund"] * 3 + ["Jon Dahl"]
    assert quoted[1].text == "Every winter another pillar cracks, and every spring we mend it."


def test_a_quotation_of_several_sentences_is_interrupted_once() -> None:
    quoted = found("“The bridge is old,” Mayor Ada Lund said, “and it leaks. We mend it. It leaks again.”")
    assert [(quotation.text, quotation.speaker) for quotation in quoted] == [
        ("The bridge is old,", "Ada Lund"),
        ("and it leaks. We mend it. It leaks again.", "Ada Lund"),
    ]


def test_a_fragment_has_the_speaker_of_the_quotation_that_holds_it() -> None:
    head = "Northport Mourns ‘Its Old Bridge’ in Rain"
    quoted = found(f"{head}\n“We mourn its old bridge, all of us,” Mayor Ada Lund said.")
    assert [quotation.speaker for quotation in quoted] == ["Ada Lund", "Ada Lund"]
    two = f"{head}\n“We mourn its old bridge,” Mayor Ada Lund said.\n“Its old bridge is rust,” said Jon Dahl."
    assert found(two)[0].speaker == ""
    assert found("A ‘bad deal’ again\n“This is a bad deal for us,” Mayor Ada Lund said.")[0].speaker == "", "two words"
