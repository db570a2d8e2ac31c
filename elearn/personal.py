"""What is held about a person: told by each domain as plain values, and erased by each."""

from dataclasses import dataclass
from datetime import date, datetime

from elearn.access import Actor
from elearn.text import Message

#: What stands in a cell; a message is said in the reader's language.
Cell = str | int | date | datetime | Message | None


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing held about a person: what it is, its rows, and what becomes of it.

    `fate` says in words what is deleted by itself and when, and what an erasure leaves.
    """

    title: Message
    heads: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fate: Message | None = None


@dataclass(frozen=True, slots=True)
class Erasure:
    """That the personal values of one human being, under all her keys, are to go, and who says so.

    The secret is what names are keyed with where they are kept as digests.
    """

    actor: Actor
    person_ids: frozenset[int]
    now: datetime
    secret_key: str
