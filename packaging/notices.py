"""Collects the licenses of everything that a packaged program contains into one file, shown by Help > About > Licenses.

Used by `variorum.spec`. Whatever is in the program's folder is of a Python distribution, of Python, of Debian's
packages on the machine that builds, or ours; each has its text, or the build ends.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

_HERE = Path(__file__).parent
_TEXTS = _HERE / "licenses"
_RESOURCES = _HERE.parent / "resources"
_WITHOUT_TEXT = {
    "pyside6_essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "qt-third-party.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "whoosh": ("whoosh.txt",),
}
"""Distributions whose wheels lack a license text."""
_TEXT_FILES = re.compile(r"(^|/)(licen[cs]e|copying|notice|thirdpartynotices|authors)[^/]*$", re.IGNORECASE)
_COMMON = Path("/usr/share/common-licenses")
_COMMON_NAMED = re.compile(rf"{_COMMON}/([A-Z][\w.-]*\w)")
_PACKAGER = (
    "The program was put together by PyInstaller, whose starter it contains. PyInstaller is under the GPL 2.0 or later "
    "with an exception that lets programs built with it be under any license, and of this starter no more is asked."
)


class MissingNoticeError(Exception):
    """Something is in the program's folder that no license text was found for."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is contained, and under which terms."""

    name: str
    version: str
    license: str
    text: str


def collect(modules: Iterable[str], libraries: Iterable[Path]) -> list[Notice]:
    """The notices of these modules' distributions, of these libraries of the system, of Python and of our own.

    Raises `MissingNoticeError`.
    """
    distributions = distributions_of(modules)
    notices = [*_own(), *(notice_of(distribution(name)) for name in distributions), _python(), *_debian(libraries)]
    return [
        *notices,
        *_named_elsewhere(notices),
        Notice("PyInstaller's starter", "", "GPL-2.0+ with exception", _PACKAGER),
    ]


def write(notices: Iterable[Notice], file: Path) -> None:
    """Write what the program reads (`variorum.assets.notices`)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([asdict(notice) for notice in notices], ensure_ascii=False), encoding="utf-8")


def distributions_of(modules: Iterable[str]) -> list[str]:
    """The distributions that these modules are of, by name. What is of none is Python's, or ours."""
    known = packages_distributions()
    tops = {module.partition(".")[0] for module in modules}
    names = {name for top in tops for name in known.get(top, ()) if name.lower() != "variorum"}
    return sorted(names, key=str.lower)


def notice_of(found: Distribution) -> Notice:
    """The notice of a distribution. Raises `MissingNoticeError`."""
    name = found.metadata["Name"]
    ours = (_TEXTS / text for text in _WITHOUT_TEXT.get(name.lower().replace("-", "_"), ()))
    theirs = (Path(str(file.locate())) for file in found.files or () if _TEXT_FILES.search(str(file)))
    texts = [file.read_text("utf-8", "replace") for file in (*ours, *theirs) if file.suffix not in (".py", ".pyc")]
    if not any(text.strip() for text in texts):
        raise MissingNoticeError(f"{name} has no license text; put one into {_TEXTS}")
    return Notice(name, found.version, _declared(found), "\n\n".join(texts))


def _declared(found: Distribution) -> str:
    """What the distribution says of its license, in a few words."""
    metadata = found.metadata.json
    said = str(metadata.get("license_expression") or metadata.get("license") or "").strip()
    if said and "\n" not in said and len(said) < 60:
        return said
    classifiers = [line for line in metadata.get("classifier", ()) if line.startswith("License ::")]
    return ", ".join(line.rpartition("::")[2].strip() for line in classifiers)


def _own() -> Iterator[Notice]:
    def text(*names: str) -> str:
        return "\n\n".join((_RESOURCES / name).read_text(encoding="utf-8") for name in names)

    yield Notice("Variorum", "", "Apache-2.0", (_HERE.parent / "LICENSE").read_text(encoding="utf-8"))
    yield Notice("all-MiniLM-L6-v2 (the model)", "", "Apache-2.0", text("meaning/NOTICE", "meaning/LICENSE"))
    yield Notice("Source Serif 4 (typeface)", "", "OFL-1.1", text("fonts/LICENSE-source-serif-4.txt"))
    yield Notice("Inter (typeface)", "", "OFL-1.1", text("fonts/LICENSE-inter.txt"))
    yield Notice("DejaVu Sans (typeface, symbols)", "", "Bitstream-Vera", text("fonts/LICENSE-dejavu.txt"))
    yield Notice("Common words of English", "", "CC-BY-SA-4.0", text("language/README.md"))


def _python() -> Notice:
    version = ".".join(map(str, sys.version_info[:3]))
    short = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/{short}/copyright"),
    )
    for place in places:
        if place.is_file():
            return Notice("Python", version, "PSF-2.0", place.read_text(encoding="utf-8", errors="replace"))
    raise MissingNoticeError("Python's own license was not found")


def _debian(libraries: Iterable[Path]) -> Iterator[Notice]:
    """One notice for each of Debian's packages that a library is of."""
    packages = {package_of(library) for library in libraries}
    for package, version in sorted(packages):
        copyright_file = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        if not copyright_file.is_file():
            raise MissingNoticeError(f"{package} has no {copyright_file}")
        yield Notice(package.partition(":")[0], version, "see text", copyright_file.read_text("utf-8", "replace"))


def package_of(library: Path) -> tuple[str, str]:
    """Debian's package that a file of the system is of, and its version. Raises `MissingNoticeError`."""
    real = library.resolve()
    # dpkg knows files by the name they were unpacked under; /lib has become a link to /usr/lib since.
    for name in dict.fromkeys([str(real), str(real).removeprefix("/usr"), str(library)]):
        done = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            package = done.stdout.partition(": ")[0].partition(",")[0]
            asked = ["dpkg-query", "-W", "-f", "${Version}", package]
            return package, subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    raise MissingNoticeError(f"{library} is of no package of Debian")


def _named_elsewhere(notices: Iterable[Notice]) -> Iterator[Notice]:
    """Debian's copyright files name the common licenses by their place on a Debian system: here they are."""
    named = {found for notice in notices for found in _COMMON_NAMED.findall(notice.text)}
    for name in sorted(named):
        file = _COMMON / name
        if file.is_file():
            yield Notice(f"Text of {name}", "", name, file.read_text(encoding="utf-8"))
