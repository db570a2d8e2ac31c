"""The modules of a programme in their order, and what completing it takes."""

from collections.abc import Mapping

from elearn.catalogue.reader.entry import Entry
from elearn.catalogue.reader.values import ModuleText, Place
from elearn.catalogue.rules import Block
from elearn.text import msg


def places_of(entry: Entry, modules: Mapping[str, ModuleText]) -> tuple[Place, ...]:
    """Return the places; note modules that are unknown, named twice, or half elective."""
    places: list[Place] = []
    for given in entry.entries("modules"):
        place = _place(given, modules)
        if place.module in {other.module for other in places}:
            given.sheet.note(
                given.line_of("code"), msg("chuyên đề %(code)s ghi hai lần", code=place.module)
            )
        places.append(place)
    return tuple(places)


def _place(entry: Entry, modules: Mapping[str, ModuleText]) -> Place:
    code = entry.text("code")
    module = modules.get(code)
    block = entry.choice("block", Block, default=module.block if module else Block.REQUIRED)
    place = Place(code, block, entry.flag("required"))
    entry.close()
    if module is None and code:
        entry.sheet.note(entry.line_of("code"), msg("không có chuyên đề %(code)s", code=code))
    if module is not None and place.is_required == (block is Block.ELECTIVE):
        entry.sheet.note(
            entry.line_of("code"), msg("required: false khi, và chỉ khi, chuyên đề là tự chọn")
        )
    return place


def completion_of(entry: Entry, places: tuple[Place, ...]) -> tuple[int, int]:
    """Return how many electives it takes, and the pass mark; all required ones count."""
    given = entry.entry("completion")
    if given is None:
        return 0, 0
    if given.text("required_modules") != "all":
        given.sheet.note(
            given.line_of("required_modules"), msg("required_modules chỉ có thể là all")
        )
    electives = sum(not place.is_required for place in places)
    facts = given.number("min_electives", 0, electives), given.number("quiz_pass_percent", 0, 100)
    given.close()
    return facts
