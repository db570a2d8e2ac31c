"""The closed sets of this domain, and how their members are called."""

from enum import StrEnum

from elearn.catalogue import CertificateKind
from elearn.text import msg


class State(StrEnum):
    """What a certificate is: what was printed never changes, what it is worth may."""

    VALID = "valid"
    REPLACED = "replaced"
    REVOKED = "revoked"


STATE_NAMES = {
    State.VALID: msg("Còn hiệu lực"),
    State.REPLACED: msg("Đã được thay thế"),
    State.REVOKED: msg("Đã bị thu hồi"),
}

#: What the public check answers, as its first words.
VERDICTS = {
    State.VALID: msg("Giấy này có thật và còn hiệu lực"),
    State.REPLACED: msg("Giấy này có thật nhưng đã được thay thế"),
    State.REVOKED: msg("Giấy này đã bị thu hồi"),
}


class FileKind(StrEnum):
    """What a file of a certificate is: as we drew it, sealed by us, signed outside."""

    RENDERED = "rendered"
    SEALED = "sealed"
    SIGNED = "signed"


#: What stands in numbers: CC for chứng chỉ, GCN for giấy chứng nhận.
KIND_SIGNS = {CertificateKind.CERTIFICATE: "CC", CertificateKind.COMPLETION_STATEMENT: "GCN"}
