"""What is meant where one or several areas bear the name that was asked for."""

from collections.abc import Iterable, Sequence

from elearn.people.roster.rules.gazetteer.spots import Heir, Meant, MeantKind, Spot


def chosen(spots: Sequence[Spot], *, is_sure: bool, is_of_today: bool = False) -> Meant:
    """Return which of equally near areas is meant; unless sure, it is asked even if it is one.

    `is_of_today`: nothing is said of a district, so that one which stands is meant before others.
    """
    areas = {spot.area_id: spot for spot in spots}  # The latest of its names.
    one = _one_of(list(areas.values()), is_of_today=is_of_today)
    if one is None or not is_sure:
        kind = MeantKind.SEVERAL
    else:
        kind = MeantKind.SPLIT if len(one.heirs) > 1 else MeantKind.ONE
    told = one or spots[0]
    heirs = told.heirs if kind is not MeantKind.SEVERAL else heirs_of(areas.values())
    return Meant(
        kind=kind,
        name=told.full_name,
        district=told.district,
        province=told.province,
        area_id=told.area_id,
        level=told.level,
        is_ended=told.is_ended,
        heirs=heirs,
    )


def heirs_of(spots: Iterable[Spot]) -> tuple[Heir, ...]:
    """Return what they all are today, each once, the likeliest of each first."""
    rows = [(place, heir) for spot in spots for place, heir in enumerate(spot.heirs)]
    in_order = sorted(rows, key=lambda row: row[0])
    return tuple({heir.area_id: heir for _, heir in in_order}.values())


def _one_of(spots: Sequence[Spot], *, is_of_today: bool) -> Spot | None:
    """Return the one that is meant by a name that several bear, if there is no doubt.

    One that stands is meant before those that passed into it under the same name; and of those
    that are wholly the same area today any will do.
    """
    if len(spots) == 1:
        return spots[0]
    standing = [spot for spot in spots if not spot.is_ended]
    if len(standing) == 1 and (
        is_of_today or all(_passed_into(spot, standing[0]) for spot in spots)
    ):
        return standing[0]
    today = {spot.heirs for spot in spots}
    return spots[0] if len(today) == 1 and len(spots[0].heirs) == 1 else None


def _passed_into(spot: Spot, into: Spot) -> bool:
    return any(heir.area_id == into.area_id for heir in spot.heirs)
