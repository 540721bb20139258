"""Writes what Windows shows as a program's properties, for PyInstaller: python …/version.py VERSION FILE."""

from __future__ import annotations

import sys
from pathlib import Path

_TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The authors of Variorum"),
      StringStruct("FileDescription", "Variorum"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("LegalCopyright", "Apache License 2.0"),
      StringStruct("OriginalFilename", "variorum.exe"),
      StringStruct("ProductName", "Variorum"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def main() -> None:
    """Write the file."""
    version, file = sys.argv[1:]
    numbers = tuple([*map(int, version.split(".")), 0, 0, 0, 0][:4])
    Path(file).write_text(_TEMPLATE.format(numbers=numbers, version=version), encoding="utf-8")


if __name__ == "__main__":
    main()
