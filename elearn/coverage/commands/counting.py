"""`elearn coverage rebuild|follow|reconcile`: the stored counts, from the shell."""

import sys
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import click
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.areas import AreaVersion
from elearn.cli import Installation
from elearn.coverage import jobs, queries
from elearn.coverage.commands import options
from elearn.coverage.models import CoverageMap, MapKind
from elearn.coverage.queries.builds import due_pairs
from elearn.coverage.queries.reconciling import (
    Compared,
    Parts,
    areas_to_compare,
    compared,
    parts_of,
)
from elearn.coverage.rules import Figure, Scheme, thousands


@click.command()
@click.option("--scheme", "keys", multiple=True, help="Khóa của đề án; mặc định là mọi đề án.")
@click.pass_obj
def rebuild(here: Installation, keys: Sequence[str]) -> None:
    """Đếm lại số liệu độ phủ từ đầu; trong lúc đó vẫn xem được số cũ."""
    with here.database.reading() as db:
        for key in keys:
            queries.scheme_by_key(queries.schemes_known(db), key)
    done = 0
    with click.progressbar(length=1, label="Đang đếm", file=sys.stderr) as bar:
        for progress in jobs.rebuild(here.database, keys):
            bar.length, done = progress.total, progress.done
            bar.update(1)
    click.echo(f"Đã đếm lại {done} số liệu theo từng địa giới.")


@click.command()
@click.pass_obj
def follow(here: Installation) -> None:
    """Cập nhật số liệu độ phủ theo những thay đổi vừa ghi, như tiến trình làm việc vẫn làm."""
    while jobs.keep_up(here.settings, here.database):
        pass
    with here.database.reading() as db:
        due = len(due_pairs(db))
    click.echo("Số liệu độ phủ đã theo kịp mọi thay đổi.")
    if due:
        click.echo(f"Còn {due} số liệu phải đếm lại từ đầu: elearn coverage rebuild")


@click.command()
@options.scheme
@options.as_of
@click.option(
    "--sample", default=20, show_default=True, help="Đối chiếu bao nhiêu địa bàn; 0 là tất cả."
)
@click.option("--area", "codes", multiple=True, help="Mã địa bàn; không nêu thì chọn ngẫu nhiên.")
@click.option("--seed", default=1, show_default=True, help="Cùng số này thì chọn cùng địa bàn.")
@click.pass_obj
def reconcile(here: Installation, /, key: str, day: date | None, **wanted: Any) -> None:
    """Đếm lại theo từng người và so với số đã lưu; nói rõ vì sao tổng khác cộng các phần."""
    as_of = day or clock.today()
    with here.database.reading() as db:
        scheme = queries.scheme_by_key(queries.schemes_known(db), key)
        queries.check_day(scheme, as_of, clock.today())
        on = queries.map_of(db, MapKind.AS_IT_WAS, as_of)
        chosen = _chosen(db, as_of, **wanted)
        differing = _reconcile(db, scheme, chosen, as_of, on)
    if differing:
        sys.exit(1)


def _chosen(
    db: Session, day: date, codes: Sequence[str], sample: int, seed: int
) -> Sequence[AreaVersion]:
    if codes:
        return [areas.area_meant(db, code, day=day) for code in codes]
    there = areas_to_compare(db, day)
    if not sample or sample >= len(there):
        return there
    return Random(seed).sample(there, sample)  # noqa: S311  # Nobody guards by it.


def _reconcile(
    db: Session, scheme: Scheme, chosen: Sequence[AreaVersion], day: date, on: CoverageMap
) -> int:
    """Compare figure by figure, tell what differs, and return how many do."""
    count = differing = 0
    for area in chosen:
        for one in compared(db, scheme, area, day, on):
            count += 1
            if not one.agrees:
                differing += 1
                click.echo(_differs(one))
        for parts in parts_of(db, scheme, area, day, on):
            if not parts.is_sum:
                click.echo(_why(parts))
    click.echo(f"Đã đối chiếu {count} số liệu tại {len(chosen)} địa bàn: {differing} số liệu lệch.")
    return differing


def _differs(one: Compared) -> str:
    return (
        f"LỆCH: {one.area.full_name}, {one.indicator.key}: "
        f"đã lưu {_told(one.stored)}; đếm lại {_told(one.recounted)}."
    )


def _told(figure: Figure) -> str:
    states = f"đang học {figure.under_way}, mới nhận nhiệm vụ {figure.new_in_post}"
    return f"{thousands(figure.reached)}/{thousands(figure.in_post)} ({states})"


def _why(parts: Parts) -> str:
    reasons = []
    if parts.in_several:
        reasons.append(f"{parts.in_several} người giữ chức danh ở hai nơi trở lên")
    if parts.in_none:
        reasons.append(f"{parts.in_none} người không thuộc nơi nào trong các phần")
    return (
        f"{parts.area.full_name}, {parts.indicator.key}: {thousands(parts.total)} người, "
        f"cộng các phần được {thousands(parts.sum)}: {'; '.join(reasons)}."
    )
