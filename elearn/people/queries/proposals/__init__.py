"""Reads of proposals: whose they are to see and to decide, and what may be proposed."""

from elearn.people.queries.proposals.doubles import doubles_of, have_doubles, likely_doubles
from elearn.people.queries.proposals.lists import (
    Communes,
    ProposalPage,
    ProposalRow,
    Wish,
    proposals_page,
    row_of,
)
from elearn.people.queries.proposals.proposing import (
    as_proposer,
    commune_of,
    may_propose,
    people_of,
    posts_held,
    posts_proposed,
    tenure_of,
    unit_of,
    units_of,
)
from elearn.people.queries.proposals.sight import (
    decidable_by,
    may_decide,
    proposal_seen_by,
    proposals_visible_to,
)

__all__ = [
    "Communes",
    "ProposalPage",
    "ProposalRow",
    "Wish",
    "as_proposer",
    "commune_of",
    "decidable_by",
    "doubles_of",
    "have_doubles",
    "likely_doubles",
    "may_decide",
    "may_propose",
    "people_of",
    "posts_held",
    "posts_proposed",
    "proposal_seen_by",
    "proposals_page",
    "proposals_visible_to",
    "row_of",
    "tenure_of",
    "unit_of",
    "units_of",
]
