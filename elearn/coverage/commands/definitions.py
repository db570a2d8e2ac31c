"""`elearn coverage define` and `indicators`: what is counted, from the shell."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.coverage import queries, reader, service
from elearn.coverage.commands import options
from elearn.coverage.rules import Indicator, Scheme
from elearn.coverage.service.checking import check


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", "is_check", is_flag=True, help="Chỉ kiểm tra tệp, không ghi gì.")
@click.pass_obj
def define(here: Installation, file: Path, is_check: bool) -> None:
    """Ghi đề án, chỉ số, chỉ tiêu trong một tệp YAML; chỗ nào khác thì thêm phiên bản mới."""
    schemes = reader.schemes(file)
    if is_check:
        with here.database.reading() as db:
            check(db, schemes)
        figures = sum(len(one.indicators) for one in schemes)
        click.echo(f"Tệp đúng: {len(schemes)} đề án, {figures} chỉ số.")
        return
    with here.database.writing() as db:
        written = service.define(db, OPERATOR, schemes, now=clock.now())
        lines = list(_written(written))
    click.echo("\n".join(lines) or "Không có gì khác với các phiên bản đã ghi.")


def _written(written: service.Loaded) -> Iterator[str]:
    for row in written.schemes:
        yield f"{row.key}: phiên bản {row.number}"
        for one in written.indicators:
            if one.scheme_key == row.key:
                yield f"  {one.key}: phiên bản {one.number}"
    if written.indicators:
        yield "Chạy “elearn coverage rebuild” để tính các chỉ số mới."


@click.command()
@click.option("--scheme", "key", default="", help="Chỉ một đề án, theo khóa.")
@options.written_as("json", "table", words="json cho chương trình, table để đọc.")
@click.pass_obj
def indicators(here: Installation, key: str, kind: str) -> None:
    """In các chỉ số đang tính: phiên bản nào, đếm gì, theo văn bản nào."""
    with here.database.reading() as db:
        known = queries.schemes_known(db)
    schemes = [queries.scheme_by_key(known, key)] if key else known
    options.tell(schemes, kind, json=_plain, table=_table)


def _plain(schemes: Sequence[Scheme]) -> list[dict[str, object]]:
    return [_values(scheme, one) for scheme in schemes for one in scheme.indicators]


def _values(scheme: Scheme, one: Indicator) -> dict[str, object]:
    return {
        "scheme": scheme.key,
        "scheme_version": scheme.number,
        "key": one.key,
        "version": one.number,
        "measure": one.measure,
        "group": one.group,
        "level": one.level or "all",
        "content": sorted(one.content.tags),
        "forms": sorted(one.forms),
        "window": one.window,
        "first_day": one.first_day.isoformat(),
        "targets": [target.key for target in one.targets],
        "source": one.source,
    }


def _table(schemes: Sequence[Scheme]) -> str:
    return "\n".join(line for scheme in schemes for line in _lines(scheme))


def _lines(scheme: Scheme) -> Iterator[str]:
    yield f"{scheme.key} (phiên bản {scheme.number}): {scheme.title}"
    for one in scheme.indicators:
        note = f" ({one.note})" if one.note else ""
        yield f"  {one.key} (phiên bản {one.number})"
        yield f"    {one.group_name}, {str(one.level_name).lower()}{note}"
        yield f"    {one.source}"
