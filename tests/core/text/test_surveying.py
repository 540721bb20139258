"""Headline, subheads, furniture and repeats are told from the article, on texts of many makes."""

from __future__ import annotations

import pytest

from variorum.core.text.furniture import is_furniture
from variorum.core.text.model import Article, Kind
from variorum.core.text.reading import read_article

LEAD = "The harbor of Norwick was closed on Monday after a storm tore three cranes from their rails, officials said."
SECOND = "Mayor Ada Lund called the damage severe. Repairs may take until the spring, she told reporters at the quay."
THIRD = "Insurers put the cost at 40 million euros. The port handles a fifth of the region's grain."


def of_kind(article: Article, kind: Kind) -> list[str]:
    return [sentence.span.of(article.text) for sentence in article.sentences if sentence.kind is kind]


def test_a_headline_is_found() -> None:
    article = read_article(f"Storm closes Norwick harbor\n\n{LEAD}\n\n{SECOND}")
    assert article.headline == "Storm closes Norwick harbor"
    assert article.headline_span is not None
    assert of_kind(article, Kind.HEADLINE) == ["Storm closes Norwick harbor"]


def test_without_a_headline_the_first_sentence_serves() -> None:
    article = read_article(f"{SECOND}\n{LEAD}")
    assert article.headline == "Mayor Ada Lund called the damage severe."
    assert article.headline_span is None
    assert article.sentences[0].kind is Kind.SENTENCE


def test_a_single_line_is_a_sentence() -> None:
    article = read_article("Storm closes Norwick harbor")
    assert [sentence.kind for sentence in article.sentences] == [Kind.SENTENCE]
    assert article.headline == "Storm closes Norwick harbor"


def test_a_section_name_above_the_headline_is_furniture() -> None:
    article = read_article(f"World\nStorm closes Norwick harbor for weeks\n{LEAD}\n{SECOND}")
    assert article.headline == "Storm closes Norwick harbor for weeks"
    assert of_kind(article, Kind.FURNITURE) == ["World"]


def test_subheads_stand_between_paragraphs() -> None:
    article = read_article(f"Storm closes Norwick harbor\n{LEAD}\nWhat happens next\n{SECOND}\nWho pays?\n{THIRD}")
    assert of_kind(article, Kind.SUBHEAD) == ["What happens next", "Who pays?"]


def test_a_poem_has_no_subheads() -> None:
    article = read_article("The ships\nThe sea is wide\nThe wind is old\nAnd nobody sails\nThe harbor sleeps")
    assert not of_kind(article, Kind.SUBHEAD)


def test_a_repeated_headline_is_marked() -> None:
    article = read_article(f"Storm closes Norwick harbor\n\nStorm closes Norwick Harbor\n\n{LEAD}\n\n{SECOND}")
    assert of_kind(article, Kind.REPEATED) == ["Storm closes Norwick Harbor"]


def test_of_a_body_pasted_twice_the_copy_in_paragraphs_stays() -> None:
    together = LEAD + SECOND + THIRD
    article = read_article(f"Storm closes Norwick harbor\n\n{together}\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}")
    assert "".join(of_kind(article, Kind.REPEATED)).replace(" ", "") == together.replace(" ", "")
    assert [sentence.paragraph for sentence in article.sentences if sentence.kind is Kind.REPEATED] == [1] * 5
    assert len(of_kind(article, Kind.SENTENCE)) == 5


def test_a_body_pasted_again_in_one_line_is_cut_in_two() -> None:
    article = read_article(f"Storm closes harbor\n{LEAD} {SECOND} {THIRD} {LEAD} {SECOND} {THIRD}")
    assert len(of_kind(article, Kind.SENTENCE)) == 5
    assert len(of_kind(article, Kind.REPEATED)) == 5


def test_three_copies_leave_one() -> None:
    body = f"{LEAD}\n{SECOND}\n{THIRD}"
    article = read_article(f"Storm closes harbor\n{body}\n{body}\n{body}")
    assert len(of_kind(article, Kind.SENTENCE)) == 5
    assert len(of_kind(article, Kind.REPEATED)) == 10


def test_what_only_the_worse_copy_says_is_kept() -> None:
    extra = "Divers found a fourth crane under water late in the evening."
    article = read_article(f"Storm closes harbor\n{LEAD} {extra} {SECOND} {THIRD}\n{LEAD}\n{SECOND}\n{THIRD}")
    assert extra in of_kind(article, Kind.SENTENCE)


