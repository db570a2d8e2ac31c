"""Tables of certificates: issuers, registers, decisions, certificates and their states."""

from sqlalchemy import event

from elearn.certificates.models.certificate import Certificate, CertificateFile
from elearn.certificates.models.check import FailedCheck
from elearn.certificates.models.decision import CertificateState, Decision
from elearn.certificates.models.issuer import Issuer, IssuerVersion, Register
from elearn.db import guard

for _row in (Certificate, CertificateFile, CertificateState, Decision):
    event.listen(_row.__table__, "after_create", guard)

__all__ = [
    "Certificate",
    "CertificateFile",
    "CertificateState",
    "Decision",
    "FailedCheck",
    "Issuer",
    "IssuerVersion",
    "Register",
]
