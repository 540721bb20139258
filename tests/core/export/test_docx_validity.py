"""What word processors are strict about in documents of either kind, checked part by part: LibreOffice forgives much
that makes Word ask whether to repair the file (ECMA-376; part 2 is on packages)."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree

import pytest

from variorum.assets import resource_text
from variorum.core.collate.changes import changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.content import Scope
from variorum.core.export.docx import as_docx
from variorum.core.export.memo import memo_of
from variorum.core.export.memo_formats import memo_as_docx
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DC, TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
TRACKED = ("ins", "del", "moveFrom", "moveTo")
HARD = (
    "Prices <b>rise</b> & fall\n\nThe mayor\x0b said: “wait”  for\u00a0it ]]> &amp;\n\n"
    "\u200e(Reuters) - 東京 🛳 ferries run.\n\nAlso read\n\nIt rains.\n\nIt rains."
)


def documents(revised: Comparison) -> dict[str, bytes]:
    """Tracked changes and memos: with notes, of hostile texts, of equal ones and of nothing."""
    reviews = {n: Review(reviewed=n % 2 == 0, note="Ask <them> & call\nback") for n in range(len(changes(revised)))}
    scope = Scope(sigla=("A", "C"), reviews=reviews)
    hard = compare(read_article(HARD), read_article(HARD.replace("rise", "sink").replace("ferries run", "no ferries")))
    nothing, equal = compare(read_article(""), read_article("It rains.")), compare(revised.left, revised.left)
    pairs = {"revised": (revised, scope), "hard": (hard, Scope()), "empty": (nothing, Scope()), "equal": (equal, scope)}
    made = {name: as_docx(comparison, WHEN, own) for name, (comparison, own) in pairs.items()}
    memos = {f"memo-{name}": memo_as_docx(memo_of(c, WHEN.date(), own), WHEN) for name, (c, own) in pairs.items()}
    return made | memos


@pytest.fixture(scope="module", params=["revised", "hard", "empty", "equal"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=["", "memo-"])
def archive(request: pytest.FixtureRequest, revised: Comparison, name: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(documents(revised)[f"{request.param}{name}"]))


def part(archive: zipfile.ZipFile, name: str = "word/document.xml") -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(name))


def stories(archive: zipfile.ZipFile) -> Iterator[ElementTree.Element]:
    """The parts that hold text."""
    return (part(archive, f"word/{name}.xml") for name in ("document", "comments", "header", "footer"))


def test_the_package_is_one_that_every_reader_takes(archive: zipfile.ZipFile) -> None:
    assert archive.testzip() is None
    names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert len({name.casefold() for name in names}) == len(names)
    for info in archive.infolist():
        assert info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        assert re.fullmatch(r"[\w\[\]./]+", info.filename)
        assert not info.filename.startswith("/")
        data = archive.read(info)
        assert data.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
        ElementTree.fromstring(data)


def test_every_part_has_one_content_type(archive: zipfile.ZipFile) -> None:
    types = part(archive, "[Content_Types].xml")
    defaults = Counter(element.get("Extension") for element in types.iter(f"{TYPES}Default"))
    overrides = Counter(element.get("PartName") for element in types.iter(f"{TYPES}Override"))
    assert set(defaults.values()) == set(overrides.values()) == {1}
    for name in archive.namelist()[1:]:
        assert (f"/{name}" in overrides) != (name.rpartition(".")[2] in defaults)
    assert {str(name).lstrip("/") for name in overrides} <= set(archive.namelist())
    kinds = {element.get("PartName"): str(element.get("ContentType")) for element in types.iter(f"{TYPES}Override")}
    assert kinds["/word/document.xml"].endswith("wordprocessingml.document.main+xml")
    assert kinds["/word/settings.xml"].endswith("wordprocessingml.settings+xml")
    assert kinds["/docProps/core.xml"].endswith("package.core-properties+xml")


def test_every_relationship_leads_to_a_part_and_every_part_is_reached(archive: zipfile.ZipFile) -> None:
    reached = set()
    for name in [name for name in archive.namelist() if name.endswith(".rels")]:
        base = PurePosixPath(name).parent.parent
        relations = list(part(archive, name).iter(f"{RELATIONS}Relationship"))
        ids = [relation.get("Id") for relation in relations]
        assert len(set(ids)) == len(ids)
        for relation in relations:
            assert re.match(r"[A-Za-z_]", str(relation.get("Id")))
            assert relation.get("TargetMode") in (None, "Internal")
            reached.add(str(base / str(relation.get("Target"))))
    assert reached == {n for n in archive.namelist() if not n.endswith(".rels") and n != "[Content_Types].xml"}
    ids_there = {r.get("Id") for r in part(archive, "word/_rels/document.xml.rels")}
    used = {value for e in part(archive).iter() for key, value in e.attrib.items() if key.startswith(R)}
    assert used <= ids_there


def test_every_tracked_change_has_an_id_of_its_own_an_author_and_a_date(archive: zipfile.ZipFile) -> None:
    document = part(archive)
    marks = [mark for tag in TRACKED for mark in document.iter(f"{W}{tag}")]
    ranges = [mark for tag in ("moveFrom", "moveTo") for mark in document.iter(f"{W}{tag}RangeStart")]
    ids = [mark.get(f"{W}id") for mark in (*marks, *ranges)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"\d+", str(number)) and int(str(number)) < 2**31 for number in ids)
    for mark in (*marks, *ranges, *part(archive, "word/comments.xml")):
        assert str(mark.get(f"{W}author")).strip()
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(mark.get(f"{W}date")))
        assert datetime.fromisoformat(str(mark.get(f"{W}date"))) == WHEN


def test_ends_of_moves_and_comments_pair_up_in_order(archive: zipfile.ZipFile) -> None:
    document = part(archive)
    tags = [element.tag.removeprefix(W) for element in document.iter()]
    for kind in ("moveFromRange", "moveToRange", "commentRange"):
        starts = [e.get(f"{W}id") for e in document.iter(f"{W}{kind}Start")]
        assert sorted(starts, key=str) == sorted((e.get(f"{W}id") for e in document.iter(f"{W}{kind}End")), key=str)
        assert tags.count(f"{kind}Start") == len(set(starts))
    names = [[e.get(f"{W}name") for e in document.iter(f"{W}{tag}RangeStart")] for tag in ("moveFrom", "moveTo")]
    assert sorted(names[0], key=str) == sorted(names[1], key=str)
    assert len(set(names[0])) == len(names[0])
    said = [e.get(f"{W}id") for e in part(archive, "word/comments.xml").iter(f"{W}comment")]
    assert sorted(said, key=str) == sorted((e.get(f"{W}id") for e in document.iter(f"{W}commentReference")), key=str)
    assert len(set(said)) == len(said)


def test_no_run_is_empty_and_spaces_are_kept(archive: zipfile.ZipFile) -> None:
    for story in stories(archive):
        for run in story.iter(f"{W}r"):
            assert [child for child in run if child.tag != f"{W}rPr"], "a run holds something"
        for words in (*story.iter(f"{W}t"), *story.iter(f"{W}delText")):
            assert words.text
            if words.text != words.text.strip():
                assert words.get(f"{XML}space") == "preserve"
            assert not re.search(r"[\n\t\x00-\x08\x0b-\x1f\ufffe\uffff]", words.text)
    for tag in TRACKED:
        for mark in part(archive).iter(f"{W}{tag}"):
            assert len(mark) or mark.get(f"{W}id"), "an empty one marks the end of a paragraph"


def test_deleted_words_are_told_from_others(archive: zipfile.ZipFile) -> None:
    document = part(archive)
    for gone in document.iter(f"{W}del"):
        assert not list(gone.iter(f"{W}t"))
    deleted = sum(len(list(gone.iter(f"{W}delText"))) for gone in document.iter(f"{W}del"))
    assert len(list(document.iter(f"{W}delText"))) == deleted


ORDER = {
    "pPr": ("pStyle", "keepNext", "keepLines", "pBdr", "spacing", "ind", "jc", "outlineLvl", "rPr"),
    "rPr": (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "color",
        "sz",
        "szCs",
        "lang",
    ),
    "sectPr": ("headerReference", "footerReference", "pgSz", "pgMar"),
    "tblPr": ("tblW", "tblLayout", "tblCellMar"),
    "style": ("name", "basedOn", "next", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr"),
}
"""Children in the order that the schema demands; Word calls a file with another order broken."""


def test_properties_stand_in_the_order_of_the_schema(archive: zipfile.ZipFile) -> None:
    for root in (*stories(archive), part(archive, "word/styles.xml")):
        for element in root.iter():
            order = ORDER.get(element.tag.removeprefix(W))
            if order is not None:
                tags = [child.tag.removeprefix(W) for child in element]
                assert set(tags) <= set(order)
                assert [order.index(tag) for tag in tags] == sorted(order.index(tag) for tag in tags)
        for paragraph in root.iter(f"{W}p"):
            assert all(child.tag != f"{W}pPr" for child in list(paragraph)[1:])
    body = part(archive).find(f"{W}body")
    assert body is not None
    assert [child.tag for child in body].index(f"{W}sectPr") == len(body) - 1
    assert body[-2].tag == f"{W}p", "the last thing before the section is a paragraph"
    for cell in body.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


def test_styles_that_are_named_exist(archive: zipfile.ZipFile) -> None:
    known = {style.get(f"{W}styleId") for style in part(archive, "word/styles.xml").iter(f"{W}style")}
    for story in stories(archive):
        named = {e.get(f"{W}val") for tag in ("pStyle", "rStyle") for e in story.iter(f"{W}{tag}")}
        assert named <= known
    tongue = part(archive, "word/styles.xml").find(f".//{W}lang")
    assert tongue is not None
    assert re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", str(tongue.get(f"{W}val")))


def test_settings_and_core_properties_are_there(archive: zipfile.ZipFile) -> None:
    modes = [e.get(f"{W}val") for e in part(archive, "word/settings.xml").iter(f"{W}compatSetting")]
    assert modes == ["15"], "or Word opens it in compatibility mode"
    core = part(archive, "docProps/core.xml")
    assert core.tag == f"{CORE}coreProperties"
    for tag in (f"{DC}title", f"{DC}creator", f"{TERMS}created", f"{TERMS}modified"):
        assert len(core.findall(tag)) == 1
        assert str(core.findtext(tag)).strip()
    for tag in ("created", "modified"):
        assert datetime.fromisoformat(str(core.findtext(f"{TERMS}{tag}"))) == WHEN


def test_the_style_sheet_is_well_formed_and_names_no_style_twice() -> None:
    styles = ElementTree.fromstring(resource_text("export/docx/styles.xml"))
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    assert len(set(ids)) == len(ids)
    for style in styles.iter(f"{W}style"):
        for tag in ("basedOn", "next"):
            named = style.find(f"{W}{tag}")
            assert named is None or named.get(f"{W}val") in ids
