"""Puts together what slips say: of the people of a commune, of one person, or of a sample."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from elearn import areas, clock, people
from elearn.accounts import queries
from elearn.accounts.models import Account
from elearn.accounts.queries import Contact, Former, HandOut, Waiting
from elearn.accounts.reader import code_rule_on
from elearn.accounts.typst import Sheet, Slip
from elearn.config import Settings
from elearn.text import msg

PAGE = "/activate"
ON_A_PAGE = 6
_SAMPLE = "········"
_ABOVE = msg("người quản trị của tỉnh")


@dataclass(frozen=True, slots=True)
class Around:
    """What all slips of an area share."""

    area: str
    place: str
    former: Mapping[int, Former]
    contact: Contact | None
    settings: Settings
    now: datetime
    last_day: date


@dataclass(frozen=True, slots=True)
class Prepared:
    """The people of an area who are due slips, and what is said around them."""

    people: Sequence[Waiting]
    around: Around

    def sheet(self, codes: Mapping[int, str]) -> Sheet:
        """Return the sheet with a code for each of them."""
        around = self.around
        return Sheet(
            str(msg("Phiếu vào lần đầu: %(area)s", area=around.area)),
            around.settings.product_name,
            around.settings.public_url.rstrip("/") + PAGE,
            f"{around.last_day:%d/%m/%Y}",
            around.now,
            [_slip(one, codes[one.account_id], around) for one in self.people],
        )


def prepared(db: Session, area_id: int, settings: Settings, hand_out: HandOut) -> Prepared:
    """Return who in an area is due a slip now; some seven queries.

    Whose code holds is left out, unless it was made before a moment.
    """
    now = hand_out.now
    due = queries.waiting_in(db, area_id, hand_out)
    until = now + timedelta(days=code_rule_on(hand_out.day).code_days)
    return Prepared(due, _around(db, due, settings, until=until, now=now))


def sample(db: Session, area_id: int, settings: Settings, hand_out: HandOut) -> Sheet:
    """Return the first page of slips of an area as it would be drawn now, without a code."""
    whole = prepared(db, area_id, settings, hand_out)
    first = replace(whole, people=whole.people[:ON_A_PAGE])
    return first.sheet({one.account_id: _SAMPLE for one in first.people})


def single(
    db: Session, account: Account, code: tuple[str, datetime], settings: Settings, *, now: datetime
) -> Sheet:
    """Return one person's slip with the code she was given and until when it holds."""
    day = clock.day_of(now)
    one = queries.posts_told(db, account.id, day=day) or _without_post(db, account)
    around = _around(db, [one], settings, until=code[1], now=now)
    return Prepared([one], around).sheet({account.id: code[0]})


def _without_post(db: Session, account: Account) -> Waiting:
    name = people.person_by_id(db, account.person_id).full_name
    return Waiting(account.id, account.user_name, account.person_id, name, "", 0, "", 0)


def _around(
    db: Session, due: Sequence[Waiting], settings: Settings, *, until: datetime, now: datetime
) -> Around:
    day = clock.day_of(now)
    area_id = due[0].area_id if due else 0
    there = areas.versions_on(db, [area_id], day).get(area_id)
    within = areas.places_on(db, [there], day)[there.id] if there else ""
    own = areas.in_a_sentence(there.full_name) if there else ""
    return Around(
        there.full_name if there else "",
        ", ".join(filter(None, (own, within))),
        queries.former_places(db, {one.unit_id for one in due}, day=day),
        queries.contact_in(db, area_id, day=day),
        settings,
        now,
        clock.day_of(until),
    )


def _slip(one: Waiting, code: str, around: Around) -> Slip:
    former = around.former.get(one.unit_id)
    return Slip(
        one.full_name,
        ", ".join(filter(None, (one.post, one.unit))),
        around.place,
        str(msg("trước %(day)s: %(place)s", day=former.day, place=former.place)) if former else "",
        one.user_name,
        str(msg("Vướng thì hỏi: %(who)s.", who=_whom(one, around.contact))),
        code,
    )


def _whom(one: Waiting, contact: Contact | None) -> str:
    if contact is None or contact.person_id == one.person_id:
        return str(_ABOVE)
    return f"{contact.post} {contact.full_name}, {_grouped(contact.phone or '')}"


def _grouped(phone: str) -> str:
    """Return a telephone number in groups that stay on one line."""
    return "\u00a0".join((phone[:4], phone[4:7], phone[7:]))
