"""Proposals of a commune: said there, confirmed or refused above, counting once confirmed."""

from elearn.people.service.proposals.confirming import Settled, confirm_proposals
from elearn.people.service.proposals.declining import refuse_proposal, withdraw_proposal
from elearn.people.service.proposals.proposing import (
    Beginning,
    Leaving,
    propose_begin,
    propose_end,
)

__all__ = [
    "Beginning",
    "Leaving",
    "Settled",
    "confirm_proposals",
    "propose_begin",
    "propose_end",
    "refuse_proposal",
    "withdraw_proposal",
]
