"""The list of people within one's scope: what it is narrowed to stands in its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import areas, clock
from elearn.people import queries
from elearn.people.views.door import bp
from elearn.text import Message, fold, msg, nfc
from elearn.web import actor, db, role_required, told

HELD_NAMES = {
    queries.Held.NOW: msg("Đang giữ chức danh"),
    queries.Held.FORMERLY: msg("Đã thôi giữ"),
    queries.Held.NEVER: msg("Chưa giữ chức danh nào"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for, as the address says it."""

    text: str = ""
    place: str = ""
    area: int | None = None
    post: str = ""
    held: queries.Held | None = None

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Wish":
        area, held = given.get("area", ""), given.get("held", "")
        return cls(
            nfc(given.get("q", "")),
            nfc(given.get("place", "")),
            int(area) if area.isdecimal() else None,
            given.get("post", ""),
            queries.Held(held) if held in list(queries.Held) else None,
        )

    def address(self, **changes: Any) -> str:
        """Return the address of the same list with something else asked for."""
        asked = {"q": self.text, "area": self.area, "post": self.post, "held": self.held}
        return url_for("people.people", **{k: v or None for k, v in (asked | changes).items()})

    def is_elsewhere(self, narrowing: queries.Narrowing | None) -> bool:
        """Return whether the place written into the form is not the one in the address."""
        return bool(self.place) and (narrowing is None or self.place != narrowing.address)


@bp.get("")
@role_required(*queries.SEEING)
def people() -> ResponseReturnValue:
    wish, day = Wish.of(request.args), clock.today()
    narrowing = queries.narrowing_to(db(), wish.area, day) if wish.area else None
    if wish.is_elsewhere(narrowing):
        return _look_up(wish, day)
    if narrowing and "place" in request.args and not wish.place:
        return redirect(wish.address(area=None))
    return _list(wish, narrowing, day)


def _look_up(wish: Wish, day: date) -> ResponseReturnValue:
    """Go on to the list of the area that was written, or ask which of several it is."""
    near = areas.find(db(), wish.place, day=day)
    meant = _meant(wish.place, near)
    if meant is not None:
        return redirect(wish.address(area=meant.area_id))
    return _page(wish, queries.offices(db(), day), choices=near)


def _meant(text: str, near: Sequence[areas.Found]) -> areas.Found | None:
    """Return the only one that bears just this name, the one that stands before one that ended."""
    name = fold(text.partition(",")[0].strip())
    whole = [one for one in near if fold(one.full_name) == name]
    standing = [one for one in whole if one.is_current]
    ending = [one for one in near if fold(one.full_name).endswith(f" {name}")]
    return next((some[0] for some in (standing, whole, ending) if len(some) == 1), None)


def _list(wish: Wish, narrowing: queries.Narrowing | None, day: date) -> ResponseReturnValue:
    offices = queries.offices(db(), day)
    chosen = offices.chosen(wish.post)
    filters = queries.Filters(
        wish.text,
        narrowing.ground if narrowing else None,
        chosen[1] if chosen else (),
        wish.held,
    )
    page = queries.people_page(db(), actor(), filters, _turn(), day=day)
    removals = _removals(wish, narrowing, chosen[0] if chosen else "")
    return _page(wish, offices, page=page, narrowing=narrowing, removals=removals)


def _turn() -> queries.Turn:
    before = request.args.get("before", type=int)
    after = request.args.get("after", type=int)
    return queries.Turn(before, is_back=True) if before else queries.Turn(after)


def _removals(wish: Wish, narrowing: queries.Narrowing | None, post: str) -> list[tuple[str, str]]:
    """Return what the list is narrowed to, in words, each with the address without it."""
    held: Message | str = HELD_NAMES[wish.held] if wish.held else ""
    every = (
        (f"“{wish.text}”" if wish.text else "", wish.address(q=None)),
        (narrowing.address if narrowing else "", wish.address(area=None)),
        (post, wish.address(post=None)),
        (told(held) if held else "", wish.address(held=None)),
    )
    return [(words, address) for words, address in every if words]


def _page(wish: Wish, offices: queries.Offices, **more: Any) -> str:
    given = {"page": None, "narrowing": None, "removals": [], "choices": None} | more
    return render_template(
        "people/people.html",
        wish=wish,
        offices=offices,
        held_names=HELD_NAMES,
        may_decide=queries.decides_anywhere(actor()),
        counted=queries.COUNTED,
        **given,
    )
