"""Modules and programmes as entries of catalogue.yaml: lines without the indent of the list."""

from collections.abc import Iterator, Mapping

from elearn.catalogue.reader import KINDS, ModuleText, Place, ProgrammeText
from elearn.catalogue.rules import Region
from elearn.catalogue.writer.lecture import objectives_lines
from elearn.catalogue.writer.scalars import flow_list, flow_scalar, scalar
from elearn.db import UNKNOWN_START

_PAPERS = {kind: paper for paper, kind in KINDS.items()}


def module_entry(text: ModuleText) -> list[str]:
    return _as_item(_module(text))


def programme_entry(text: ProgrammeText, modules: Mapping[str, ModuleText]) -> list[str]:
    return _as_item(_programme(text, modules))


def _as_item(lines: Iterator[str]) -> list[str]:
    first, *others = lines
    return [f"- {first}", *(f"  {line}" for line in others)]


def _module(text: ModuleText) -> Iterator[str]:
    yield f"code: {flow_scalar(text.code)}"
    yield f"title: {scalar(text.title)}"
    yield f"block: {text.block}"
    yield f"region: {text.region}"
    if text.groups:
        yield f"target_groups: {flow_list(text.groups)}"
    if text.tags:
        yield f"content_tags: {flow_list(text.tags)}"
    yield f"origin: {text.origin}"
    yield from _source_and_note(text)
    yield from objectives_lines(text.objectives)
    yield f"lectures: {flow_list(text.lectures)}"


def _source_and_note(text: ModuleText | ProgrammeText) -> Iterator[str]:
    if text.source:
        yield f"source: {scalar(text.source)}"
    if text.note:
        yield f"note: {scalar(text.note)}"


def _programme(text: ProgrammeText, modules: Mapping[str, ModuleText]) -> Iterator[str]:
    yield f"code: {flow_scalar(text.code)}"
    yield f"title: {scalar(text.title)}"
    yield f"level: {text.level}"
    if text.region is not Region.ALL:
        yield f"region: {text.region}"
    if text.variant_of:
        yield f"variant_of: {scalar(text.variant_of)}"
    yield f"target_groups: {flow_list(text.groups)}"
    yield f"organiser: {scalar(text.organiser)}"
    yield from _days(text)
    yield from _plan(text)
    yield f"certificate: {_PAPERS[text.certificate]}"
    yield "completion:"
    yield "  required_modules: all"
    yield f"  min_electives: {text.min_electives}"
    yield f"  quiz_pass_percent: {text.quiz_pass_percent}"
    yield f"content_tags: {flow_list(text.tags)}"
    yield f"origin: {text.origin}"
    yield from _source_and_note(text)
    yield "modules:"
    yield from (f"  - {_place(place, modules)}" for place in text.modules)


def _days(text: ProgrammeText) -> Iterator[str]:
    if text.planned_from_year is not None:
        yield f"years: [{text.planned_from_year}, {text.planned_to_year}]"
    if text.valid_from != UNKNOWN_START:
        yield f"valid_from: {text.valid_from}"
    if text.valid_to is not None:
        yield f"valid_to: {text.valid_to}"
    yield f"days: {text.days}"
    yield f"periods: {text.periods}"


def _plan(text: ProgrammeText) -> Iterator[str]:
    yield f"mode: {text.mode}"
    if text.online_percent is not None:
        yield f"online_percent: {text.online_percent}"
    if text.classes_per_province is not None:
        plan = f"per_province: {text.classes_per_province}, min_size: {text.min_class_size}"
        yield f"class_plan: {{{plan}}}"


def _place(place: Place, modules: Mapping[str, ModuleText]) -> str:
    required = "true" if place.is_required else "false"
    own = modules[place.module].block
    block = "" if place.block is own else f", block: {place.block}"
    return f"{{code: {flow_scalar(place.module)}, required: {required}{block}}}"
