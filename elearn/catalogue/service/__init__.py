"""Changes of the catalogue: loading it from text, and giving a lecture its film."""

from elearn.catalogue.service.loading import load
from elearn.catalogue.service.media import set_medium
from elearn.catalogue.service.report import Counts, Report

__all__ = ["Counts", "Report", "load", "set_medium"]
