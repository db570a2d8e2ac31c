"""What an entry says, as one would tell a colleague: by the kind of thing and the action."""

from elearn.home.audits.sentences.accounts import ACCOUNTS
from elearn.home.audits.sentences.people import PEOPLE
from elearn.home.audits.sentences.teaching import TEACHING
from elearn.home.audits.sentences.things import KIND_NAMES
from elearn.text import Message, msg

Key = tuple[str, str]

SENTENCES: dict[Key, Message] = {**PEOPLE, **ACCOUNTS, **TEACHING}


def sentence(subject: str, action: str, thing: object) -> Message:
    """Return what was done, with what it was done to; an act of another version is told as kept."""
    told = SENTENCES.get((subject, action))
    if told is None:
        return msg("làm “%(action)s” với %(thing)s", action=action, thing=thing)
    return Message(told.template, (("thing", thing),)) if "%(thing)s" in told.template else told


def choice(key: Key) -> Message:
    """Return an act as a list of acts to choose from tells it."""
    return sentence(*key, "…")


__all__ = ["KIND_NAMES", "SENTENCES", "Key", "choice", "sentence"]
