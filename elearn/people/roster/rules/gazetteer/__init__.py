"""Which commune, district or province a text means, as the file means it, and what it is today."""

from elearn.people.roster.rules.gazetteer.building import Called, spots_of
from elearn.people.roster.rules.gazetteer.looking import Gazetteer
from elearn.people.roster.rules.gazetteer.naming import Names
from elearn.people.roster.rules.gazetteer.packaged import names_from
from elearn.people.roster.rules.gazetteer.spots import Heir, Meant, MeantKind, Spot
from elearn.people.roster.rules.gazetteer.wording import parts_of, place_key, spelt_key

__all__ = [
    "Called",
    "Gazetteer",
    "Heir",
    "Meant",
    "MeantKind",
    "Names",
    "Spot",
    "names_from",
    "parts_of",
    "place_key",
    "spelt_key",
    "spots_of",
]
