"""What an upload is refused for; each kind has its own number in the protocol."""

from elearn.errors import Refusal


class UploadRefusal(Refusal):
    """A request about an upload that is not done."""


class Misunderstood(UploadRefusal):
    """What was asked is not said as the protocol has it."""


class WrongPlace(UploadRefusal):
    """The bytes sent do not follow those that are here."""


class Expired(UploadRefusal):
    """The upload was there, and is gone: it ran out, or its owner took it back."""


class TooMuch(UploadRefusal):
    """More bytes than a file, a person or the house may have."""


class BeingWritten(UploadRefusal):
    """Another request is sending bytes of it at this moment."""


class WrongSum(UploadRefusal):
    """The bytes that came are not those that were sent."""


class NoRoom(UploadRefusal):
    """The disk is full at the moment; later it may not be."""
