"""Tells what the packaged program's folder weighs, by part: python packaging/sizes.py FOLDER."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

_PARTS = (
    ("the model", "resources/meaning"),
    ("typefaces, icons, word lists", "resources/"),
    ("articles of the first start", "/seeds/"),
    ("the guide", "/docs/guide/"),
    ("Qt: ICU", "libicu"),
    ("Qt: plugins", "Qt/plugins"),
    ("Qt: libraries", "Qt/lib"),
    ("PySide6", "PySide6"),
    ("PySide6", "shiboken6"),
    ("onnxruntime", "onnxruntime"),
    ("numpy: OpenBLAS", "numpy.libs"),
    ("numpy", "numpy"),
    ("libraries of the system", "/system/"),
    ("Python", "python3"),
    ("Python", "base_library"),
)
"""Part, and what stands in the paths of its files; the first that fits holds."""


def part_of(path: str) -> str:
    """The part that a file of the folder is counted to."""
    return next((part for part, sign in _PARTS if sign in path), "our code and everything else")


def main() -> None:
    """Print the parts, the heaviest first."""
    folder = Path(sys.argv[1])
    sizes: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            sizes[part_of(f"/{file.relative_to(folder).as_posix()}")] += file.stat().st_size
    for part, size in sizes.most_common():
        print(f"{size / 1e6:8.1f} MB  {part}")
    print(f"{sizes.total() / 1e6:8.1f} MB  together")


if __name__ == "__main__":
    main()
