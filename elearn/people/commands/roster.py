"""Rosters from the shell: what a file says, and taking it in."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.errors import Refusal
from elearn.people.commands.door import group
from elearn.people.roster import jobs, service
from elearn.people.roster.dry_running import (
    Look,
    Wanted,
    dated_on,
    gazetteer_at_hand,
    is_set_up,
    look_into,
)
from elearn.people.roster.foreseeing import foreseen
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries.batches import counts_of
from elearn.people.roster.rules import dry_run as told
from elearn.people.roster.rules import fixes
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.layout import layouts_from
from elearn.people.roster.rules.layouts import Layout
from elearn.people.roster.rules.verdicts import ROW_STATUS_NAMES, RowStatus
from elearn.text import Message, msg


@group.command("import")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--dry-run", is_flag=True, help="Chỉ đọc và kể, không ghi gì.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["json", "text"]),
    default="text",
    show_default=True,
    help="json cho chương trình, text để đọc.",
)
@click.option("--full", "is_full", is_flag=True, help="Kể cả ô gốc, nơi công tác và lời nhắc.")
@click.option("--since", type=Day(), help="Chức danh không ghi ngày thì tính từ ngày này.")
@click.option("--area", "place", help="Địa bàn của danh sách: mã, hoặc tên như “Hưng Yên”.")
@click.option("--sheet", help="Chỉ đọc trang tính này.")
@click.pass_obj
def import_file(here: Installation, /, file: Path, dry_run: bool, kind: str, **given: Any) -> None:
    """Đọc danh sách cán bộ FILE (.xlsx, .xls, .csv) và nhập vào hệ thống."""
    try:
        _demand_readable(file)
        if dry_run:
            _tell(_looked(here, file, given), kind, given["is_full"])
        else:
            _report(here, file, _taken_in(here, file, given), kind)
    except Refusal as refusal:
        if kind != "json":
            raise
        click.echo(json.dumps({"error": str(refusal)}, ensure_ascii=False))
        raise click.exceptions.Exit(1) from refusal


def _demand_readable(file: Path) -> None:
    """Click would refuse in words of its own, in English and without JSON.

    :raise Refusal: if there is no such file, or one we may not read.
    """
    if not os.access(file, os.F_OK) or not file.is_file():
        raise Refusal(msg("Không có tệp %(file)s. Xem lại đường dẫn.", file=str(file)))
    if not os.access(file, os.R_OK):
        raise Refusal(msg("Không có quyền đọc tệp %(file)s. Xem lại quyền.", file=str(file)))


def _looked(here: Installation, file: Path, given: dict[str, Any]) -> Look:
    today = clock.today()
    names = gazetteer_at_hand(here.database, today, given["place"])
    look = look_into(file, names, Wanted(today, given["sheet"], given["is_full"]))
    if not given["is_full"] or not is_set_up(here.database, today):
        return look
    with here.database.reading() as db:
        since = given["since"] or dated_on(look.layouts, today)
        secret, place = here.settings.secret_key, given["place"]
        return replace(look, verdicts=foreseen(db, look.entries, place, since, secret))


def _tell(look: Look, kind: str, is_full: bool) -> None:
    for line in look.lines(is_full=is_full) if kind == "json" else _in_words(look):
        click.echo(line)


def _in_words(look: Look) -> Iterator[str]:
    """Yield what was found for people: numbers first, then each row that wants looking at."""
    yield f"{look.file_name}: {len(look.entries)} dòng."
    for words, number in _numbers(look.entries):
        yield f"{number:>8}  {words}"
    for entry in look.entries:
        sentences = told.to_look_at(entry)
        if sentences:
            sheet = f"{entry.sheet}, " if len(look.layouts) > 1 else ""
            yield f"{sheet}dòng {entry.row}  {entry.name or '–'}"
            yield from (f"    {sentence}" for sentence in sentences)


def _numbers(entries: list[Entry]) -> Iterator[tuple[str, int]]:
    yield "dòng đọc được, không có lỗi", sum(not one.problems for one in entries)
    yield "dòng có lỗi", sum(bool(one.problems) for one in entries)
    yield "dòng trùng với dòng trước", sum(one.duplicate_of is not None for one in entries)
    yield "dòng có điều cần xem lại", sum(bool(one.questions) for one in entries)
    mended = Counter(fix.partition(":")[0] for one in entries for fix in one.fixes)
    for code, number in mended.most_common():
        yield str(fixes.in_short(code)), number


def _taken_in(here: Installation, file: Path, given: dict[str, Any]) -> int:
    """Take a file in, compare it, write what is sure, leave the rest; return the batch's number."""
    with here.database.writing() as db:
        there = areas.area_meant(db, given["place"] or "VN", day=clock.today())
        sent = service.Sent(file, file.name, there)
        key = service.receive(db, here.store, OPERATOR, sent, now=clock.now()).id
    _step(here, key)
    with here.database.writing() as db:
        batch = _readable(db.get_one(RosterBatch, key))
        layouts = _layouts(batch, given["sheet"])
        columns = service.Columns(layouts, given["since"] or dated_on(layouts, clock.today()))
        service.confirm_columns(db, OPERATOR, batch, columns, now=clock.now())
    _step(here, key)
    with here.database.writing() as db:
        service.commit_batch(db, OPERATOR, db.get_one(RosterBatch, key), now=clock.now())
    _step(here, key)
    return key


def _report(here: Installation, file: Path, key: int, kind: str) -> None:
    with here.database.reading() as db:
        counts = counts_of(db, [key])[key]
    if kind == "json":
        numbers = {status.value: number for status, number in counts.items()}
        click.echo(json.dumps({"file": file.name, "batch": key, "rows": numbers}))
        return
    click.echo(f"Lần nhập số {key}: {file.name}. Hoàn tác được cả lần nhập này.")
    for status, number in counts.items():
        click.echo(f"{number:>8}  {ROW_STATUS_NAMES[status]}")
    if counts.get(RowStatus.DOUBTFUL):
        click.echo("Dòng cần quyết định được giữ lại: mở trang Cán bộ, Nhập từ Excel để chọn.")


def _step(here: Installation, key: int) -> None:
    jobs.run_step(here.database, here.store, here.settings, key)


def _readable(batch: RosterBatch) -> RosterBatch:
    if batch.state is BatchState.REFUSED:
        raise Refusal(Message(batch.refusal or ""))
    return batch


def _layouts(batch: RosterBatch, sheet: str | None) -> list[Layout]:
    found = [one for one in layouts_from(batch.layout["layouts"]) if sheet in (None, one.sheet)]
    if not found:
        raise Refusal(msg("Tệp không có trang tính “%(sheet)s” chứa danh sách.", sheet=sheet))
    return found
