"""Reads of shared viewings: who may see them, whom a leader may mark, and what is on record."""

from elearn.learning.viewings.queries.laid import Laid, elsewhere, laid_of, led, present_last
from elearn.learning.viewings.queries.listing import (
    Listed,
    ViewingPage,
    going_on,
    led_on,
    viewing_page,
)
from elearn.learning.viewings.queries.mine import Own, own_presences, viewing_sat_in
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
from elearn.learning.viewings.queries.telling import Attended, Roll, roll_of, spans_of

__all__ = [
    "LEADING",
    "Attended",
    "Laid",
    "Listed",
    "Own",
    "Roll",
    "Sitter",
    "ViewingPage",
    "areas_led_in",
    "elsewhere",
    "going_on",
    "laid_of",
    "led",
    "led_on",
    "may_lead",
    "own_presences",
    "present_last",
    "roll_of",
    "roster",
    "roster_of",
    "spans_of",
    "viewing_led_by",
    "viewing_page",
    "viewing_rule_on",
    "viewing_sat_in",
    "viewing_seen_by",
    "visible_to",
]
