"""The closed sets of the catalogue, the shape of a programme, who may decide; plain values."""

from elearn.catalogue.rules.fates import Fate, Standing, fate_in_folder, fate_out_of_folder
from elearn.catalogue.rules.outline import LectureInOutline, ModuleInOutline, Outline
from elearn.catalogue.rules.rights import CHOOSERS, may_publish, may_set_medium
from elearn.catalogue.rules.sets import (
    BLOCK_NAMES,
    CERTIFICATE_NAMES,
    CONTENT_TAG_NAMES,
    MODE_NAMES,
    REGION_NAMES,
    Block,
    CertificateKind,
    ContentTag,
    Mode,
    Opening,
    Origin,
    Region,
)

__all__ = [
    "BLOCK_NAMES",
    "CERTIFICATE_NAMES",
    "CHOOSERS",
    "CONTENT_TAG_NAMES",
    "MODE_NAMES",
    "REGION_NAMES",
    "Block",
    "CertificateKind",
    "ContentTag",
    "Fate",
    "LectureInOutline",
    "Mode",
    "ModuleInOutline",
    "Opening",
    "Origin",
    "Outline",
    "Region",
    "Standing",
    "fate_in_folder",
    "fate_out_of_folder",
    "may_publish",
    "may_set_medium",
]
