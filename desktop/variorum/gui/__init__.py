"""The window: Qt, and only here."""

from variorum.gui.refcounts import protect_singletons

protect_singletons()
