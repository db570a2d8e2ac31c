"""Changes to certificates: issuers taken in, lists issued, states brought, files kept, checks."""

from elearn.certificates.service.checking import Answer, Question, look_up
from elearn.certificates.service.deciding import NewDecision
from elearn.certificates.service.ending import (
    Correction,
    Revocation,
    refuse_onlookers,
    replace,
    revoke,
)
from elearn.certificates.service.files import RENDER, keep_file, print_again
from elearn.certificates.service.freezing import Order, Signer
from elearn.certificates.service.issuers import load_issuers
from elearn.certificates.service.issuing import issue

__all__ = [
    "RENDER",
    "Answer",
    "Correction",
    "NewDecision",
    "Order",
    "Question",
    "Revocation",
    "Signer",
    "issue",
    "keep_file",
    "load_issuers",
    "look_up",
    "print_again",
    "refuse_onlookers",
    "replace",
    "revoke",
]
