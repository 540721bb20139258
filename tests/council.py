"""An article of our own that several tests revise and retell."""

from __future__ import annotations

TEN = (
    "The city council voted on Monday to close the harbor bridge for repairs.",
    "Engineers found cracks in four of its pillars last autumn.",
    "Mayor Anna Lind said the work would take eighteen months.",
    "Ferries will carry commuters across the bay every ten minutes.",
    "Shop owners near the bridge fear that customers will stay away.",
    "A petition against the closure gathered 4,200 signatures.",
    "The state is to pay half of the cost of $36 million.",
    "Traffic on the northern ring road is expected to double.",
    "The last repair of the bridge dates from the nineties.",
    "A new tunnel was rejected by voters two years ago.",
)
"""Its sentences."""
