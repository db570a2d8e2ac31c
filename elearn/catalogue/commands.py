"""`elearn catalogue`: the folder of lectures looked over, loaded and written; lectures' films."""

from pathlib import Path

import click

from elearn import clock, media
from elearn.access import OPERATOR
from elearn.catalogue import queries, reader, service, writer
from elearn.catalogue.reader import Catalogue
from elearn.catalogue.service import Counts
from elearn.cli import Group, Installation

_folder = click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))


@click.group("catalogue", cls=Group)
def group() -> None:
    """Chương trình, chuyên đề và bài giảng."""


@group.command()
@_folder
def check(folder: Path) -> None:
    """Xem thư mục bài giảng có chỗ nào cần sửa không; không ghi gì."""
    click.echo(f"Không có chỗ nào cần sửa: {_sizes(reader.read(folder))}.")


@group.command()
@_folder
@click.option("--overwrite", multiple=True, metavar="ID", help="Lấy bản trong thư mục cho mã này.")
@click.pass_obj
def load(here: Installation, folder: Path, overwrite: tuple[str, ...]) -> None:
    """Nạp thư mục bài giảng; nạp lại chỉ ghi những gì đã đổi.

    Gì đã sửa trên hệ thống thì giữ nguyên và kể tên; --overwrite lấy bản trong thư mục.
    """
    catalogue = reader.read(folder)
    click.echo(f"Đã đọc {_sizes(catalogue)}.")
    with here.database.writing() as db:
        report = service.load(db, catalogue, now=clock.now(), overwrite=overwrite)
    _tell("Bài giảng", report.lectures)
    _tell("Chuyên đề", report.modules)
    _tell("Chương trình", report.programmes)
    if report.captioned:
        click.echo(f"Đã đưa phụ đề vào video: {', '.join(report.captioned)}")
    if any(kind.skipped for kind in report.kinds):
        click.echo(
            "Lấy bản trong thư mục: --overwrite ID. Lấy bản trên hệ thống: catalogue export."
        )


@group.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export(here: Installation, folder: Path) -> None:
    """Ghi những gì đang dùng ra thư mục bài giảng.

    Tệp nào đã ghi đúng thì giữ nguyên; gì hệ thống không biết thì để yên. Chữ sửa trong thư mục mà
    chưa nạp thì bị thay: nạp trước rồi hãy xuất.
    """
    with here.database.reading() as db:
        published = queries.published(db)
    done = writer.write(folder, published)
    click.echo(f"Đã xuất {_sizes(published)}: ghi {len(done.written)} tệp.")
    for what, names in (
        ("ghi", done.written),
        ("xóa", done.removed),
        ("hệ thống không có hoặc đã thôi dùng, để nguyên", done.unknown),
    ):
        if names:
            click.echo(f"  {what}: {', '.join(names)}")


@group.command()
@click.argument("code")
@click.argument("medium", type=int)
@click.pass_obj
def film(here: Installation, code: str, medium: int) -> None:
    """Chọn video số MEDIUM (xem `elearn media list`) cho bài giảng CODE."""
    with here.database.writing() as db:
        lecture = queries.lecture_by_code(db, code)
        service.set_medium(db, OPERATOR, lecture, medium, now=clock.now())
        [shown, *_] = media.rows_of(db, media.medium_by_id(db, medium))
        state = media.STATE_NAMES[shown.version.state]
        click.echo(f"Bài {code} dùng video số {medium}: {shown.medium.title} ({state}).")


def _sizes(catalogue: Catalogue) -> str:
    return (
        f"{len(catalogue.lectures)} bài giảng, {len(catalogue.modules)} chuyên đề, "
        f"{len(catalogue.programmes)} chương trình"
    )


def _tell(name: str, counts: Counts) -> None:
    new, other, gone = len(counts.added), len(counts.changed), len(counts.gone)
    click.echo(f"{name}: {new} mới, {other} đổi, {gone} thôi dùng, {counts.unchanged} giữ nguyên")
    for what, codes in (
        ("đổi", counts.changed),
        ("thôi dùng", counts.gone),
        ("sửa trên hệ thống, bỏ qua", counts.skipped),
        ("không có trong thư mục, hệ thống còn dùng", counts.kept),
        ("sửa trên hệ thống, nay thư mục ghi như vậy", counts.settled),
    ):
        if codes:
            click.echo(f"  {what}: {', '.join(codes)}")
