"""catalogue.yaml: the modules, and the programmes made of them."""

from collections.abc import Container
from dataclasses import dataclass

from elearn.areas import Level
from elearn.catalogue.reader.entry import Entry
from elearn.catalogue.reader.facts import certificate_of, class_plan_of, days_of, years_of
from elearn.catalogue.reader.objectives import objectives_of
from elearn.catalogue.reader.places import completion_of, places_of
from elearn.catalogue.reader.references import check_code, check_source, known_texts
from elearn.catalogue.reader.values import ModuleText, ProgrammeText
from elearn.catalogue.rules import Block, ContentTag, Mode, Origin, Region


@dataclass(frozen=True, slots=True)
class Names:
    """What the top of catalogue.yaml declares, and which lectures have a folder."""

    groups: Container[str]
    sources: Container[str]
    lectures: Container[str]


def modules_in(entry: Entry, names: Names) -> dict[str, ModuleText]:
    """Return the modules by code, in the order in which they are written."""
    modules: dict[str, ModuleText] = {}
    for given in entry.entries("modules"):
        module = ModuleText(
            code=check_code(given, modules),
            title=given.text("title"),
            region=given.choice("region", Region),
            block=given.choice("block", Block),
            origin=given.choice("origin", Origin),
            source=check_source(given, names.sources),
            note=given.optional_text("note"),
            lectures=known_texts(given, "lectures", names.lectures),
            objectives=objectives_of(given),
            tags=given.choices("content_tags", ContentTag) if given.has("content_tags") else (),
            groups=(
                known_texts(given, "target_groups", names.groups)
                if given.has("target_groups")
                else ()
            ),
        )
        given.close()
        modules[module.code] = module
    return modules


def programmes_in(
    entry: Entry, names: Names, modules: dict[str, ModuleText]
) -> dict[str, ProgrammeText]:
    """Return the programmes by code, in the order in which they are written."""
    programmes: dict[str, ProgrammeText] = {}
    for given in entry.entries("programmes"):
        code = check_code(given, programmes)
        programmes[code] = _programme(code, given, names, modules)
        given.close()
    return programmes


def _programme(
    code: str, entry: Entry, names: Names, modules: dict[str, ModuleText]
) -> ProgrammeText:
    places = places_of(entry, modules)
    valid_from, valid_to = days_of(entry)
    years, plan = years_of(entry), class_plan_of(entry)
    min_electives, quiz_pass_percent = completion_of(entry, places)
    return ProgrammeText(
        code=code,
        title=entry.text("title"),
        organiser=entry.text("organiser"),
        level=entry.choice("level", Level),
        region=entry.choice("region", Region, default=Region.ALL),
        variant_of=entry.optional_text("variant_of"),
        origin=entry.choice("origin", Origin),
        days=entry.number("days", 1, 365),
        periods=entry.number("periods", 1, 2000),
        mode=entry.choice("mode", Mode),
        online_percent=entry.optional_number("online_percent", 0, 100),
        certificate=certificate_of(entry),
        min_electives=min_electives,
        quiz_pass_percent=quiz_pass_percent,
        valid_from=valid_from,
        valid_to=valid_to,
        planned_from_year=years[0],
        planned_to_year=years[1],
        classes_per_province=plan[0],
        min_class_size=plan[1],
        source=check_source(entry, names.sources),
        note=entry.optional_text("note"),
        groups=known_texts(entry, "target_groups", names.groups),
        tags=entry.choices("content_tags", ContentTag),
        modules=places,
    )
