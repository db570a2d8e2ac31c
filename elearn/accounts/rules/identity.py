"""Who somebody is to another house."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody as a provider knows her; the same pair is the same person for ever."""

    issuer: str
    subject: str
