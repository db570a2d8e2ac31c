"""Reads of people: persons, whom one may see, units and posts held, and the list of people."""

from elearn.people.queries.corrections import (
    CorrectionPage,
    correction_seen_by,
    corrections_for,
    may_answer,
)
from elearn.people.queries.deciding import (
    DECIDING,
    decided_among,
    decides_anywhere,
    may_decide_person,
    needs_to_decide,
    person_decided_by,
    planned_decided_by,
    tenure_decided_by,
    unit_decided_by,
)
from elearn.people.queries.exclusions import excluded_on, exclusion_by_id, exclusions_of
from elearn.people.queries.grounds import Ground, Narrowing, narrowing_to
from elearn.people.queries.joins import join_by_id, joins_of, likely_same
from elearn.people.queries.levels import (
    LevelsPage,
    qualification_by_id,
    qualifications_of,
    reviewed_in,
    unreviewed_page,
)
from elearn.people.queries.listing import (
    COUNTED,
    Filters,
    Held,
    Listed,
    ListPage,
    Turn,
    people_page,
)
from elearn.people.queries.persons import (
    canonical,
    canonical_id,
    entries_of,
    entry_ids,
    people_by_phone,
    person_by_id,
    wholes_of,
)
from elearn.people.queries.planned import planned_of, planned_on
from elearn.people.queries.proposals import may_propose, proposal_seen_by
from elearn.people.queries.record import PersonRecord, record_of
from elearn.people.queries.sight import SEEING, may_see, person_seen_by, visible_to
from elearn.people.queries.stands import Stand, present_addresses, stands_of
from elearn.people.queries.tenures import Term, tenures_on, terms_of
from elearn.people.queries.unit_list import UnitsAsked, UnitsPage, places_below, units_page
from elearn.people.queries.unit_record import UnitRecord, unit_record, what_ends_with
from elearn.people.queries.unit_sight import unit_seen_by, unit_visible_to
from elearn.people.queries.units import Placed, post_by_key, posts_for, unit_by_id, units_in

__all__ = [
    "COUNTED",
    "DECIDING",
    "SEEING",
    "CorrectionPage",
    "Filters",
    "Ground",
    "Held",
    "LevelsPage",
    "ListPage",
    "Listed",
    "Narrowing",
    "PersonRecord",
    "Placed",
    "Stand",
    "Term",
    "Turn",
    "UnitRecord",
    "UnitsAsked",
    "UnitsPage",
    "canonical",
    "canonical_id",
    "correction_seen_by",
    "corrections_for",
    "decided_among",
    "decides_anywhere",
    "entries_of",
    "entry_ids",
    "excluded_on",
    "exclusion_by_id",
    "exclusions_of",
    "join_by_id",
    "joins_of",
    "likely_same",
    "may_answer",
    "may_decide_person",
    "may_propose",
    "may_see",
    "narrowing_to",
    "needs_to_decide",
    "people_by_phone",
    "people_page",
    "person_by_id",
    "person_decided_by",
    "person_seen_by",
    "places_below",
    "planned_decided_by",
    "planned_of",
    "planned_on",
    "post_by_key",
    "posts_for",
    "present_addresses",
    "proposal_seen_by",
    "qualification_by_id",
    "qualifications_of",
    "record_of",
    "reviewed_in",
    "stands_of",
    "tenure_decided_by",
    "tenures_on",
    "terms_of",
    "unit_by_id",
    "unit_decided_by",
    "unit_record",
    "unit_seen_by",
    "unit_visible_to",
    "units_in",
    "units_page",
    "unreviewed_page",
    "visible_to",
    "what_ends_with",
    "wholes_of",
]
