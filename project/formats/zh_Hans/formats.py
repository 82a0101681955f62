"""Chinese: figures in groups of three, as reports write them; Django's groups of four have no separator."""

from __future__ import annotations

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
