"""Reads of shared viewings: who may see them, whom a leader may mark, and what is on record."""

from elearn.learning.viewings.queries.laid import Laid, elsewhere, laid_of, led
from elearn.learning.viewings.queries.roster import Sitter, roster, roster_of
from elearn.learning.viewings.queries.rules import viewing_rule_on
from elearn.learning.viewings.queries.sight import (
    LEADING,
    areas_led_in,
    may_lead,
    viewing_led_by,
    viewing_seen_by,
    visible_to,
)

__all__ = [
    "LEADING",
    "Laid",
    "Sitter",
    "areas_led_in",
    "elsewhere",
    "laid_of",
    "led",
    "may_lead",
    "roster",
    "roster_of",
    "viewing_led_by",
    "viewing_rule_on",
    "viewing_seen_by",
    "visible_to",
]
