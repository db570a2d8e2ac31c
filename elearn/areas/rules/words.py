"""The words of this domain: levels, types of units, and how both are called."""

from enum import StrEnum

from elearn.text import fold, msg


class Level(StrEnum):
    """A step of the administration; a branch (chi hội) stands within a commune."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    BRANCH = "branch"


LEVEL_NAMES = {
    Level.CENTRAL: msg("Trung ương"),
    Level.PROVINCE: msg("Cấp tỉnh"),
    Level.DISTRICT: msg("Cấp huyện"),
    Level.COMMUNE: msg("Cấp xã"),
    Level.BRANCH: msg("Chi hội"),
}


class Kind(StrEnum):
    """The type of an administrative unit."""

    COUNTRY = "country"
    PROVINCE = "province"
    CENTRAL_CITY = "central_city"
    URBAN_DISTRICT = "urban_district"
    RURAL_DISTRICT = "rural_district"
    TOWN = "town"
    PROVINCIAL_CITY = "provincial_city"
    COMMUNE = "commune"
    WARD = "ward"
    TOWNSHIP = "township"
    SPECIAL_ZONE = "special_zone"


KIND_NAMES = {
    Kind.COUNTRY: msg("Quốc gia"),
    Kind.PROVINCE: msg("Tỉnh"),
    Kind.CENTRAL_CITY: msg("Thành phố trực thuộc trung ương"),
    Kind.URBAN_DISTRICT: msg("Quận"),
    Kind.RURAL_DISTRICT: msg("Huyện"),
    Kind.TOWN: msg("Thị xã"),
    Kind.PROVINCIAL_CITY: msg("Thành phố thuộc tỉnh"),
    Kind.COMMUNE: msg("Xã"),
    Kind.WARD: msg("Phường"),
    Kind.TOWNSHIP: msg("Thị trấn"),
    Kind.SPECIAL_ZONE: msg("Đặc khu"),
}

_PREFIXES = {
    Kind.PROVINCE: "Tỉnh",
    Kind.CENTRAL_CITY: "Thành phố",
    Kind.URBAN_DISTRICT: "Quận",
    Kind.RURAL_DISTRICT: "Huyện",
    Kind.TOWN: "Thị xã",
    Kind.PROVINCIAL_CITY: "Thành phố",
    Kind.COMMUNE: "Xã",
    Kind.WARD: "Phường",
    Kind.TOWNSHIP: "Thị trấn",
    Kind.SPECIAL_ZONE: "Đặc khu",
}


def short_name(name: str, kind: Kind) -> str:
    """Return the name without its type: "Thành Phố Bắc Kạn" gives "Bắc Kạn"."""
    prefix = _PREFIXES.get(kind, "") + " "
    return name[len(prefix) :] if name.lower().startswith(prefix.lower()) else name


def full_name(name: str, kind: Kind) -> str:
    """Return the name as it heads a letter: "Xã Hưng Hà"."""
    return f"{_PREFIXES[kind]} {name}" if kind in _PREFIXES else name


def in_a_sentence(full: str) -> str:
    """Return a full name as it stands within a sentence: "xã Hưng Hà"."""
    return full[:1].lower() + full[1:]


#: The types of units of each level below the country.
KINDS_OF = {
    Level.PROVINCE: (Kind.PROVINCE, Kind.CENTRAL_CITY),
    Level.DISTRICT: (Kind.URBAN_DISTRICT, Kind.RURAL_DISTRICT, Kind.TOWN, Kind.PROVINCIAL_CITY),
    Level.COMMUNE: (Kind.COMMUNE, Kind.WARD, Kind.TOWNSHIP, Kind.SPECIAL_ZONE),
}
_LEVELS_CALLED = {"tinh": Level.PROVINCE, "huyen": Level.DISTRICT, "xa": Level.COMMUNE}


def level_called(text: str) -> Level | None:
    """Return the level that words without diacritics mean: "cap xa", "xa"."""
    return _LEVELS_CALLED.get(text.removeprefix("cap "))


def kind_called(text: str, level: Level) -> Kind | None:
    """Return the type that words without diacritics mean on a level: "thanh pho", "phuong"."""
    for kind in KINDS_OF[level]:
        if text in (fold(_PREFIXES[kind]), fold(str(KIND_NAMES[kind]))):
            return kind
    return None


def type_in(name: str, kind: Kind) -> Kind | None:
    """Return the type that a name is told with, of those that the level of a type has."""
    level = next((kinds for kinds in KINDS_OF.values() if kind in kinds), ())
    return next((one for one in level if short_name(name, one) != name), None)
