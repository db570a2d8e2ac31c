"""Writing entries, and sealing them."""

from elearn.audit.service.recording import record
from elearn.audit.service.sealing import seal

__all__ = ["record", "seal"]
