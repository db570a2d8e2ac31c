"""Cells of places: the commune a row means, as it was called, and the branch within it."""

import re
from dataclasses import dataclass, replace

from elearn.areas import Level
from elearn.people.roster.rules.cells.capitals import capitalised
from elearn.people.roster.rules.cells.texts import is_nothing
from elearn.people.roster.rules.cells.titles import Beginnings
from elearn.people.roster.rules.entries import Place
from elearn.people.roster.rules.gazetteer import Gazetteer, MeantKind
from elearn.people.roster.rules.layouts import Context
from elearn.text import fold

_BODY = re.compile(
    r"^(?:(?:cơ quan|văn phòng|co quan|van phong) )?"
    r"(?:(?:hội|hoi) (?:liên hiệp phụ nữ|lien hiep phu nu|lhpn|phụ nữ|phu nu|pn)|hlhpn|hpn)\b ?",
    re.IGNORECASE,
)
_ABOVE = {
    Level.DISTRICT: Beginnings(("huyện", "quận", "thị xã"), "(?:cấp |cap )?"),
    Level.PROVINCE: Beginnings(("tỉnh",), "(?:cấp |cap )?"),
    Level.CENTRAL: Beginnings(("trung ương", "tw")),
}
_COMMUNE = re.compile(
    r"\b(?:xã(?! hội)|phường|thị trấn|đặc khu|tt|t\.t|x\.|p\.|thi tran|phuong|dac khu)(?!\w)",
    re.IGNORECASE,
)
_BRANCH = Beginnings(
    ("chi hội", "thôn", "xóm", "bản", "ấp", "khu phố", "khu", "khóm", "buôn", "làng", "tổ dân phố")
)
_NUMBER = re.compile(r"\d{1,3}[A-Za-z]?")
_HEADED = ("thôn", "xóm", "bản", "ấp", "tổ dân phố", "khu phố", "chi hội", "khu", "tổ", "buôn")


@dataclass(frozen=True, slots=True)
class PlaceTexts:
    """What the cells of a row say of its place, cleaned; empty where they say nothing."""

    commune: str = ""
    district: str = ""
    province: str = ""
    unit: str = ""
    branch: str = ""
    #: The heading of the column of branches: "Thôn" before a mere 3.
    branch_heading: str = ""
    has_commune_column: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a row is, on which level, and what is unsure about it."""

    place: Place
    level: Level
    questions: tuple[str, ...] = ()


def placed(texts: PlaceTexts, context: Context, gazetteer: Gazetteer) -> Placed:
    """Return where a row is, by its cells, else by what stands above it."""
    said = _said(texts, context, gazetteer)
    branch = branch_of(said.branch or context.branch or "", said.branch_heading)
    if level := _level_above(said.commune):
        return _above(level, said, context, gazetteer)
    district = said.district or context.district
    province = said.province or context.province
    if commune := said.commune or context.commune:
        return _found(commune, Place(None, district, province, branch), gazetteer)
    place = Place(None, district, province, branch)
    if texts.has_commune_column or branch:
        return Placed(_known(place, gazetteer), Level.COMMUNE)
    return Placed(_known(place, gazetteer), _level_of(place))


def _said(texts: PlaceTexts, context: Context, gazetteer: Gazetteer) -> PlaceTexts:
    """Return the texts with what the column of units says of commune and branch."""
    texts = replace(texts, district=_bare(texts.district), province=_bare(texts.province))
    if texts.commune and not texts.branch:
        return _without_branch(texts)
    if not texts.unit or texts.commune:
        return texts
    first, _, rest = texts.unit.partition(",")
    if _BRANCH.of(first):
        return replace(texts, commune=rest.strip(), branch=texts.branch or first.strip())
    if _COMMUNE.search(texts.unit) or _level_above(texts.unit):
        return replace(texts, commune=texts.unit)
    district, province = texts.district or context.district, texts.province or context.province
    meant = gazetteer.meant(texts.unit, district, province)
    is_known = meant.kind in (MeantKind.ONE, MeantKind.SPLIT)
    return replace(texts, commune=texts.unit) if is_known else texts


def _without_branch(texts: PlaceTexts) -> PlaceTexts:
    """Return the branch before the commune apart: "Thôn Đông, xã Việt Hùng", not "Bản Lang, …"."""
    first, _, rest = texts.commune.partition(",")
    if _BRANCH.of(first) and _COMMUNE.match(rest.strip()):
        return replace(texts, commune=rest.strip(), branch=first.strip())
    return texts


def _bare(text: str) -> str:
    """Return what a body stands in: "huyện Hưng Hà" of "Hội LHPN huyện Hưng Hà"."""
    return _BODY.sub("", text)


def _level_above(commune: str) -> Level | None:
    """Return the level of a cell of communes that names a district or a province instead."""
    bare = _bare(commune)
    if not bare or _COMMUNE.search(bare):
        return None
    return next((level for level, words in _ABOVE.items() if words.of(bare)), None)


def _above(level: Level, said: PlaceTexts, context: Context, gazetteer: Gazetteer) -> Placed:
    district, province = said.district or context.district, said.province or context.province
    bare = _bare(said.commune)
    named = len(bare.split()) > 1 and not fold(bare).startswith("cap ")
    if level is Level.DISTRICT:
        district = bare if named else district
    elif level is Level.PROVINCE:
        district, province = None, bare if named else province
    return Placed(_known(Place(None, district, province), gazetteer), level)


def _level_of(place: Place) -> Level:
    if place.district:
        return Level.DISTRICT
    return Level.PROVINCE if place.province else Level.COMMUNE


def _known(place: Place, gazetteer: Gazetteer) -> Place:
    """Return the names of district and province in full, where they are known."""
    if not (place.district or place.province):
        return place
    meant = gazetteer.meant(None, place.district, place.province)
    if meant.kind is MeantKind.UNKNOWN or meant.kind is MeantKind.SEVERAL:
        return place
    if meant.level is Level.PROVINCE:
        return Place(None, None, meant.province, place.branch)
    return Place(None, meant.name, meant.province, place.branch)


def _found(commune: str, beside: Place, gazetteer: Gazetteer) -> Placed:
    meant = gazetteer.meant(commune, beside.district, beside.province)
    if meant.kind is MeantKind.UNKNOWN:
        place = Place(commune, beside.district, beside.province, beside.branch)
        return Placed(place, Level.COMMUNE, (f"unknown_unit:{commune}",))
    if meant.kind is MeantKind.SEVERAL:
        place = Place(commune, beside.district, beside.province, beside.branch)
        return Placed(place, Level.COMMUNE, (f"several_units:{commune}",))
    place = Place(meant.name, meant.district, meant.province, beside.branch)
    asked = (f"split_unit:{meant.name}",) if meant.kind is MeantKind.SPLIT else ()
    return Placed(place, Level.COMMUNE, asked)


def branch_of(text: str, heading: str = "") -> str | None:
    """Return a branch with a capital at its beginning: "thôn Kiến Xá" begins with Thôn."""
    if is_nothing(text):
        return None
    if _NUMBER.fullmatch(text) and heading.lower() in _HEADED:
        return f"{heading.capitalize()} {text}"
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) > 3 and all(sign.isupper() for sign in letters):
        return capitalised(text)[0]
    return text[0].upper() + text[1:]
