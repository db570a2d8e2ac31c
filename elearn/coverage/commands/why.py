"""`elearn coverage why`: why a figure is another than it was, from the shell."""

from datetime import datetime
from typing import Any

import click
from sqlalchemy.orm import Session

from elearn import clock
from elearn.cli import Installation
from elearn.coverage import queries
from elearn.coverage.commands import options
from elearn.coverage.commands.wanted import wanted
from elearn.coverage.queries.comparing import Compared, Comparing
from elearn.coverage.queries.why import Explained, first_known, why_of
from elearn.coverage.rules.exports.why import why_as_json, why_as_table
from elearn.coverage.rules.why import too_early
from elearn.errors import InvalidInput
from elearn.text import msg

_WRITTEN = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M:%S")
_MOMENT = click.DateTime(formats=_WRITTEN)


@click.command()
@click.option(
    "--from",
    "earlier",
    type=_MOMENT,
    required=True,
    metavar="NGÀY-GIỜ",
    help="Lần trước: biết đến lúc nào, giờ Việt Nam, như 2026-10-22T17:00.",
)
@click.option(
    "--to",
    "later",
    type=_MOMENT,
    metavar="NGÀY-GIỜ",
    help="Lần này: biết đến lúc nào; mặc định là bây giờ.",
)
@options.scheme
@click.option("--figure", default="", help="Khóa của chỉ số; mặc định là chỉ số đầu.")
@options.as_of
@options.area("Tên hoặc mã địa bàn.")
@options.borders
@options.written_as(
    "json", "table", words="json cho chương trình, kèm khóa từng người; table để đọc."
)
@click.pass_obj
def why(here: Installation, /, kind: str, **asked: Any) -> None:
    """In vì sao một số liệu khác lần trước: từng nguyên nhân, cộng lại đúng bằng chỗ khác."""
    with here.database.reading() as db:
        found = _explained(db, **asked)
    options.tell(found, kind, json=_plain, table=_table)


def _plain(found: Explained) -> dict[str, Any]:
    return why_as_json(found.why, found.indicator)


def _table(found: Explained) -> str:
    return why_as_table(found.why, found.indicator)


def _explained(
    db: Session, earlier: datetime, later: datetime | None, figure: str, **asked: Any
) -> Explained:
    then, now = _moments(db, earlier, later)
    of = wanted(db, **asked)
    key = queries.indicator_by_key(of.scheme, figure).key
    compared = Compared(of.scheme.key, key, of.area.area_id, of.day, of.geography, then, now)
    comparing = Comparing(db, compared)
    if not comparing.is_of_persons:
        raise InvalidInput(figure=msg("Chỉ số này không đếm người nên không kể được từng người."))
    return why_of(db, comparing)


def _moments(
    db: Session, earlier: datetime, later: datetime | None
) -> tuple[datetime, datetime | None]:
    begins = clock.day_of(first_known(db) or clock.now())
    if earlier.date() < begins:
        raise InvalidInput(**{"from": too_early(begins)})
    then, now = _local(earlier), _local(later) if later else None
    if then >= min(now or clock.now(), clock.now()):
        raise InvalidInput(**{"from": msg("Lần trước phải sớm hơn lần này.")})
    return then, now


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=clock.ZONE)
