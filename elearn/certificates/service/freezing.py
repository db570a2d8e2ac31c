"""Freezing the facts: what each person of a list will read on her certificate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from elearn import classes, clock
from elearn.certificates.models import IssuerVersion
from elearn.certificates.queries import Candidate
from elearn.certificates.rules import Facts, fresh_token, last_day
from elearn.certificates.service.deciding import NewDecision
from elearn.people import born_as_printed
from elearn.text import nfc


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose name stands under it; without a title the issuer's usual one, and what is above it."""

    name: str
    title: str = ""
    prefix: str = ""

    def of(self, issuer: IssuerVersion) -> "Signer":
        if nfc(self.title):
            return Signer(nfc(self.name), nfc(self.title), nfc(self.prefix))
        return Signer(nfc(self.name), issuer.signer_title, issuer.signer_prefix)


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: certificates for these participations of a class, by this decision.

    `public_url` begins the address that is printed: where anyone checks them.
    """

    class_id: int
    issuer: str
    decision: NewDecision
    signer: Signer
    participation_ids: frozenset[int]
    public_url: str


@dataclass(frozen=True, slots=True)
class Batch:
    """A class, an issuer as it is called that day, and who is given a certificate."""

    training_class: classes.TrainingClass
    issuer: IssuerVersion
    chosen: Sequence[Candidate]


def facts_of(  # noqa: PLR0913  # What is printed comes from so many sides.
    order: Order,
    batch: Batch,
    turn: classes.Participation,
    number: str,
    unit: str,
    *,
    now: datetime,
) -> Facts:
    held, issuer, signer = batch.training_class, batch.issuer, order.signer.of(batch.issuer)
    return Facts(
        kind=held.programme_version.certificate,
        number=number,
        full_name=turn.person.full_name,
        born=born_as_printed(turn.person.born_on, turn.person.birth_year),
        unit=unit,
        programme_title=held.programme_version.title,
        starts_on=held.starts_on,
        ends_on=_last_day(held, turn),
        periods=held.programme_version.periods,
        decision_number=nfc(order.decision.number),
        decision_on=order.decision.decided_on,
        issued_on=clock.day_of(now),
        issuer_name=issuer.name,
        issuer_parent=issuer.parent,
        place=issuer.place,
        signer_prefix=signer.prefix,
        signer_title=signer.title,
        signer_name=signer.name,
        address=address_in(order.public_url),
    )


def _last_day(held: classes.TrainingClass, turn: classes.Participation) -> date:
    closed = clock.day_of(held.state_at)
    return last_day(planned=held.ends_on, completed=turn.completed_on or closed, closed=closed)


def address_in(public_url: str) -> str:
    """Return a fresh short address below the one the product is known by."""
    return f"{public_url.rstrip('/')}/c/{fresh_token()}"
