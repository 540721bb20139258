"""What was open and how the window stood, kept from one start to the next as JSON. Knows no widgets."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from variorum.core.replacing import replace_file
from variorum.core.reporting import in_short

log = logging.getLogger(__name__)
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Session:
    """The state of the window. Texts are base64 of Qt's own states; ids are 0 where nothing was open."""

    geometry: str = ""
    splitter: str = ""
    results_splitter: str = ""
    sidebar: bool = True
    mode: str = "read"
    article: int = 0
    left: int = 0
    right: int = 0
    article_place: int = 0
    """The offset of the line at the top of the article; 0 at its top."""
    left_place: int = 0
    """The same for the left version of the comparison."""
    right_place: int = 0
    """The same for the right version."""
    hidden_kinds: str = ""
    """Kinds of change that were hidden, by name with spaces between."""
    articles_open: bool = False
    """Whether the list of all articles was unfolded."""


def load(path: Path, library: Path) -> Session:
    """The session of `library` kept in `path`; a fresh one where there is none or it can't be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION or data["library"] != str(library):
            return Session()
        return _checked(dict(data["session"]))
    except FileNotFoundError:
        return Session()
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.info("the last session is not used: %s", in_short(error))
        return Session()


def _checked(data: dict[str, Any]) -> Session:
    kinds = {field.name: type(field.default) for field in fields(Session)}
    for name, value in data.items():
        if name in kinds and type(value) is not kinds[name]:
            raise TypeError(f"{name} is a {type(value).__name__}")
    return Session(**{name: value for name, value in data.items() if name in kinds})


def save(path: Path, library: Path, session: Session) -> None:
    """Keep the session so that a crash leaves the old file or the new one, never a part. Raises `OSError`."""
    whole = {"version": _VERSION, "library": str(library), "session": asdict(session)}
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, json.dumps(whole, indent=1).encode())
