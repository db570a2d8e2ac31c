"""Certificates: what was promised on paper, and whether it still holds.

An *issuer* (nơi cấp) is a body that signs; for each kind and year it keeps a *register* (sổ), whose
numbers have no gap and no two alike. Those who completed a closed class are given a *certificate*
by a *decision* (quyết định): its *facts*, every printed word, are frozen in its row and never read
anew. Only a chứng chỉ certifies; a giấy chứng nhận states that a course was completed.

What a certificate is worth stands in its *states*: valid, then perhaps revoked or replaced, each by
a decision with a reason. A job draws its *file* once. Anyone may *check* it, by the token in the QR
code, or by its number together with the name or the day of birth.
"""

from elearn.certificates import personal
from elearn.certificates.models import (
    Certificate,
    CertificateFile,
    CertificateState,
    Decision,
    FailedCheck,
    Issuer,
    Register,
)
from elearn.certificates.queries import (
    Wanted,
    candidates_of,
    certificate_page,
    holders_on,
    may_see,
    record_of,
    records_of_person,
)
from elearn.certificates.rules import STATE_NAMES, FileKind, State
from elearn.certificates.service import (
    Correction,
    NewDecision,
    Order,
    Revocation,
    Signer,
    issue,
    load_issuers,
    replace,
    revoke,
)

__all__ = [
    "STATE_NAMES",
    "Certificate",
    "CertificateFile",
    "CertificateState",
    "Correction",
    "Decision",
    "FailedCheck",
    "FileKind",
    "Issuer",
    "NewDecision",
    "Order",
    "Register",
    "Revocation",
    "Signer",
    "State",
    "Wanted",
    "candidates_of",
    "certificate_page",
    "holders_on",
    "issue",
    "load_issuers",
    "may_see",
    "personal",
    "record_of",
    "records_of_person",
    "replace",
    "revoke",
]
