"""Pictures of what is exported, made by the programs that open it: Chromium, LibreOffice, poppler.

QT_QPA_PLATFORM=offscreen python tests/programs/gallery.py [FOLDER, docs/screenshots/exports if none is named]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.content import Scope
from variorum.core.export.formats import BY_ID, Order
from variorum.core.text.reading import read_article, read_text
from variorum.gui.printing.making import made

ROOT = Path(__file__).parents[2]
WHEN = datetime(2026, 3, 1, tzinfo=UTC)
BEFORE = """\
Council backs harbor plan after a night of protest, but the money is not certain and ferry workers threaten to strike

NORWICK (Coastal Press) - The Norwick council approved the harbor plan by 14 votes to 9 on Tuesday evening.

The plan will cost over $300 million and bring 1,200 jobs to the old docks, Mayor Anna Lind said.

“We have waited twenty years for this, and we will not wait another one,” Lind said after the vote.

Ferries will carry commuters across the bay every ten minutes while the bridge is closed.

Outside the town hall, about 400 protesters demanded that the fish market stay where it is.

The market has stood on the quay since 1891.

Police said the protest was peaceful and that nobody was arrested.

Work on the first pier will begin in March, the harbor office said.
"""
AFTER = """\
Council backs harbor plan after a night of protest, and the state will pay for half of it, the governor says in a letter

NORWICK (Coastal Press) - The Norwick council approved the harbor plan by 12 votes to 9 late on Tuesday.

The market has stood on the quay since 1891.

The plan may cost about $300 million and bring 1,200 jobs to the old docks, Mayor Anna Lind said.

“We have waited twenty years for this, and we will not wait another day,” said council president Omar Reyes afterward.

The state will pay for half of it, Governor Ruth Ames wrote in a letter that was read out at the start of the session.

Ferries will carry commuters across the bay every fifteen minutes while the bridge is closed.

Outside the town hall, about 400 protesters demanded that the fish market stay where it is.

Police said the protest was peaceful and that three people were arrested.
"""


def main(target: Path) -> None:
    """Make all pictures."""
    application = QGuiApplication([])
    left, right = sorted((ROOT / "seeds").glob("*.txt"))[3:]
    pairs = {
        "seeds": compare(read_article(read_text(left)), read_article(read_text(right))),
        "revised": compare(read_article(BEFORE), read_article(AFTER)),
    }
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, comparison in pairs.items():
            _draw(name, comparison, Path(folder), target)
    application.quit()


def _draw(name: str, comparison: Comparison, work: Path, target: Path) -> None:
    order = Order(WHEN, Scope(sigla=("D", "E") if name == "seeds" else ("A", "B")))
    memos = ("memo-pdf", "memo-docx", "memo-html") if name == "revised" else ()
    for form in ("pdf", "docx", "html", *memos):
        file = work / f"{name}-{form}{BY_ID[form].suffix}"
        file.write_bytes(made(BY_ID[form], comparison, order))
        if file.suffix == ".html":
            for scheme in ("light", "dark"):
                _page(file, target / f"{file.stem}-{scheme}.png", work, dark=scheme == "dark")
            continue
        if file.suffix == ".docx":
            profile = f"-env:UserInstallation={(work / 'office').as_uri()}"
            _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work), str(file))
        _run("pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-singlefile", "-png", str(file.with_suffix(".pdf")),
             str(target / file.stem))  # fmt: skip


def _page(file: Path, picture: Path, work: Path, *, dark: bool) -> None:
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    _run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *scheme,
         f"--user-data-dir={work / 'chromium'}", "--window-size=1280,1000", f"--screenshot={picture}",
         file.as_uri())  # fmt: skip


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "screenshots" / "exports")
