"""Changes of the catalogue: loading it from text, publishing what was written in the system, and
giving a lecture its film.
"""

from elearn.catalogue.service.loading import load
from elearn.catalogue.service.media import set_medium
from elearn.catalogue.service.publishing import publish_lecture, publish_module
from elearn.catalogue.service.report import Counts, Report

__all__ = ["Counts", "Report", "load", "publish_lecture", "publish_module", "set_medium"]
