"""Refusals: what the house says no to, in words for the person it concerns."""

from elearn.text import Message, msg


class Refusal(Exception):
    """A request that is understood and not done; the message says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class NotFound(Refusal):
    """There is no such thing, or none that this person may know of."""


class Forbidden(Refusal):
    """The person may not do this; the message names who may."""


class Conflict(Refusal):
    """The thing has changed meanwhile, or stands in the way of itself."""

    def __init__(self, message: Message, *, over: str = "") -> None:
        """Name what it is `over` where a script of ours has something to do about it."""
        super().__init__(message)
        self.over = over


class InvalidInput(Refusal):
    """Some fields are wrong; each has a message of its own."""

    def __init__(self, **fields: Message) -> None:
        super().__init__(msg("Còn %(count)s chỗ cần sửa.", count=len(fields)))
        self.fields = fields

    def __str__(self) -> str:
        return "; ".join(f"{name}: {text}" for name, text in self.fields.items())
