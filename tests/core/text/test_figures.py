"""Figures are found with value, unit and qualifier; labels and names are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.core.text.figures import figures
from variorum.core.text.model import Figure, Span
from variorum.core.text.reading import read_article


def found(text: str, *, english: bool = True) -> list[Figure]:
    return list(figures(text, Span(0, len(text)), english=english))


def test_capitals_throughout_are_read_like_small_letters() -> None:
    small = "About 300 people voted 14 to 3 on Friday, and on May 5 some may pay $5 million."
    shouted = found(small.upper())
    assert [figure.text for figure in shouted] == [figure.text.upper() for figure in found(small)]
    assert [(f.value, f.unit, f.qualifier) for f in shouted] == [(f.value, f.unit, f.qualifier) for f in found(small)]
    assert [f.value for f in shouted] == ["300", "14-3", "Friday", "05-05", "5000000"]


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit", "qualifier"),
    [
        ("They gave over $126 billion in aid.", "$126 billion", "126000000000", "USD", "over"),
        ("It cost upwards of $126 billion.", "$126 billion", "126000000000", "USD", "over"),
        ("The letters were spread over 300 pages.", "300 pages", "300", "page", ""),
        ("A loan of €2.5 million was paid.", "€2.5 million", "2500000", "EUR", ""),
        ("He paid £3.5bn for it.", "£3.5bn", "3500000000", "GBP", ""),
        ("It earned 12 million dollars.", "12 million dollars", "12000000", "USD", ""),
        ("A US$750,000 settlement was reached.", "US$750,000", "750000", "USD", ""),
        ("They may spend 5% of GDP.", "5%", "5", "%", ""),
        ("It is above three percent of GDP.", "three percent", "3", "%", "over"),
        ("It fell by nearly 2.5 per cent.", "2.5 per cent", "2.5", "%", "nearly"),
        ("Rates rose 0.5 percentage points.", "0.5 percentage points", "0.5", "percentage point", ""),
        ("Support fell to less than 30% of voters.", "30%", "30", "%", "under"),
        ("Approximately 50 countries met.", "50 countries", "50", "country", "about"),
        ("A group of nearly 50 nations met.", "50 nations", "50", "country", "nearly"),
        ("Some 1,200 people fled.", "1,200 people", "1200", "person", "about"),
        ("At least twenty-five soldiers died.", "twenty-five soldiers", "25", "soldier", "at least"),
        ("Up to 300 boats sank.", "300 boats", "300", "boat", "up to"),
        ("It drew two hundred and ten visitors.", "two hundred and ten visitors", "210", "visitor", ""),
        ("Three senior European leaders met.", "Three senior European leaders", "3", "leader", ""),
        (
            "Tens of thousands of protesters marched.",
            "Tens of thousands of protesters",
            "tens of thousands",
            "protester",
            "",
        ),
        ("He bought a dozen eggs.", "a dozen eggs", "12", "egg", ""),
        ("Nearly four dozen ships left.", "four dozen ships", "48", "ship", "nearly"),
        ("About one-third of members pay.", "one-third", "0.333", "", "about"),
        ("Two-thirds of the fleet is old.", "Two-thirds", "0.667", "", ""),
        ("More than 1.8 million people signed.", "1.8 million people", "1800000", "person", "over"),
        ("It lasted more than three years.", "three years", "3", "years", "over"),
        ("More than six decades of war ended.", "six decades", "60", "years", "over"),
        ("The 12-year-old boy ran.", "12-year-old", "12", "years", ""),
        ("A 90-day ban began.", "90-day", "90", "days", ""),
        ("A 66-page complaint was filed.", "66-page", "66", "page", ""),
        ("It takes 10 to 15 percent.", "10 to 15 percent", "10-15", "%", ""),
        ("It costs $10-12 million.", "$10-12 million", "10000000-12000000", "USD", ""),
        ("Six of the eleven members agreed.", "Six", "6", "member", ""),
        ("“Yes,” Ida Berg, 54, said.", "54", "54", "years", ""),
        ("About 1 in 3 agrees.", "1 in 3", "0.333", "", "about"),
        ("It began a decade ago.", "a decade", "10", "years", ""),
        ("The visit goes over four days.", "four days", "4", "days", ""),
        ("It froze at -5 degrees.", "-5 degrees", "-5", "degree", ""),
        ("It was July 22, 2016.", "July 22, 2016", "2016-07-22", "date", ""),
        ("It was 13 July.", "13 July", "07-13", "date", ""),
        ("On the 13th of July it rained.", "13th of July", "07-13", "date", ""),
        ("It ran July 11-12 in Rome.", "July 11-12", "07-11/12", "date", ""),
        ("In January 2017 it began.", "January 2017", "2017-01", "date", ""),
        ("He left in May for good.", "May", "05", "date", ""),
        ("They met on Thursday evening.", "Thursday evening", "Thursday evening", "date", ""),
        ("It happened last year.", "last year", "last year", "date", ""),
        ("Its pre-2014 borders are gone.", "pre-2014", "2014", "year", ""),
        ("It began in 2022.", "2022", "2022", "year", ""),
        ("In the 1990s it boomed.", "1990s", "1990s", "year", ""),
        ("The third anniversary came.", "third", "3", "ordinal", ""),
        ("It began at 3:30 p.m. sharp.", "3:30 p.m.", "15:30", "time", ""),
        ("The doors close at 10 p.m. sharp.", "10 p.m.", "22:00", "time", ""),
        ("The 61-year-old mayor spoke.", "61-year-old", "61", "years", ""),
        ("A man aged 61 was held.", "61", "61", "years", ""),
        ("He lost 10 to 12 boats.", "10 to 12 boats", "10-12", "boat", ""),
        ("He lost between 10 and 12 boats.", "10 and 12 boats", "10-12", "boat", ""),
        ("Two and a half years passed.", "Two and a half years", "2.5", "years", ""),
        ("He bought a half-dozen eggs.", "a half-dozen eggs", "6", "egg", ""),
        ("A 2,000-strong crowd came.", "2,000-strong", "2000", "", ""),
        ("It has 100-plus rooms.", "100-plus rooms", "100", "room", "over"),
        ("Only two guests came.", "two guests", "2", "guest", "exactly"),
        ("They have met six times.", "six times", "6", "times", ""),
        ("Prices doubled.", "doubled", "2", "times", ""),
        ("Prices more than tripled.", "tripled", "3", "times", "over"),
        ("It cost double the price.", "double", "2", "times", ""),
        ("It halved the fleet.", "halved", "0.5", "times", ""),
        ("Prices rose tenfold.", "tenfold", "10", "times", ""),
        ("They met twice.", "twice", "2", "times", ""),
        ("It happened once before.", "once", "1", "times", ""),
        ("It spoke to an audience of one.", "audience of one", "1", "person", ""),
        ("A pair of ships left.", "pair of ships", "2", "ship", ""),
        ("It invokes Article Five of the treaty.", "Article Five", "5", "article number", ""),
        ("It came in recent weeks.", "recent weeks", "recent weeks", "date", ""),
        ("It comes in the next few days.", "next few days", "next days", "date", ""),
        ("They meet later this year.", "later this year", "later this year", "date", ""),
        ("They meet in early June.", "early June", "early 06", "date", ""),
        ("They meet in May or early June.", "May or early June", "05/early 06", "date", ""),
        ("It began in late 2004.", "late 2004", "late 2004", "year", ""),
        ("In the spring of 2017 it rained.", "spring of 2017", "2017-spring", "date", ""),
        ("They met over Easter weekend.", "Easter weekend", "easter", "date", ""),
        ("They met on New Year’s Eve.", "New Year’s Eve", "new year's eve", "date", ""),
        ("It will take a year.", "a year", "1", "years", ""),
        ("He won by a 3-to-1 margin.", "3-to-1", "3-1", "", ""),
        ("Crowds marched in 12 cities.", "12 cities", "12", "city", ""),
        ("Cracks were found in two of its piers.", "two", "2", "pier", ""),
        ("Four in 10 voters agree.", "Four in 10", "0.4", "", ""),
        ("Nine out of 10 voters agree.", "Nine out of 10", "0.9", "", ""),
        ("He is in his 60s.", "60s", "60s", "years", ""),
        ("As many as 200,000 Norwickers fled.", "200,000 Norwickers", "200000", "norwicker", "up to"),
        ("Some 200,000 Rohingya fled.", "200,000", "200000", "", "about"),
        ("In the blast five were hurt.", "five", "5", "person", ""),
        ("It fell, killing two.", "two", "2", "person", ""),
        ("It cost £350m-a-week.", "£350m", "350000000", "GBP", ""),
        ("They found 20kg of it.", "20kg", "20", "kilogram", ""),
        ("They hold 183 CD's there.", "183 CD's", "183", "cd", ""),
        ("She was 92.", "92", "92", "years", ""),
        ("Clara Holm dies at 92", "92", "92", "years", ""),
        ("All 45 crew members live.", "45 crew members", "45", "member", ""),
        ("Only five crew stayed.", "five crew", "5", "crew", "exactly"),
        ("Few people came.", "Few people", "few", "person", ""),
        ("Few in Norwick slept.", "Few", "few", "person", ""),
        ("A third child was born.", "third", "3", "ordinal", ""),
    ],
)
def test_figures_are_read(text: str, mention: str, value: str, unit: str, qualifier: str) -> None:
    first = found(text)[0]
    assert (first.text, first.value, first.unit, first.qualifier) == (mention, value, unit, qualifier)
    assert first.span.of(text) == mention


@pytest.mark.parametrize(
    "text",
    [
        "The title five men wanted.",
        "Leaders of the G7 met.",
        "A Boeing 747 landed.",
        "Covid-19 spread.",
        "An F-16 flew by.",
        "He lives at 10 Downing Street.",
        "A Number 10 spokesman said so.",
        "Nobody was the one.",
        "One of them left.",
        "The two leaders met.",
        "He may resign.",
        "They march on.",
        "At first, he smiled.",
        "First, he smiled.",
        "No one came.",
        "It was one thing after another.",
        "See page 12.",
        "He won the Formula 1 race.",
        "Once the vote is over, he leaves.",
        "It is a double standard.",
        "Easter eggs were sold.",
        "A pair of them left.",
    ],
)
def test_labels_and_words_are_no_figures(text: str) -> None:
    assert found(text) == []


def test_figures_in_one_sentence_stay_apart() -> None:
    values = [figure.value for figure in found("They want 5% of GDP instead of 2%, or $10 billion by 2030.")]
    assert values == ["5", "2", "10000000000", "2030"]


@pytest.mark.parametrize(
    ("text", "referent"),
    [
        ("It spends 3.3% of GDP.", "GDP"),
        ("They sent $126 billion in military aid.", "military aid"),
        ("Unemployment fell to 4.1 percent.", "Unemployment fell"),
        ("Nearly 50 countries met in Norwick.", "countries"),
        ("They hold 183 compact discs of old files.", "compact discs of old files"),
        ("Tens of thousands of secret files prove it.", "secret files"),
        ("It weighs half a ton.", "weighs"),
        ("They have met six times.", "met"),
        ("He was sentenced to 12 years in prison.", "prison"),
    ],
)
def test_the_referent_names_what_a_figure_is_about(text: str, referent: str) -> None:
    assert found(text)[0].referent == referent


def test_an_ordinal_and_what_it_numbers() -> None:
    third = found("It was the third Lind-Berg summit.")[0]
    assert (third.value, third.unit, third.referent) == ("3", "ordinal", "Lind-Berg summit")


def test_what_moves_by_and_to_is_no_range() -> None:
    assert [f.value for f in found("Oil rose $1.10 to $72.58 a barrel.")] == ["1.1", "72.58"]


def test_years_make_no_range_of_things() -> None:
    assert [(f.value, f.unit) for f in found("It ran between 2016 and 2018.")] == [("2016", "year"), ("2018", "year")]


@given(st.integers(13, 999_999), st.sampled_from(["boats", "people", "files"]))
def test_digits_are_worth_what_they_say(number: int, noun: str) -> None:
    for written in (f"{number:,}", str(number)):
        assert [f.value for f in found(f"They lost about {written} {noun} there.")] == [str(number)]


@given(st.text(alphabet=" abcdEt13,.-–%$“”’\n", max_size=60))
def test_figures_stand_in_order_and_apart(text: str) -> None:
    figures = found(text)
    assert all(0 <= f.span.start < f.span.end <= len(text) and f.text == f.span.of(text) for f in figures)
    assert all(one.span.end <= other.span.start for one, other in pairwise(figures))


def test_other_languages_write_numbers_their_way() -> None:
    german = found("Der Bau kostet 1,5 Milliarden Euro und 1.250 Euro, das sind 3,5 Prozent.", english=False)
    assert [(figure.value, figure.unit) for figure in german] == [("1500000000", "EUR"), ("1250", "EUR"), ("3.5", "%")]


def test_only_what_is_told_has_figures() -> None:
    article = read_article("Storm hits 40 ships\n\nThe storm sank 40 ships on Monday.\n\n© 2024 Norwick Post")
    assert [figure.text for figure in article.figures] == ["40 ships", "40 ships", "Monday"]


def test_a_mention_is_the_figure_with_its_qualifier() -> None:
    article = read_article("The city spent more than $3 million on buses. It sold 40 or more of them, and 12 trams.")
    mentions = [figure.mention.of(article.text) for figure in article.figures]
    assert mentions == ["more than $3 million", "40 or more", "12 trams"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("On the quay four U.S. officials waited.", "4", "official"),
        ("Several U.N. envoys came.", "several", "envoy"),
        ("The 2015 accord provides relief.", "2015", "year"),
        ("He won the 2016 U.S. election.", "2016", "year"),
        ("The 2018 games begin soon.", "2018", "year"),
        ("There 2000 people came.", "2000", "person"),
        ("About 2016 delegates voted.", "2016", "delegate"),
        ("Its rule 12 provides relief.", "12", ""),
    ],
)
def test_a_unit_is_a_noun_and_a_year_is_no_count(text: str, value: str, unit: str) -> None:
    assert [(figure.value, figure.unit) for figure in found(text)] == [(value, unit)]
