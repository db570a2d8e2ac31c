"""What an entry is, beside what is known: somebody new, somebody known, or for a person to say."""

from elearn.people.roster.rules.matching.placing import Asked, asked_about, place_of
from elearn.people.roster.rules.matching.verdict import skipped, verdict_of

__all__ = ["Asked", "asked_about", "place_of", "skipped", "verdict_of"]
