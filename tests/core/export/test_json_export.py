"""`compare --json` of the seeds: valid against the schema, spans that join back, no false alarm."""

from __future__ import annotations

import json
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from variorum.assets import resource_text, seeds
from variorum.core.collate.compare import compare
from variorum.core.collate.hand import HandLinks
from variorum.core.export.json_export import as_json
from variorum.core.handmade.model import Review
from variorum.core.text.plain import plain
from variorum.core.text.reading import decode, read_article

SEEDS = sorted((f for f in seeds().iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
PAIRS = [*combinations(range(5), 2)]
Data = dict[str, Any]


@cache
def text(index: int) -> str:
    return decode(SEEDS[index].read_bytes(), SEEDS[index].name)


@cache
def compared(left: int, right: int) -> Data:
    comparison = compare(read_article(text(left)), read_article(text(right)))
    data: Data = json.loads(json.dumps(as_json(comparison, SEEDS[left].name, SEEDS[right].name)))
    return data


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(resource_text("schemas/compare.schema.json"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_it_is_valid(left: int, right: int) -> None:
    validator().validate(compared(left, right))


@pytest.mark.parametrize("broken", [{"extra": 1}, {"regime": "other"}, {"claims": [{"kind": "added"}]}])
def test_the_schema_is_strict(broken: Data) -> None:
    assert not validator().is_valid(compared(0, 1) | broken)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_claims_cover_every_sentence_once(left: int, right: int) -> None:
    data = compared(left, right)
    for name in ("left", "right"):
        told = [s for s in data[name]["sentences"] if s["kind"] in ("sentence", "headline")]
        wanted = [at for s in told for at in range(s["start"], s["end"])]
        covered = [at for claim in data["claims"] for start, end in claim[name] for at in range(start, end)]
        assert sorted(covered) == wanted


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_what_differs_in_typography_only_is_listed_and_nothing_else_is(left: int, right: int) -> None:
    for claim in compared(left, right)["claims"]:
        chosen = [claim["words"][at] for at in claim.get("typography", [])]
        gone, come = ("".join(part for op, part in chosen if op == sign) for sign in "-+")
        assert len({op for op, _ in chosen}) in (0, 2)
        assert plain(gone).text.split() == plain(come).text.split()


def test_a_curly_mark_is_no_change_and_both_sides_join() -> None:
    left, right = "Storm\n\nLind didn’t say  “no” on Monday.", 'Storm\n\nLind didn\'t say "no" on Monday.'
    (_, claim) = as_json(compare(read_article(left), read_article(right)), "a", "b")["claims"]
    assert claim["kind"] == "unchanged"
    assert claim["words"] == [
        ["=", "Lind "], ["-", "didn’t"], ["+", "didn't"], ["=", " say"], ["-", "  “no”"], ["+", " \"no\""],
        ["=", " on Monday."],
    ]  # fmt: skip
    assert claim["typography"] == [1, 2, 4, 5]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_words_join_to_both_passages(left: int, right: int) -> None:
    data = compared(left, right)
    for claim in data["claims"]:
        for name, op, source in (("left", "-", text(left)), ("right", "+", text(right))):
            words = "".join(part for kind, part in claim["words"] if kind in ("=", op))
            passages = " ".join(source[start:end] for start, end in claim[name])
            assert words == passages


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_figures_and_quotations_stand_where_they_say(left: int, right: int) -> None:
    data = compared(left, right)
    for pair in (*data["figures"], *data["quotes"]):
        for name, source in (("left", text(left)), ("right", text(right))):
            if pair[name]:
                assert source[pair[name]["start"] : pair[name]["end"]] == pair[name]["text"]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_no_figure_of_the_seeds_contradicts_another(left: int, right: int) -> None:
    data = compared(left, right)
    assert data["counts"]["changed_figures"] == 0
    assert "changed" not in {pair["kind"] for pair in data["figures"]}


def test_furniture_and_repeats_are_marked() -> None:
    data = compared(2, 4), compared(3, 4)
    kinds = [{s["kind"] for s in side["sentences"]} for side in (data[0]["left"], data[1]["left"], data[1]["right"])]
    assert all("furniture" in found for found in kinds)
    assert "repeated" in kinds[2]
    furniture = [
        " ".join(text(index)[s["start"] : s["end"]].split())
        for index, side in ((2, data[0]["left"]), (3, data[1]["left"]), (4, data[1]["right"]))
        for s in side["sentences"]
        if s["kind"] == "furniture"
    ]
    assert any("Militarytimes" in line for line in furniture)
    assert any("Also Read" in line for line in furniture)
    assert any("Leave a Reply" in line for line in furniture)


def test_the_words_of_healey_are_given_to_hegseth() -> None:
    (pair,) = [quote for quote in compared(3, 4)["quotes"] if quote["speaker"] == "differs"]
    assert pair["kind"] == "changed"
    assert pair["left"]["text"].startswith("We hear your concerns about")
    assert "Hegseth" in pair["left"]["speaker"]
    assert "Healey" in pair["right"]["speaker"]


def test_the_same_aid_in_other_words() -> None:
    figures = compared(0, 2)["figures"]
    assert ("same", "126000000000") in {(f["kind"], f["left"]["value"]) for f in figures if f["left"]}
    spending = [f for f in figures if f["left"] and f["right"] and f["left"]["value"] == f["right"]["value"] == "3"]
    spending = [f for f in spending if f["left"]["unit"] == "%"]
    assert [f["kind"] for f in spending] == ["same"]


REVISED = (
    "The council closed the harbor bridge on Monday.\n\n{}\n\n{}\n\nShop owners fear that customers will stay away.",
    ("“Ferries will carry every commuter over the bay,” Anna Lind said.", "The state will pay for half of it."),
    ("Anna Lind said ferries would carry every commuter over the bay.", "The state may pay for half of it."),
)


def test_stance_and_paraphrase_are_told_with_their_places() -> None:
    frame, before, after = REVISED
    left, right = frame.format(*before), frame.format(*after)
    data = json.loads(json.dumps(as_json(compare(read_article(left), read_article(right)), "a", "b")))
    validator().validate(data)
    (stance,) = data["stance"]
    assert (stance["kind"], stance["left"]["text"], stance["right"]["text"]) == ("certainty", "will", "may")
    assert left[stance["left"]["start"] : stance["left"]["end"]] == "will"
    assert data["claims"][stance["claim"]]["right"][0][0] <= stance["right"]["start"]
    assert data["counts"]["stance"] == 1
    (quote,) = data["quotes"]
    assert (quote["kind"], quote["wording"]) == ("changed", "paraphrased")
    assert (quote["left"]["quoted"], quote["right"]["quoted"]) == (True, False)
    assert quote["right"]["text"] == after[0]


def test_one_seed_rules_out_what_another_suggests() -> None:
    words = {(pair["kind"], pair["left"]["text"], pair["right"]["text"]) for pair in compared(0, 4)["stance"]}
    assert ("certainty", "suggests", "rules out") in words


def test_reviews_and_links_by_hand_are_there_where_there_are_any() -> None:
    left, right = (read_article(text(index)) for index in (3, 4))
    one, other = ([sentence.span for sentence in side.sentences if sentence.kind.tells] for side in (left, right))
    pair = (one[0], other[-1])
    comparison = compare(left, right, hand=HandLinks(linked=(pair,)))
    data = as_json(comparison, "", "", {1: Review(reviewed=True, note="seen")})
    validator().validate(data)
    (said,) = data["reviews"]
    assert (said["reviewed"], said["note"]) == (True, "seen")
    assert any(claim.get("by_hand") for claim in data["claims"])
    plain = compared(3, 4)
    assert "reviews" not in plain
    assert not any("by_hand" in claim for claim in plain["claims"])
