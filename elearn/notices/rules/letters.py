"""When a letter is tried again, what an address looks like, and the code that confirms it."""

import hmac
import re
from datetime import datetime, timedelta
from enum import StrEnum

from elearn.text import msg


class LetterState(StrEnum):
    """What became of a letter."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"


LETTER_STATE_NAMES = {
    LetterState.WAITING: msg("chờ gửi"),
    LetterState.SENT: msg("đã gửi"),
    LetterState.REFUSED: msg("hộp thư không nhận"),
}

CODE_HOLDS = timedelta(hours=1)
MOST_TRIES = 5  # Of a million codes five may be guessed.
_LETTER_PAUSES = (2, 10, 60, 240, 720)
_SERVER_PAUSES = (1, 2, 5, 15, 60)
#: Without the signs that mean something else in the head of a letter: "=?…?=" is a word in code.
_NAME = r"[\w!#$%&'*+/^`{|}~-]+"
_ADDRESS = re.compile(
    rf"(?=[^@]{{1,64}}@){_NAME}(?:\.{_NAME})*@(?:[A-Za-z0-9-]{{1,63}}\.)+[A-Za-z]{{2,63}}"
)


def letter_pause(attempts: int) -> timedelta:
    """Return how long a letter waits after so many attempts: from minutes to half a day."""
    return timedelta(minutes=_LETTER_PAUSES[min(attempts, len(_LETTER_PAUSES)) - 1])


def server_pause(failures: int) -> timedelta:
    """Return how long a server is left alone that could not be reached so often in a row."""
    return timedelta(minutes=_SERVER_PAUSES[min(failures, len(_SERVER_PAUSES)) - 1])


def is_address(text: str) -> bool:
    """Return whether a letter may be sent there at all; whether it arrives, the code tells."""
    return text.isascii() and len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def code_of(secret: str, person_id: int, address: str, asked_at: datetime) -> str:
    """Return the six figures that confirm an address; they are computed, and kept nowhere."""
    told = f"mail address {person_id} {address} {asked_at.timestamp():.6f}"
    digest = hmac.digest(secret.encode(), told.encode(), "sha256")
    return f"{int.from_bytes(digest[:8]) % 1_000_000:06}"