def test_a_quotation_given_twice_is_no_paste() -> None:
    quote = "“We will rebuild every crane by the spring and we will pay for it ourselves”"
    article = read_article(f"Storm closes harbor\n{quote}, she said. {LEAD}\n{SECOND}\n{THIRD} {quote}, Lund repeated.")
    assert not of_kind(article, Kind.REPEATED)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Story continues below advertisement",
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter WhatsApp",
        "12 comments",
        "Share, Tweet, Email",
        "#storm #harbor #norwick",
        "Tags: storm, harbor",
        "Filed under: Weather",
        "Also Read; Grain prices rise",
        "ALSO READ: Grain prices rise",
        "Read more: Grain prices rise after the storm",
        "Related:",
        "Related Articles",
        "See also: What a storm costs",
        "Recommended for you",
        "Don’t miss",
        "Sign up for our newsletter",
        "Subscribe now to get the morning briefing in your inbox",
        "Enter your email address",
        "Get the latest headlines delivered straight to your inbox",
        "Photo: Ida Berg/Reuters",
        "Photo by Ida Berg",
        "(Image credit: Norwick Port)",
        "Getty Images",
        "Ida Berg/AFP via Getty Images",
        "Copyright 2024 Norwick Post. All rights reserved.",
        "© 2024 Norwick Post",
        "This material may not be published or redistributed.",
        "Follow us on Twitter",
        "Follow @norwickpost",
        "Follow Ida Berg on X",
        "https://example.org/a/b",
        "By Ida Berg",
        "By Ida Berg and Jon Dahl, Norwick Post",
        "Published: Feb. 3, 2024 10:15 am",
        "February 3, 2024",
        "3 min read",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Cancel reply",
        "Post Comment",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Source: Norwick Post",
        "Reporting by Ida Berg; editing by Jon Dahl",
        "The Associated Press contributed to this report.",
        "Lesen Sie auch: Der Sturm",
        "Lire aussi : la tempête",
        "Home > World > Europe",
        "* * *",
    ],
)
def test_lines_of_the_page_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        SECOND,
        "“Share the burden,” she said.",
        "Follow the money, prosecutors said.",
        "He left.",
        "Yes.",
        "Related charges against two captains were dropped on Friday, a court spokeswoman said.",
        "Read the statement aloud, the judge told him, and sit down.",
        "Sources close to the port said little.",
        "By the time the storm ended, three cranes were gone.",
        "By Monday the water had fallen.",
        "The company said subscribers had paid.",
        "Trending stocks fell again on Tuesday as insurers counted losses.",
        "Photos from the quay showed three cranes in the water.",
        "It was published in 1998.",
        "Why the harbor matters",
    ],
)
def test_lines_of_the_article_are_not(line: str) -> None:
    assert not is_furniture(line)


def test_a_teaser_broken_over_two_lines_takes_both() -> None:
    article = read_article(f"{LEAD}\nAlso Read; Farmers Fear for Their\nHarvest Exports\n{SECOND}\n{THIRD}")
    assert of_kind(article, Kind.FURNITURE) == ["Also Read; Farmers Fear for Their", "Harvest Exports"]


def test_a_label_takes_the_title_below() -> None:
    article = read_article(f"{LEAD}\nRelated:\nGrain prices rise after the storm\n{SECOND}\n{THIRD}")
    assert of_kind(article, Kind.FURNITURE) == ["Related:", "Grain prices rise after the storm"]


def test_nothing_of_the_article_follows_a_comment_form() -> None:
    article = read_article(f"{LEAD}\n\n{SECOND}\n\nLeave a Reply\n\nAnn says: great piece, thank you\n\nSubmit it here")
    assert of_kind(article, Kind.SENTENCE)[-1].endswith("at the quay.")


@pytest.mark.parametrize(
    ("text", "outlet", "dateline"),
    [
        (f"NORWICK (Reuters) - {LEAD}", "Reuters", "NORWICK (Reuters)"),
        (f"NORWICK, Fla. (AP) — {LEAD}", "Associated Press", "NORWICK, Fla. (AP)"),
        (f"(Reuters) - {LEAD}", "Reuters", "(Reuters)"),
        (f"BRUSSELS — {LEAD}", "", "BRUSSELS"),
        (f"{LEAD}\n{SECOND}\nSource: Norwick Post", "Norwick Post", ""),
        (f"{LEAD}\n{SECOND}\n© 2024 Norwick Post. All rights reserved.", "Norwick Post", ""),
        (f"{LEAD}\nThe port is shut, as Gridnews reports.\n{SECOND}", "Gridnews", ""),
        (f"{LEAD}\nAccording to the Norwick Post, it will last.\n{SECOND}", "", ""),
        (f"{LEAD}\nLund told Reuters she was sad.\n{SECOND}", "", ""),
        (f"{LEAD}\n{SECOND}\nSource: https://example.org/a/b", "", ""),
    ],
)
def test_outlet_and_dateline(text: str, outlet: str, dateline: str) -> None:
    article = read_article(text)
    assert (article.outlet, article.dateline) == (outlet, dateline)


