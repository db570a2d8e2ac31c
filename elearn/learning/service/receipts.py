"""Receipts are given and looked into: signed by us, told as they were, held against today."""

import enum
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from sqlalchemy.orm import Session

from elearn import clock, people
from elearn.db import insert_missing
from elearn.errors import Conflict
from elearn.learning import queries, signing
from elearn.learning.models import ReceiptKey, SignedReceipt
from elearn.learning.rules import Told, claims_of, still_holds, told_by
from elearn.text import msg

KIND = "elearn-receipt+jwt"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the address the product is known by, and its secret."""

    public_url: str
    secret_key: str


def give_receipt(
    db: Session, person_id: int, signer: Signer, *, share_percent: int, now: datetime
) -> SignedReceipt:
    """Sign what is held of a person now; who asks again that day and has no more gets the same.

    :raise Conflict: if she has not begun anything.
    """
    told = _told(db, person_id, signer, share_percent=share_percent, now=now)
    if not told.lines:
        raise Conflict(msg("Chưa có phút nào được ghi nhận. Xem một bài giảng rồi làm biên nhận."))
    if last := _same_today(db, told):
        return last
    key = signing.key_of(signer.secret_key)
    insert_missing(db, ReceiptKey, id=key.id, public=key.public, since=now)
    text = signing.signed(signer.secret_key, KIND, claims_of(told))
    given = SignedReceipt(token=told.token, person_id=person_id, said_at=now, text=text)
    db.add(given)
    db.flush()
    return given


def _same_today(db: Session, told: Told) -> SignedReceipt | None:
    """Return the last receipt she was given if it is of the same day and says the same."""
    last = next(iter(queries.receipts_of(db, told.person_id, at_most=1)), None)
    if last is None or clock.day_of(last.said_at) != clock.day_of(told.said_at):
        return None
    found = signing.read(last.text, queries.receipt_keys(db))
    said, now = dict(found.says) if found else {}, claims_of(told)
    return last if said == now | {name: said.get(name) for name in ("jti", "iat")} else None


def _told(
    db: Session, person_id: int, signer: Signer, *, share_percent: int, now: datetime
) -> Told:
    person = people.person_by_id(db, person_id)
    begun = queries.begun_by(db, person_id, share_percent=share_percent)
    return Told(
        issuer=signer.public_url,
        token=token_hex(10),
        person_id=person_id,
        said_at=now,
        name=person.full_name,
        born=people.born_as_printed(person.born_on, person.birth_year),
        unit=_unit(db, person_id, now),
        lines=tuple(one.line for one in begun),
    )


def _unit(db: Session, person_id: int, now: datetime) -> str:
    """Return where she serves now, of several posts the latest; nothing if nowhere."""
    day = clock.day_of(now)
    terms = people.terms_of(db, [person_id], day=day).get(person_id, ())
    held = next((one for one in terms if one.is_held_on(day)), None)
    return people.unit_as_printed(held.org_unit, held.place) if held else ""


class Finding(enum.StrEnum):
    """What a text turned out to be."""

    #: Ours, untouched, and we hold it word for word.
    KEPT = "kept"
    #: Ours and untouched; we hold it no longer, because she asked to be forgotten.
    SIGNED = "signed"
    ALTERED = "altered"
    #: Nothing signed by a key of ours.
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Look:
    """What was found of a text; what it says stands there only if it is true."""

    finding: Finding
    text: str = ""
    told: Told | None = None
    #: Whether all that it says is so today.
    still_holds: bool = False


def look_into(db: Session, text: str, *, share_percent: int) -> Look:
    """Return whether a text is a receipt of ours, what it says, and whether that still holds."""
    compact = signing.compact_in(text)
    found = signing.read(compact, queries.receipt_keys(db)) if compact else None
    if compact is None or found is None:
        return Look(Finding.FOREIGN)
    if not found.is_true:
        return Look(Finding.ALTERED)
    try:
        told = told_by(found.says)
    except ValueError:
        return Look(Finding.FOREIGN)
    return _held_against_today(db, compact, told, share_percent)


def _held_against_today(db: Session, compact: str, told: Told, share_percent: int) -> Look:
    is_kept = queries.receipt_text(db, told.token) == compact
    today = queries.begun_by(db, told.person_id, share_percent=share_percent)
    holds = still_holds(told, [one.line for one in today])
    return Look(Finding.KEPT if is_kept else Finding.SIGNED, compact, told, holds)
