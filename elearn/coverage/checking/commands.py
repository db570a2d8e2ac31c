"""`elearn coverage check-figures`: a table of printed figures held against what we count."""

import json
from pathlib import Path

import click

from elearn.coverage.checking import as_json, as_table, check, read


@click.command("check-figures")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "kind",
    type=click.Choice(["json", "table"]),
    default="table",
    show_default=True,
    help="json cho chương trình, table để đọc.",
)
def check_figures(file: Path, kind: str) -> None:
    """Đối chiếu số liệu in trong tài liệu (tệp CSV) với số do hệ thống đếm và làm tròn."""
    report = check(read(file))
    told = json.dumps(as_json(report), ensure_ascii=False, indent=2)
    click.echo(told if kind == "json" else as_table(report))
