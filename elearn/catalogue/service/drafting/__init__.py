"""Changes of drafts: saving what is typed, taking lectures in, publishing, giving up."""

from elearn.catalogue.service.drafting.checking import Flaw, flaws_of
from elearn.catalogue.service.drafting.publishing import Previewed, publish
from elearn.catalogue.service.drafting.saving import Writing, begin, discard, save
from elearn.catalogue.service.drafting.taking import insisted, new_key, restored, reworded, taken

__all__ = [
    "Flaw",
    "Previewed",
    "Writing",
    "begin",
    "discard",
    "flaws_of",
    "insisted",
    "new_key",
    "publish",
    "restored",
    "reworded",
    "save",
    "taken",
]
