"""`elearn coverage report`: the figures of an area, from the shell."""

from typing import Any

import click

from elearn.cli import Installation
from elearn.coverage import queries
from elearn.coverage.commands import options
from elearn.coverage.commands.wanted import wanted
from elearn.coverage.rules import as_csv, as_json, as_table


@click.command()
@options.scheme
@options.as_of
@options.area("Mã địa bàn theo địa giới đã chọn: VN, 2 số (tỉnh), 3 số (huyện cũ), 5 số (xã).")
@options.borders
@options.written_as(
    "json", "csv", "table", words="json cho chương trình, csv cho Excel, table để đọc."
)
@click.pass_obj
def report(here: Installation, /, kind: str, **asked: Any) -> None:
    """In độ phủ của một đề án tại một địa bàn, đúng như trang Độ phủ."""
    with here.database.reading() as db:
        of = wanted(db, **asked)
        found = queries.table_of(db, of.scheme, of.area, of.day, of.geography)
    options.tell(found, kind, json=as_json, csv=as_csv, table=as_table)
