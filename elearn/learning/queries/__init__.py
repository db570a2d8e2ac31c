"""Reads of learning: the rule in force, where a person stands, her places and her progress."""

from elearn.learning.queries.effects import Effects, effects_on
from elearn.learning.queries.programmes import enrolments_of, progress_of, progress_of_many
from elearn.learning.queries.receipts import (
    Begun,
    begun_by,
    receipt_by_token,
    receipt_keys,
    receipt_text,
    receipts_of,
)
from elearn.learning.queries.reviews import completion_rule_on, reviews_of
from elearn.learning.queries.rule_drafts import (
    completion_rules,
    rule_draft_by_id,
    rule_drafts,
    trial_line,
    trial_lines,
    trial_people,
    watch_rules,
)
from elearn.learning.queries.standings import (
    Stand,
    last_change,
    maps_of,
    seen,
    standing_of,
    standing_with,
)
from elearn.learning.queries.terms import terms_on, watch_rule_after, watch_rule_on

__all__ = [
    "Begun",
    "Effects",
    "Stand",
    "begun_by",
    "completion_rule_on",
    "completion_rules",
    "effects_on",
    "enrolments_of",
    "last_change",
    "maps_of",
    "progress_of",
    "progress_of_many",
    "receipt_by_token",
    "receipt_keys",
    "receipt_text",
    "receipts_of",
    "reviews_of",
    "rule_draft_by_id",
    "rule_drafts",
    "seen",
    "standing_of",
    "standing_with",
    "terms_on",
    "trial_line",
    "trial_lines",
    "trial_people",
    "watch_rule_after",
    "watch_rule_on",
    "watch_rules",
]
