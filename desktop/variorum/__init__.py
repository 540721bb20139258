"""Variorum: a desktop reader that shows how two versions of a news story differ."""

__version__ = "0.1.0"
