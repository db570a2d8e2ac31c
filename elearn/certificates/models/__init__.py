"""Tables of certificates: issuers, registers, decisions, certificates and their states."""

from elearn.certificates.models.certificate import Certificate, CertificateFile
from elearn.certificates.models.check import FailedCheck
from elearn.certificates.models.decision import CertificateState, Decision
from elearn.certificates.models.issuer import Issuer, IssuerVersion, Register

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
