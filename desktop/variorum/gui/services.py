"""What the screens are handed: the services that `gui.app` built, once. Knows no screens and builds nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.core.library.library import Library
    from variorum.core.search.service import SearchService
    from variorum.core.workbench import Workbench
    from variorum.gui.jobs import Jobs
    from variorum.gui.theme.service import ThemeService
    from variorum.settings import Settings


@dataclass(frozen=True, slots=True)
class Services:
    """All that a screen may use. `settings` are those of the start; what changes while the program runs (theme, text
    size) is asked of `theme`, which tells when it does."""

    library: Library
    workbench: Workbench
    search: SearchService
    jobs: Jobs
    theme: ThemeService
    settings: Settings
