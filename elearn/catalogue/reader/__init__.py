"""Reads the folder of lectures into frozen values, or tells every problem in it at once."""

from dataclasses import dataclass, field
from pathlib import Path

from elearn.catalogue.reader.entry import Entry, entry_of
from elearn.catalogue.reader.facts import KINDS
from elearn.catalogue.reader.files import folders_in, text_of
from elearn.catalogue.reader.lecture import LONGEST_MINUTES, TANGLED, Known, lecture_in
from elearn.catalogue.reader.problems import Problem, Sheet, Unreadable
from elearn.catalogue.reader.programmes import Names, modules_in, programmes_in
from elearn.catalogue.reader.references import CODE, STATEMENT
from elearn.catalogue.reader.values import (
    Catalogue,
    LectureText,
    ModuleText,
    Objectives,
    Place,
    ProgrammeText,
    Slide,
    Text,
)

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Made:
    """What catalogue.yaml makes of the lectures."""

    groups: dict[str, str] = field(default_factory=dict)
    modules: dict[str, ModuleText] = field(default_factory=dict)
    programmes: dict[str, ProgrammeText] = field(default_factory=dict)
    known: Known | None = None


def read(folder: Path) -> Catalogue:
    """Return what the folder says; nothing is looked up elsewhere.

    :raise Unreadable: with all problems, by file and line; then nothing is returned.
    """
    problems: list[Problem] = []
    folders = list(folders_in(folder)) if folder.is_dir() else []
    made = _made(folder, {entry.name for entry in folders}, problems)
    lectures = [
        lecture_in(entry, f"{folder.name}/{entry.name}", made.known, problems) for entry in folders
    ]
    if problems:
        raise Unreadable(problems)
    return Catalogue(
        tuple(made.groups.items()),
        tuple(lecture for lecture in lectures if lecture is not None),
        tuple(made.modules.values()),
        tuple(made.programmes.values()),
    )


def _made(folder: Path, lectures: set[str], problems: list[Problem]) -> Made:
    """Return what catalogue.yaml makes of the lectures; nothing is known if it cannot be read."""
    sheet = Sheet(f"{folder.name}/catalogue.yaml", problems)
    text = text_of(folder / "catalogue.yaml", sheet)
    entry = entry_of(text, sheet) if text is not None else None
    if entry is None:
        return Made()
    entry.number("schema_version", SCHEMA_VERSION, SCHEMA_VERSION)
    entry.optional_entry("legend")  # For whoever reads the file.
    groups, sources = _texts(entry, "target_groups"), _texts(entry, "sources")
    names = Names(groups, sources, lectures)
    modules = modules_in(entry, names)
    programmes = programmes_in(entry, names, modules)
    entry.close()
    modules_of = {
        code: tuple(module.code for module in modules.values() if code in module.lectures)
        for code in lectures
    }
    return Made(groups, modules, programmes, Known(groups, sources, modules_of))


def _texts(entry: Entry, key: str) -> dict[str, str]:
    named = entry.optional_entry(key)
    return named.named_texts() if named else {}


__all__ = [
    "CODE",
    "KINDS",
    "LONGEST_MINUTES",
    "SCHEMA_VERSION",
    "STATEMENT",
    "TANGLED",
    "Catalogue",
    "LectureText",
    "ModuleText",
    "Objectives",
    "Place",
    "Problem",
    "ProgrammeText",
    "Slide",
    "Text",
    "Unreadable",
    "folders_in",
    "read",
]
