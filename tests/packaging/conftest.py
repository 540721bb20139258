"""The modules of the folder `packaging`, which is no package: its name is taken."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"variorum_packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def notices() -> ModuleType:
    """The collector of licenses."""
    return _module("notices")


@pytest.fixture(scope="session")
def bundle() -> ModuleType:
    """What goes into the packaged program."""
    return _module("bundle")


@pytest.fixture(scope="session")
def icon() -> ModuleType:
    """The maker of icon files."""
    return _module("icon")
