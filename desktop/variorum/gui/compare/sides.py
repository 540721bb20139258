"""What the two sides of a comparison are called."""

from __future__ import annotations

from variorum.gui.compare.presentation import Side
from variorum.gui.words import tr

SIDES = {Side.LEFT: tr("Left version"), Side.RIGHT: tr("Right version")}
SHORT = {Side.LEFT: tr("left"), Side.RIGHT: tr("right")}
