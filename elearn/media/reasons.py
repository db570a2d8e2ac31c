"""Messages as data, so that a reason stored today is told in the reader's language tomorrow."""

from typing import Any

from elearn.text import Message


def kept(message: Message) -> dict[str, Any]:
    """Return a message as JSON can hold it."""
    values = {
        name: kept(value) if isinstance(value, Message) else value for name, value in message.values
    }
    return {"template": message.template, "values": values}


def said(data: dict[str, Any]) -> Message:
    """Return the message that was kept."""
    values = tuple(
        (name, said(value) if isinstance(value, dict) else value)
        for name, value in data["values"].items()
    )
    return Message(data["template"], values)
