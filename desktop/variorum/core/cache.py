"""Values that are dear to make, those used last kept. Knows nothing of what they are."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Cache(Generic[Key, Value]):
    """Values by key, those used last kept.

    Two threads that miss the same key at once both make the value: that is rare, and neither waits for the other. Both
    get the one that was made first: whoever asks whether it is the same value as before may ask for the same object.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = threading.Lock()

    def known(self, key: Key) -> Value | None:
        """The value kept under `key`, if there is one."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value kept under `key`, or else the one `make` makes, kept from now on."""
        known = self.known(key)
        if known is not None:
            return known
        value = make()
        with self._lock:
            kept = self._kept.get(key)
            value = value if kept is None else kept
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > self._room:
                self._kept.popitem(last=False)
        return value
