"""Invented news: sentences put together from what somebody did, to what, how much and when.

Nothing is taken from any text; the same seed writes the same article. It has names, figures, quotations and short
sentences, as news has.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

# fmt: off
_FIRST = [
    "Anna", "Jonas", "Mirela", "Tobias", "Ingrid", "Karim", "Lucia", "Pavel", "Naomi", "Oskar", "Selma", "Viktor",
]
_LAST = [
    "Lind", "Marek", "Ostrow", "Haddad", "Brenner", "Calloway", "Sato", "Virtanen", "Okafor", "Delacroix", "Quill",
    "Tamm", "Rask", "Abara", "Novotny", "Weller",
]
_ROLES = [
    "Mayor", "Prosecutor", "Minister", "Professor", "Captain", "Senator", "Commissioner", "Spokeswoman",
]
_PLACES = [
    "Malmberg", "Port Ellis", "Kestrel Bay", "Dunmore", "Varna Hill", "Saltworth", "Old Harrow", "Lindholm",
    "Brackwater", "Tessel", "Norvik", "Gray Point",
]
_BODIES = [
    "the city council", "the ferry company", "the regional court", "the teachers' union", "the port authority",
    "the health ministry", "an independent panel", "the state railway", "the fishing fleet", "the power company",
    "the opposition party", "a group of residents", "the school board", "the coast guard", "the national archive",
    "the dairy cooperative", "the water board", "the chamber of commerce", "the airport operator",
]
_DEEDS = [
    "rejected", "approved", "postponed", "criticized", "defended", "withdrew", "published", "challenged", "praised",
    "inspected", "financed", "canceled", "announced", "reviewed", "abandoned", "expanded", "questioned", "sold",
    "repaired", "delayed", "opened", "closed", "blocked", "signed",
]
_THINGS = [
    "a plan for the harbor bridge", "the contract for new trams", "a report on polluted wells", "the old tunnel",
    "a ban on night flights", "the budget for rural clinics", "a bid for the stadium", "the merger of two banks",
    "an appeal against the verdict", "the timetable of the ferries", "a dam above the valley", "the lighthouse",
    "a tax on empty houses", "the license of the quarry", "a treaty on herring quotas", "the parking garage",
    "a loan to the shipyard", "the evacuation of the island", "a study of flood defenses", "the cable under the bay",
    "an exhibition of stolen maps", "the strike of the crane drivers", "a memorial to the miners",
    "the vaccination of cattle", "a lease on the customs house", "the search for the trawler",
    "a wind farm off the cape", "the reform of pensions", "an inquiry into bribes", "the recall of heaters",
]
_TAILS = [
    "after hours of heated debate", "despite warnings from engineers", "without giving any reason",
    "in spite of rain", "as protesters gathered outside", "in a letter seen by reporters",
    "under pressure from creditors", "by a wide margin", "hours before the deadline", "against the advice of lawyers",
    "for the second time", "with support from farmers", "to the surprise of neighbors", "on the eve of the festival",
    "because of missing documents", "during a brief session", "following complaints from tenants",
    "amid doubts about safety", "at the request of insurers", "in the absence of rivals",
]
_WHYS = [
    "prices for timber had doubled", "nobody had checked the pillars", "the old law allowed no exception",
    "tourists stay away in winter", "the pumps failed twice", "younger families were moving inland",
    "the archive had burned down", "fuel was running short", "insurers refused to pay", "the soil was too soft",
    "the records were never kept", "volunteers had mapped the reef", "the roof leaked", "buses ran empty at night",
    "divers found a second leak", "the signal arrived late", "the harvest had rotted", "the glaciers feed the river",
]
_COUNTED = [
    "workers", "houses", "ships", "pupils", "trees", "bridges", "patients", "voters", "farms", "complaints",
    "passengers", "soldiers", "shops", "nurses", "villages", "cars",
]
_FATES = [
    "were affected", "had been counted", "are to be replaced", "stood idle", "were insured", "will be needed",
    "remained without power", "were left unharmed", "had to be moved", "were inspected again",
]
_TIMES = [
    "on Monday", "on Tuesday", "last spring", "in early March", "two years ago", "on Friday evening", "in 2019",
    "last week", "in the autumn", "on Thursday", "at the weekend", "in July",
]
_SHORT = [
    "Nobody was hurt.", "It rained.", "The talks failed.", "That was denied.", "Few believed it.",
    "The vote was close.", "He stayed away.", "Trains stood still.", "She laughed.", "No date was set.",
    "Others disagree.", "Prices rose.",
]
TWICE = [
    "He declined to comment.", "The company did not answer.", "An appeal is possible.", "Details were not released.",
]
"""Sentences that may well stand in one article more than once."""
# fmt: on


@dataclass(frozen=True)
class Cast:
    """Who and what an article is about."""

    people: list[str]
    places: list[str]
    bodies: list[str]


def invented(seed: int, sentences: int) -> list[list[str]]:
    """An article: its headline, then paragraphs of sentences."""
    rng = random.Random(seed)
    people = [f"{first} {last}" for first, last in zip(rng.sample(_FIRST, 5), rng.sample(_LAST, 5), strict=True)]
    size = min(len(_BODIES), 8 + sentences // 30)
    cast = Cast(people, rng.sample(_PLACES, 4), rng.sample(_BODIES, size))
    told: dict[str, None] = {}
    while len(told) < sentences:
        told[_sentence(rng, cast)] = None
    paragraphs = [[f"{_sentence_of_deeds(rng, cast).rstrip('.')}"]]
    rest = list(told)
    while rest:
        size = rng.choice([1, 1, 2, 2, 3, 4])
        paragraphs.append(rest[:size])
        rest = rest[size:]
    return paragraphs


def _sentence(rng: random.Random, cast: Cast) -> str:
    kinds: list[Callable[[random.Random, Cast], str]] = [
        _sentence_of_deeds,
        _joined_sentence,
        _quotation,
        _count,
        _cost,
        _reason,
    ]
    if rng.random() < 0.04:
        return rng.choice(_SHORT)
    return rng.choices(kinds, weights=[5, 4, 3, 3, 2, 4])[0](rng, cast)


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _who(rng: random.Random, cast: Cast) -> str:
    if rng.random() < 0.6:
        return rng.choice(cast.bodies)
    person = rng.choice(cast.people)
    return f"{_ROLES[cast.people.index(person)]} {person}" if rng.random() < 0.5 else person.split()[1]


def _deed(rng: random.Random) -> str:
    return f"{rng.choice(_DEEDS)} {rng.choice(_THINGS)}"


def _sentence_of_deeds(rng: random.Random, cast: Cast) -> str:
    place = f" in {rng.choice(cast.places)}" if rng.random() < 0.4 else ""
    return _upper(f"{_who(rng, cast)} {_deed(rng)}{place} {rng.choice(_TAILS)} {rng.choice(_TIMES)}.")


def _joined_sentence(rng: random.Random, cast: Cast) -> str:
    joint = rng.choice([", and ", ", but ", "; ", ", while "])
    first = f"{_who(rng, cast)} {_deed(rng)} {rng.choice(_TIMES)}"
    return _upper(f"{first}{joint}{rng.choice(cast.bodies)} {_deed(rng)} {rng.choice(_TAILS)}.")


def _quotation(rng: random.Random, cast: Cast) -> str:
    said = f"{_upper(rng.choice(_WHYS))} when {rng.choice(cast.bodies)} {_deed(rng)}"
    speaker = _who(rng, cast)
    if rng.random() < 0.5:
        return f"“{said},” {speaker} said {rng.choice(_TIMES)}."
    return f"{_upper(speaker)} told reporters {rng.choice(_TIMES)}: “{said}.”"


def _number(rng: random.Random) -> str:
    return rng.choice([str(rng.randint(13, 98)), f"{rng.randint(1, 40)},{rng.randint(100, 999)}"])


def _count(rng: random.Random, cast: Cast) -> str:
    about = rng.choice(["About", "More than", "At least", "Some", "Nearly", "Up to"])
    counted = f"{about} {_number(rng)} {rng.choice(_COUNTED)} in {rng.choice(cast.places)} {rng.choice(_FATES)}"
    return f"{counted} {rng.choice(_TAILS)}, according to {rng.choice(cast.bodies)}."


def _cost(rng: random.Random, cast: Cast) -> str:
    amount = f"${rng.randint(2, 95)} {rng.choice(['million', 'billion'])}"
    share = f"{rng.randint(2, 90)} {rng.choice(['percent', 'percent'])}"
    thing = _upper(rng.choice(_THINGS))
    return f"{thing} will cost {amount}, of which {rng.choice(cast.bodies)} pays {share} {rng.choice(_TAILS)}."


def _reason(rng: random.Random, cast: Cast) -> str:
    return _upper(f"{_who(rng, cast)} said {rng.choice(_TIMES)} that {rng.choice(_WHYS)} where {_other(rng, cast)}.")


def _other(rng: random.Random, cast: Cast) -> str:
    return f"{rng.choice(cast.bodies)} {_deed(rng)} {rng.choice(_TAILS)}"
