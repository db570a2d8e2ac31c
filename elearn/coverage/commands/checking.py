"""`elearn coverage check-figures`: a table of printed figures held against what we count."""

from pathlib import Path

import click

from elearn.coverage.checking import as_json, as_table, check, read
from elearn.coverage.commands import options


@click.command("check-figures")
@click.argument("file", type=click.Path(path_type=Path))
@options.written_as("json", "table", words="json cho chương trình, table để đọc.")
def check_figures(file: Path, kind: str) -> None:
    """Đối chiếu số liệu in trong tài liệu (tệp CSV) với số do hệ thống đếm và làm tròn."""
    options.tell(check(read(file)), kind, json=as_json, table=as_table)
