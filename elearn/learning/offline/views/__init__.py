"""The doors of leases and envelopes."""

from elearn.learning.offline.views import download, envelopes, files, leasing, page, shell
from elearn.learning.offline.views.door import bp

__all__ = ["bp", "download", "envelopes", "files", "leasing", "page", "shell"]
