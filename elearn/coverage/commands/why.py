"""`elearn coverage why`: why a figure is another than it was, from the shell."""

import json
from datetime import date, datetime
from typing import Any

import click
from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.coverage import queries
from elearn.coverage.commands.reports import geography_asked
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
@click.option("--scheme", "key", default="de_an_1893", show_default=True, help="Khóa của đề án.")
@click.option("--figure", default="", help="Khóa của chỉ số; mặc định là chỉ số đầu.")
@click.option("--as-of", "day", type=Day(), help="Số liệu đến ngày nào; mặc định là hôm nay.")
@click.option("--area", "place", default="VN", show_default=True, help="Tên hoặc mã địa bàn.")
@click.option(
    "--borders",
    default="then",
    show_default=True,
    metavar="then|now|NGÀY",
    help="Địa giới: then (tại thời điểm), now (quy đổi theo hiện nay), hoặc một ngày.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["json", "table"]),
    default="table",
    show_default=True,
    help="json cho chương trình, kèm khóa từng người; table để đọc.",
)
@click.pass_obj
def why(here: Installation, /, kind: str, **asked: Any) -> None:
    """In vì sao một số liệu khác lần trước: từng nguyên nhân, cộng lại đúng bằng chỗ khác."""
    with here.database.reading() as db:
        found = _explained(db, **asked)
    if kind == "json":
        told = why_as_json(found.why, found.indicator)
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo(why_as_table(found.why, found.indicator))


def _explained(db: Session, earlier: datetime, later: datetime | None, **asked: Any) -> Explained:
    moments = _moments(db, earlier, later)
    comparing = Comparing(db, _compared(db, *moments, asked))
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


def _compared(
    db: Session, earlier: datetime, later: datetime | None, asked: dict[str, Any]
) -> Compared:
    today = clock.today()
    day: date = asked["day"] or today
    geography = geography_asked(asked["borders"], day, today)
    scheme = queries.scheme_by_key(queries.schemes_known(db), asked["key"])
    one = queries.indicator_by_key(scheme, asked["figure"])
    queries.check_day(scheme, day, today)
    queries.check_borders(geography, today)
    sight = queries.sight_of(db, OPERATOR, geography.day)
    area = queries.area_asked(db, sight, scheme, asked["place"])
    return Compared(scheme.key, one.key, area.area_id, day, geography, earlier, later)