@pytest.mark.parametrize(
    "line",
    ["Published: Feb. 3, 2024 10:15 am", "3 February 2024", "Updated 2024-02-03", "By Ida Berg | February 3, 2024"],
)
def test_the_date_is_read(line: str) -> None:
    assert read_article(f"Storm closes harbor\n{line}\n{LEAD}\n{SECOND}").date == "2024-02-03"


def test_a_hard_wrapped_text_is_joined_to_paragraphs() -> None:
    text = (
        "The harbor of Norwick was closed on Monday after a storm tore\n"
        "three cranes from their rails, officials said. It may\n"
        "take weeks to repair them all, and nobody knows who will\n"
        "pay.\n\n"
        "Mayor Ada Lund called the damage severe and asked for the\n"
        "help of the state, which has been slow to answer letters\n"
        "from the coast.\n"
    )
    article = read_article(text)
    assert [len(of_kind(article, kind)) for kind in (Kind.SENTENCE, Kind.SUBHEAD)] == [3, 0]
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LEAD, "en"),
        ("Der Hafen wurde am Montag geschlossen, nachdem ein Sturm drei Kräne von den Schienen gerissen hatte.", "de"),
        (
            "Le port a été fermé lundi après une tempête qui a arraché trois grues de leurs rails, dit-on.",
            "fr",
        ),
        ("El puerto fue cerrado el lunes después de que una tormenta arrancara tres grúas de los rieles.", "es"),
        ("Порт был закрыт в понедельник после шторма.", "ru"),
        ("Xyz", ""),
    ],
)
def test_the_language_is_guessed(text: str, code: str) -> None:
    assert read_article(text).language == code


def test_a_headline_may_end_with_a_full_stop_where_the_text_tells_the_same_at_length() -> None:
    title = "Norwick harbor closed after storm tears cranes from rails."
    article = read_article(f"{title}\n\n{LEAD}\n\n{SECOND}")
    assert of_kind(article, Kind.HEADLINE) == [title]
    article = read_article(f"Storm closes the harbor for weeks.\n\nRepairs begin.\n\nNORWICK — {LEAD}\n\n{SECOND}")
    assert of_kind(article, Kind.HEADLINE) == ["Storm closes the harbor for weeks."]


@pytest.mark.parametrize(
    "first",
    [
        "The storm tore three cranes from their rails.",
        "Police closed Norwick harbor on Monday.",
        "Fishermen sell herring from small wooden boats.",
    ],
)
def test_a_short_first_sentence_is_no_headline(first: str) -> None:
    assert not of_kind(read_article(f"{first}\n\n{LEAD}\n\n{SECOND}"), Kind.HEADLINE)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Northport Herald, 12 March 2026", "Northport Herald"),
        ("The Norwick Times | March 12, 2026", "The Norwick Times"),
        ("Norwick, 12 March 2026", ""),
    ],
)
def test_outlet_and_date_in_a_line_of_their_own(line: str, outlet: str) -> None:
    article = read_article(f"Storm closes Norwick harbor\n\nBy Jane Doe\n\n{line}\n\n{LEAD}\n\n{SECOND}")
    assert of_kind(article, Kind.FURNITURE) == ["By Jane Doe", line]
    assert (article.outlet, article.date) == (outlet, "2026-03-12")
    assert article.headline == "Storm closes Norwick harbor"


def test_a_line_that_leads_up_to_words_is_no_subhead() -> None:
    lines = (
        f"Storm closes Norwick harbor\n{LEAD}\nAda Berg of the Evening Post tweeted\n{SECOND}\nWhat she said\n{THIRD}"
    )
    assert of_kind(read_article(lines), Kind.SUBHEAD) == ["What she said"]


def test_one_line_broken_in_mid_sentence_is_joined_with_what_goes_on_in_small_letters() -> None:
    text = (
        "To close\n\nNobody knew why.\n\nThe council rejected the plan on Monday evening, and\nthe court upheld it.\n"
    )
    sentences = [" ".join(s.span.of(text).split()) for s in read_article(text).sentences if s.kind.tells]
    assert sentences[-1] == "The council rejected the plan on Monday evening, and the court upheld it."


def test_short_lines_in_small_letters_stay_lines() -> None:
    text = "Bridge to close\n\nNobody knew why.\n\ntwo eggs\na cup of milk\nsome flour\n"
    article = read_article(text)
    assert [p.span.of(text) for p in article.paragraphs][-3:] == ["two eggs", "a cup of milk", "some flour"]


def test_a_figure_may_be_broken_over_two_lines() -> None:
    told = "The council rejected the new budget of $36\nmillion when it met again on Monday, by 12\npercent."
    text = f"To close\n\nNobody knew why.\n\n{told}\n"
    assert [(f.value, f.unit) for f in read_article(text).figures] == [
        ("36000000", "USD"),
        ("Monday", "date"),
        ("12", "%"),
    ]
