"""Reads of certificates: the register, one certificate, one person's, one class's, and holders."""

from elearn.certificates.queries.candidates import Candidate, candidates_of
from elearn.certificates.queries.coming import Coming, coming_to
from elearn.certificates.queries.failures import failures_from, failures_with
from elearn.certificates.queries.holders import holders_on
from elearn.certificates.queries.issuers import issuer_on, issuers_on, registers
from elearn.certificates.queries.listing import PAGE, Listed, Wanted, certificate_page, years
from elearn.certificates.queries.records import (
    Record,
    record_by_number,
    record_by_token,
    record_of,
    records_of,
    records_of_person,
    replaced_by,
)
from elearn.certificates.queries.sight import (
    certificate_seen_by,
    may_manage,
    may_see,
    visible_to,
)
from elearn.certificates.queries.units import units_on
from elearn.certificates.queries.whole import Inspection, inspect

__all__ = [
    "PAGE",
    "Candidate",
    "Coming",
    "Inspection",
    "Listed",
    "Record",
    "Wanted",
    "candidates_of",
    "certificate_page",
    "certificate_seen_by",
    "coming_to",
    "failures_from",
    "failures_with",
    "holders_on",
    "inspect",
    "issuer_on",
    "issuers_on",
    "may_manage",
    "may_see",
    "record_by_number",
    "record_by_token",
    "record_of",
    "records_of",
    "records_of_person",
    "registers",
    "replaced_by",
    "units_on",
    "visible_to",
    "years",
]
