"""Writing entries, and sealing them."""

from elearn.audit.service.recording import Acted, record, record_all
from elearn.audit.service.sealing import seal

__all__ = ["Acted", "record", "record_all", "seal"]
