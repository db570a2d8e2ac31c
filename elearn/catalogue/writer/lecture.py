"""The files of one lecture, as the reader takes them back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elearn.catalogue.reader import LectureText, Objectives, Slide
from elearn.catalogue.rules import Block
from elearn.catalogue.writer.scalars import block_list, flow_list, flow_scalar, scalar

LECTURE, SLIDES, CAPTIONS = "lecture.md", "slides.md", "captions.vtt"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lecture stands: the modules that list it, and the block of the first of them."""

    modules: tuple[str, ...]
    block: Block | None


def files_of(
    text: LectureText, place: Place, there: LectureText | None, place_there: Place
) -> Iterator[tuple[str, str | None]]:
    """Yield the files that have to be written, or removed, for a folder to say the text.

    What the folder says already is left as it is written there.
    """
    words = replace(there, slides=text.slides, captions=text.captions) if there else None
    moved = set(place.modules) != set(place_there.modules)
    if words is None or words.sense_hash != text.sense_hash or moved:
        yield LECTURE, lecture_md(text, place)
    if text.slides != (there.slides if there else ()):
        yield SLIDES, slides_md(text.slides) if text.slides else None
    if text.captions != (there.captions if there else None):
        yield CAPTIONS, text.captions


def lecture_md(text: LectureText, place: Place) -> str:
    lines = ["---", *_front(text, place), "---", "", text.body, ""]
    return "\n".join(lines)


def _front(text: LectureText, place: Place) -> Iterator[str]:
    yield f"id: {flow_scalar(text.code)}"
    yield f"title: {scalar(text.title)}"
    if place.modules:
        yield f"modules: {flow_list(place.modules)}"
    yield f"planned_minutes: {text.planned_minutes}"
    yield f"groups: {flow_list(text.groups)}"
    yield f"region: {text.region}"
    if place.block:
        yield f"block: {place.block}"
    yield f"content_tags: {flow_list(text.tags)}"
    yield f"origin: {text.origin}"
    if text.source:
        yield f"source: {scalar(text.source)}"
    if text.is_illustrative:
        yield "illustrative: true"
    yield from objectives_lines(text.objectives)
    if text.note:
        yield f"note: {scalar(text.note)}"


def objectives_lines(objectives: Objectives) -> Iterator[str]:
    """Yield the objectives that there are; none of them says nothing."""
    if objectives != Objectives():
        yield "objectives:"
    for key in ("knowledge", "skills", "attitude"):
        texts: tuple[str, ...] = getattr(objectives, key)
        if texts:
            yield f"  {key}:"
            yield from block_list(texts, "    ")


def slides_md(slides: Sequence[Slide]) -> str:
    return "\n---\n\n".join(map(_slide, slides))


def _slide(slide: Slide) -> str:
    points = [f"- {point}" for point in slide.points]
    said = [f"> {sentence}" for sentence in slide.narration.split("\n")]
    return "\n".join([f"# {slide.title}", *points, "", *said, ""])
