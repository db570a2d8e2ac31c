"""`elearn media verify` and `clean`: is every file there and whole, and what nobody needs."""

from collections.abc import Sequence

import click

from elearn import clock, storage
from elearn.cli import Installation
from elearn.errors import Refusal
from elearn.storage import Checked, Condition
from elearn.text import msg

_FOUND = {
    Condition.MISSING: "MẤT",
    Condition.OTHER_SIZE: "SAI KÍCH THƯỚC",
    Condition.TORN: "HỎNG NỘI DUNG",
}
_TOLD_EACH = 1000


@click.command()
@click.option(
    "--quick", is_flag=True, help="Chỉ xem có đủ tệp, đúng kích thước; không đọc nội dung."
)
@click.pass_obj
def verify(here: Installation, quick: bool) -> None:
    """Xem mọi tệp của hệ thống còn đủ và nguyên vẹn không, và nơi nào cần tệp bị mất."""
    count = size = 0
    flawed: list[Checked] = []
    for one in storage.verify(here.database, here.store, is_quick=quick):
        count, size = count + 1, size + one.file.size
        if one.condition is not Condition.WHOLE:
            flawed.append(one)
            _tell(one)
        if count % _TOLD_EACH == 0:
            click.echo(f"Đã xem {count} tệp, {_amount(size)} …")
    _tell_unneeded(here)
    if flawed:
        raise Refusal(
            msg("%(bad)s trong %(count)s tệp không nguyên vẹn.", bad=len(flawed), count=count)
        )
    click.echo(f"Đã xem {count} tệp, {_amount(size)}: đều đủ và nguyên vẹn.")


def _tell(one: Checked) -> None:
    click.echo(f"{_FOUND[one.condition]}  {one.file.sha256}  {_amount(one.file.size)}")
    for reference in one.references:
        click.echo(f"    {reference}")


def _tell_unneeded(here: Installation) -> None:
    now = clock.now()
    with here.database.reading() as db:
        unused = storage.unreferenced(db, before=now - storage.IN_USE_FOR)
    _tell_amount("Không nơi nào dùng", [one.size for one in unused])
    nameless = storage.nameless(here.database, here.store, now=now)
    _tell_amount("Không có trong cơ sở dữ liệu", [one.size for one in nameless])


def _tell_amount(what: str, sizes: Sequence[int]) -> None:
    if sizes:
        total = _amount(sum(sizes))
        click.echo(f"{what}: {len(sizes)} tệp, {total} (elearn media clean sẽ xóa).")


@click.command()
@click.option("--sure", is_flag=True, help="Xóa cả khi kho có nhiều tệp lạ.")
@click.pass_obj
def clean(here: Installation, sure: bool) -> None:
    """Xóa những tệp đã quá một ngày mà không nơi nào dùng."""
    cleaned = storage.clean(here.database, here.store, now=clock.now(), is_sure=sure)
    click.echo(f"Đã xóa {cleaned.files} tệp, {_amount(cleaned.size)}.")


def _amount(size: int) -> str:
    """Return a size in MB, as people here write numbers."""
    return f"{size / 1_000_000:,.1f} MB".translate(str.maketrans(",.", ".,"))
