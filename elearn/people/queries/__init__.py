"""Reads of people: persons, whom one may see, units and posts held, and the list of people."""

from elearn.people.queries.corrections import (
    CorrectionPage,
    correction_seen_by,
    corrections_for,
    may_answer,
)
from elearn.people.queries.listing import Listed, ListPage, people_page
from elearn.people.queries.persons import (
    canonical,
    canonical_id,
    entries_of,
    entry_ids,
    people_by_phone,
    person_by_id,
    wholes_of,
)
from elearn.people.queries.proposals import may_propose, proposal_seen_by
from elearn.people.queries.sight import SEEING, may_see, person_seen_by, visible_to
from elearn.people.queries.tenures import Term, tenures_on, terms_of
from elearn.people.queries.units import Placed, post_by_key, unit_by_id, units_in

__all__ = [
    "SEEING",
    "CorrectionPage",
    "ListPage",
    "Listed",
    "Placed",
    "Term",
    "canonical",
    "canonical_id",
    "correction_seen_by",
    "corrections_for",
    "entries_of",
    "entry_ids",
    "may_answer",
    "may_propose",
    "may_see",
    "people_by_phone",
    "people_page",
    "person_by_id",
    "person_seen_by",
    "post_by_key",
    "proposal_seen_by",
    "tenures_on",
    "terms_of",
    "unit_by_id",
    "units_in",
    "visible_to",
    "wholes_of",
]
