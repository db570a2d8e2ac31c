"""One folder of a lecture: lecture.md with its front matter; slides.md and captions.vtt, if any."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from elearn.catalogue.reader.captions import captions_of
from elearn.catalogue.reader.entry import Entry, entry_of
from elearn.catalogue.reader.files import front_and_body, text_of
from elearn.catalogue.reader.objectives import objectives_of
from elearn.catalogue.reader.problems import Problem, Sheet
from elearn.catalogue.reader.references import check_code, check_source, known_texts
from elearn.catalogue.reader.slides import slides_of
from elearn.catalogue.reader.values import LectureText, Slide
from elearn.catalogue.rules import Block, ContentTag, Origin, Region
from elearn.text import is_drawable, msg

LONGEST_MINUTES = 240
TANGLED = msg("Một đoạn có quá nhiều dấu [ ` < > | * hoặc thụt vào quá sâu. Bỏ bớt rồi lưu lại.")


@dataclass(frozen=True, slots=True)
class Known:
    """What catalogue.yaml says that a lecture may refer to; None if it could not be read."""

    groups: Container[str]
    sources: Container[str]
    modules_of: Mapping[str, tuple[str, ...]]


def lecture_in(
    folder: Path, path: str, known: Known | None, problems: list[Problem]
) -> LectureText | None:
    """Return the lecture of a folder, or note why there is none."""
    slides = _slides(folder, Sheet(f"{path}/slides.md", problems))
    captions = _captions(folder, Sheet(f"{path}/captions.vtt", problems))
    sheet = Sheet(f"{path}/lecture.md", problems)
    text = text_of(folder / "lecture.md", sheet)
    parts = front_and_body(text, sheet) if text is not None else None
    entry = entry_of(parts[0], sheet) if parts else None
    if parts is None or entry is None:
        return None
    if not parts[1]:
        sheet.note(0, msg("thiếu phần giới thiệu sau phần khai báo"))
    if not is_drawable(parts[1]):
        sheet.note(0, TANGLED)
    lecture = replace(_lecture(entry, known, parts[1], slides), captions=captions)
    if lecture.code != folder.name:
        sheet.note(
            entry.line_of("id"),
            msg("id là “%(id)s”, thư mục là %(folder)s", id=lecture.code, folder=folder.name),
        )
    return lecture


def _slides(folder: Path, sheet: Sheet) -> tuple[Slide, ...]:
    """Return the slides; a lecture that is shown by a film of its own may have none."""
    path = folder / "slides.md"
    text = text_of(path, sheet) if path.exists() else None
    return slides_of(text, sheet) if text is not None else ()


def _captions(folder: Path, sheet: Sheet) -> str | None:
    """Return the captions, if the folder has any."""
    path = folder / "captions.vtt"
    text = text_of(path, sheet) if path.exists() else None
    return captions_of(text, sheet) if text is not None else None


def _lecture(
    entry: Entry, known: Known | None, body: str, slides: tuple[Slide, ...]
) -> LectureText:
    _check_modules(entry, known)
    lecture = LectureText(
        code=check_code(entry, key="id"),
        title=entry.text("title"),
        planned_minutes=entry.number("planned_minutes", 1, LONGEST_MINUTES),
        region=entry.choice("region", Region),
        origin=entry.choice("origin", Origin),
        source=check_source(entry, known.sources if known else None),
        note=entry.optional_text("note"),
        is_illustrative=entry.has("illustrative") and entry.flag("illustrative"),
        tags=entry.choices("content_tags", ContentTag),
        groups=known_texts(entry, "groups", known.groups if known else None),
        objectives=objectives_of(entry),
        body=body,
        slides=slides,
    )
    entry.close()
    return lecture


def _check_modules(entry: Entry, known: Known | None) -> None:
    """Note where the lecture and catalogue.yaml disagree about the modules it stands in.

    One that stands in none yet says neither `modules` nor `block`.
    """
    holding = set(known.modules_of.get(entry.peek("id"), ()) if known else ())
    if not (holding or entry.has("modules") or entry.has("block")):
        return
    entry.choice("block", Block)  # For whoever reads the file; each programme says its own.
    named = {code for code, _ in entry.texts("modules")}
    if known is not None and entry.has("modules") and named != holding:
        entry.sheet.note(
            entry.line_of("modules"),
            msg(
                "modules ghi %(named)s, catalogue.yaml xếp bài này vào %(holding)s",
                named=", ".join(sorted(named)),
                holding=", ".join(sorted(holding)) or "–",
            ),
        )
