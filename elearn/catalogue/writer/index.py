"""catalogue.yaml: as it stands where it says so already, else mended, else written anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml

from elearn.catalogue.reader import (
    SCHEMA_VERSION,
    STATEMENT,
    Catalogue,
    LectureText,
    ModuleText,
    ProgrammeText,
)
from elearn.catalogue.writer.entries import module_entry, programme_entry
from elearn.catalogue.writer.layout import Additions, mended
from elearn.catalogue.writer.merging import means_the_same
from elearn.catalogue.writer.scalars import scalar

AnyText = LectureText | ModuleText | ProgrammeText
INDEX = "catalogue.yaml"
_HEAD = "# Chuyên đề và chương trình; mỗi bài giảng có thư mục riêng, tên là mã của bài."


def index_texts(written: str | None, there: Catalogue, whole: Catalogue) -> Iterator[str]:
    """Yield ways to write the file, the most careful first; the caller tries which reads right."""
    if written is None:
        yield _anew({}, whole)
        return
    if _index_means_the_same(there, whole):
        yield written
    known = yaml.safe_load(written)
    careful = mended(written, _additions(known, there, whole))
    if careful is not None:
        yield careful
    yield _anew(known, whole)


def _index_means_the_same(there: Catalogue, whole: Catalogue) -> bool:
    bare = [Catalogue(one.groups, (), one.modules, one.programmes) for one in (there, whole)]
    return means_the_same(*bare)


def _additions(known: Mapping[str, object], there: Catalogue, whole: Catalogue) -> Additions:
    """Return what has to be put into the file for it to say everything."""
    before = {text.code: text for text in (*there.modules, *there.programmes)}
    modules = {text.code: text for text in whole.modules}
    return Additions(
        groups=_named(dict(whole.groups), dict(there.groups)),
        sources=_named(_sources(known, whole), _texts_of(known, "sources")),
        modules={
            text.code: module_entry(text) for text in whole.modules if before.get(text.code) != text
        },
        programmes={
            text.code: programme_entry(text, modules)
            for text in whole.programmes
            if before.get(text.code) != text
        },
    )


def _named(wanted: Mapping[str, str], known: Mapping[str, str]) -> list[str]:
    return [f"{scalar(key)}: {scalar(text)}" for key, text in wanted.items() if key not in known]


def _texts_of(known: Mapping[str, object], key: str) -> dict[str, str]:
    texts = known.get(key)
    return {str(name): str(text) for name, text in texts.items()} if isinstance(texts, dict) else {}


def _sources(known: Mapping[str, object], whole: Catalogue) -> dict[str, str]:
    """Return the sources that texts refer to; one that nobody described is called by its key."""
    kinds: Sequence[Sequence[AnyText]] = (whole.lectures, whole.modules, whole.programmes)
    named = {text.source for texts in kinds for text in texts if text.source}
    keys = [source for source in named if not STATEMENT.fullmatch(source)]
    return {**{key: key for key in sorted(keys)}, **_texts_of(known, "sources")}


def _anew(known: Mapping[str, object], whole: Catalogue) -> str:
    modules = {text.code: text for text in whole.modules}
    lines = [_HEAD, f"schema_version: {SCHEMA_VERSION}"]
    if known.get("legend"):
        legend = yaml.safe_dump({"legend": known["legend"]}, allow_unicode=True, sort_keys=False)
        lines += ["", *legend.rstrip("\n").split("\n")]
    lines += _mapping("sources", _named(_sources(known, whole), {}))
    lines += _mapping("target_groups", _named(dict(whole.groups), {}))
    lines += _list("modules", [module_entry(text) for text in whole.modules])
    lines += _list("programmes", [programme_entry(text, modules) for text in whole.programmes])
    return "\n".join([*lines, ""])


def _mapping(key: str, lines: Sequence[str]) -> list[str]:
    return ["", f"{key}:", *(f"  {line}" for line in lines)] if lines else []


def _list(key: str, entries: Iterable[Sequence[str]]) -> list[str]:
    return ["", f"{key}:", *(f"  {line}" for entry in entries for line in entry)]
