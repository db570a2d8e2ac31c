"""Where the person of a row serves: the area of today, or what has to be asked about it."""

from dataclasses import dataclass

from elearn.areas import Level
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Heir, Meant, MeantKind, place_key
from elearn.people.roster.rules.known import Known
from elearn.people.roster.rules.verdicts import Reason

_REASONS = {
    MeantKind.SPLIT: "place_split",
    MeantKind.SEVERAL: "place_several",
    MeantKind.UNKNOWN: "place_unknown",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked once about a place: its folded names, the same as written, the choices."""

    about: str
    shown: str
    choices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a row is: the area of today, if that is sure; else why not, and what may be chosen."""

    area: Heir | None
    #: All that it may be today.
    area_ids: frozenset[int] = frozenset()
    error: Reason | None = None
    doubt: Reason | None = None
    asked: Asked | None = None


def place_of(entry: Entry, known: Known) -> Placed:
    """Return where the row is; one without a place is where the batch is, if that is its level."""
    key = entry.level, _texts(entry)
    if key not in known.placed:
        known.placed[key] = _looked_up(*key, known)
    found: Placed = known.placed[key]
    return found


def _looked_up(
    level: Level, texts: tuple[str | None, str | None, str | None], known: Known
) -> Placed:
    if not any(texts):
        return _at_home(level, known)
    meant = known.gazetteer.meant(*texts)
    about = asked_about(texts)
    if about in known.places:
        return _of(known.gazetteer.present_of(known.places[about])[:1], known)
    if meant.kind is MeantKind.ONE:
        return _one(meant, known)
    return _asked(meant, Asked(about, told(texts), meant.area_ids), known)


def _texts(entry: Entry) -> tuple[str | None, str | None, str | None]:
    place = entry.place
    if entry.level is Level.PROVINCE:
        return None, None, place.province or place.commune
    if entry.level is Level.DISTRICT:
        return None, place.district or place.commune, place.province
    if entry.level is Level.CENTRAL or not place.commune:
        return None, None, None
    return place.commune, place.district, place.province


def asked_about(texts: tuple[str | None, ...]) -> str:
    """Return by what a question about a place is known again."""
    return "|".join(place_key(text or "") for text in texts)


def told(texts: tuple[str | None, ...]) -> str:
    """Return a place as one says it: "Xã Thái Bình, Huyện Yên Sơn, Tuyên Quang"."""
    return ", ".join(text for text in texts if text)


def _at_home(level: Level, known: Known) -> Placed:
    if (Level.COMMUNE if level is Level.BRANCH else level) is not known.home_level:
        return Placed(None, error=Reason("no_place"))
    heirs = known.gazetteer.present_of(known.home_id)
    return _of(heirs[:1] or (Heir(known.home_id, "", None, known.home),), known)


def _one(meant: Meant, known: Known) -> Placed:
    if meant.level is Level.DISTRICT:
        return Placed(None, error=Reason("district_ended", meant.name))
    return _of(meant.heirs, known)


def _of(heirs: tuple[Heir, ...], known: Known) -> Placed:
    if not heirs:
        return Placed(None, error=Reason("no_place"))
    area = heirs[0]
    if not area.path.startswith(known.home):
        return Placed(None, error=Reason("outside", area.full_name))
    return Placed(area, frozenset((area.area_id,)))


def _asked(meant: Meant, asked: Asked, known: Known) -> Placed:
    """Return the question; what lies outside is no choice."""
    if meant.level is Level.DISTRICT:
        return Placed(None, error=Reason("district_ended", meant.name or asked.shown))
    inside = [heir for heir in meant.heirs if heir.path.startswith(known.home)]
    if not meant.heirs:
        return Placed(None, error=Reason("no_such_place", asked.shown))
    if not inside:
        return Placed(None, error=Reason("outside", asked.shown))
    if len(inside) == 1 and meant.kind is MeantKind.SPLIT and inside[0] == meant.heirs[0]:
        return _of((inside[0],), known)
    choices = tuple(heir.area_id for heir in inside)
    doubt = Reason(_REASONS[meant.kind], asked.shown)
    within = frozenset(choices) if meant.kind is not MeantKind.UNKNOWN else frozenset[int]()
    return Placed(None, within, doubt=doubt, asked=Asked(asked.about, asked.shown, choices))
