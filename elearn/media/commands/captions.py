"""`elearn media captions`: captions taken in, taken out and looked over from the shell."""

from pathlib import Path

import click

from elearn import clock
from elearn.cli import Installation
from elearn.media import captions as captioning
from elearn.media import queries, service
from elearn.media.rules import LANGUAGE_NAMES

_LANGUAGE = click.Choice(list(LANGUAGE_NAMES))


@click.group("captions")
def group() -> None:
    """Phụ đề của các video."""


@group.command("list")
@click.argument("medium", type=int)
@click.pass_obj
def list_(here: Installation, medium: int) -> None:
    """Liệt kê phụ đề của một video, theo từng bản."""
    with here.database.reading() as db:
        for version in queries.medium_by_id(db, medium).versions:
            for caption in version.captions:
                count = len(captioning.read(caption.text).cues)
                mark = "  máy nghe, chưa soát" if caption.is_unchecked else ""
                told = f"bản {version.number}  {caption.language}  {count} câu"
                click.echo(f"{told}  lần lưu {caption.revision}{mark}")


@group.command()
@click.argument("medium", type=int)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", type=_LANGUAGE, default="vi", show_default=True, help="Thứ tiếng.")
@click.option("--tidy", is_flag=True, help="Tự cắt chỗ chồng nhau và phần quá hết video.")
@click.pass_obj
def add(here: Installation, medium: int, file: Path, language: str, tidy: bool) -> None:
    """Nhận tệp .vtt hoặc .srt cho bản mới nhất của một video; tệp sai thì chỉ ra từng dòng."""
    source = file.read_bytes()
    with here.database.writing() as db:
        version = queries.medium_by_id(db, medium).versions[0]
        found = captioning.examined(source, version.duration_ms)
        wrong = captioning.grave(found.flaws)
        for flaw in () if tidy else wrong:
            click.echo(str(flaw.told), err=True)
        if wrong and not (tidy and captioning.are_mendable(wrong)):
            raise captioning.Flawed(wrong)
        cues = captioning.tidied(found.cues, version.duration_ms)
        text = captioning.webvtt_of(cues)
        service.add_captions(db, version, language=language, text=text, now=clock.now())
    click.echo(f"Đã nhận {len(cues)} câu phụ đề ({LANGUAGE_NAMES[language]}).")


@group.command()
@click.argument("medium", type=int)
@click.option("--language", type=_LANGUAGE, default="vi", show_default=True, help="Thứ tiếng.")
@click.option("--srt", is_flag=True, help="Ghi ra dạng SRT thay cho WebVTT.")
@click.pass_obj
def show(here: Installation, medium: int, language: str, srt: bool) -> None:
    """In phụ đề của bản mới nhất có phụ đề, để ghi vào tệp."""
    with here.database.reading() as db:
        versions = queries.medium_by_id(db, medium).versions
        captioned = (one for one in versions if queries.caption_in(db, one.id, language))
        version = next(captioned, versions[0])
        text = queries.caption_of(db, version.id, language).text
    click.echo(captioning.srt_of(captioning.read(text).cues) if srt else text, nl=False)


@group.command()
@click.pass_obj
def check(here: Installation) -> None:
    """Đọc lại mọi phụ đề đang dùng và chỉ ra câu sai; không sửa gì."""
    flawed = count = 0
    with here.database.reading() as db:
        for caption, length_ms, medium_id in queries.captions_standing(db):
            count += 1
            wrong = captioning.grave(captioning.examined(caption.text, length_ms).flaws)
            flawed += bool(wrong)
            for flaw in wrong:
                click.echo(f"Video {medium_id}, {caption.language}: {flaw.told}")
    click.echo(f"Đã đọc {count} phụ đề, {flawed} cái còn chỗ sai.")
    if flawed:
        raise SystemExit(1)
