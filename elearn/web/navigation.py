"""Where a person can go: one list for the bottom bar of a phone and the sidebar of a desk."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask import Flask, current_app, request, url_for
from flask_login import current_user

from elearn.access import ROLE_NAMES, Role
from elearn.text import Message, msg
from elearn.web.sign_in import actor

_LECTURES = msg("Kho bài giảng")
_TRAINING = msg("Đào tạo")
_FIGURES = msg("Số liệu")
_CADRES = msg("Cán bộ và địa bàn")
_RIGHTS = msg("Tài khoản và giám sát")
_LEARN = (Role.LEARNER,)
_AUTHOR = (Role.INSTRUCTOR, Role.CENTRAL)
_TEACH = (Role.INSTRUCTOR, Role.ADMINISTRATOR, Role.CENTRAL)
_SEE = (Role.ADMINISTRATOR, Role.CENTRAL, Role.INSPECTOR)
_STAFF = (Role.INSTRUCTOR, *_SEE)
_GRANTS = (
    *("accounts.one_grant", "accounts.end_grant", "accounts.new_grant", "accounts.give_grant"),
    *("accounts.chairs", "accounts.grant_chairs"),
)
_OWN = ("accounts", "privacy.mine", "privacy.erase")
_GIVEN = (
    *("accounts.make", "accounts.make_all", "accounts.one", "accounts.help_in", "accounts.slips"),
    *("accounts.new_slips", "accounts.order_slips", "accounts.batch"),
)
_DECLARED = ("people.headcounts", "people.declare_headcounts")
_PAPERS = (
    *("learning.records_waiting", "learning.record", "learning.confirm_record"),
    *("learning.refuse_record_page", "learning.refuse_record"),
    *("learning.take_back_record_page", "learning.take_back_record"),
)
_FILMED = ("catalogue.film", "learning.curve")
_ASKED = ("learning.question",)
_BROUGHT = ("offline.report_file", "offline.give_report_files")
_WRITING = ("catalogue.module", "catalogue.module_preview")


#: How many things wait behind a place for the person of this request, by its endpoint.
_WAITING: dict[str, Callable[[], int]] = {}
_MOST_COUNTED = 99


def waiting_at(endpoint: str) -> Callable[[Callable[[], int]], Callable[[], int]]:
    """Have a function count what waits behind a place; it is asked once a page, by a reader."""

    def noted(count: Callable[[], int]) -> Callable[[], int]:
        _WAITING[endpoint] = count
        return count

    return noted


def is_built(endpoint: str) -> bool:
    """Return whether this product has the page."""
    return endpoint in current_app.view_functions


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the navigation, for everybody signed in or for the holders of some roles."""

    endpoint: str
    label: Message
    icon: str
    roles: tuple[Role, ...] = ()
    group: Message | None = None
    parts: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the page exists and the person of this request may enter it."""
        return is_built(self.endpoint) and (not self.roles or actor().has(*self.roles))

    @property
    def address(self) -> str:
        return url_for(self.endpoint)

    @property
    def blueprints(self) -> tuple[str, ...]:
        """The parts of the product, or the pages, that lie behind this place."""
        return self.parts or (self.endpoint.partition(".")[0],)


PLACES = (
    Place("home.start", msg("Học"), "learn", parts=("home", "learning")),
    Place("classes.mine", msg("Lớp"), "class", _LEARN),
    Place("certificates.mine", msg("Chứng chỉ"), "cert", _LEARN),
    Place("accounts.account", msg("Tôi"), "user", parts=_OWN),
    Place("coverage.coverage", msg("Độ phủ"), "chart", _SEE, _FIGURES),
    Place("classes.classes", msg("Lớp"), "class", _SEE, _TRAINING),
    Place("certificates.certificates", msg("Chứng chỉ"), "cert", _SEE, _TRAINING),
    Place("learning.records_waiting", msg("Giấy học ở nơi khác"), "file", _SEE, _TRAINING, _PAPERS),
    Place("viewings.viewings", msg("Xem chung"), "window", _SEE, _TRAINING),
    Place("offline.report_files", msg("Tệp báo cáo xem"), "phone", _SEE, _TRAINING, _BROUGHT),
    Place("rules.rules", msg("Quy tắc công nhận"), "check", _SEE, _TRAINING),
    Place("catalogue.programmes", msg("Chương trình"), "flag", _STAFF, _LECTURES),
    Place("catalogue.modules", msg("Soạn chuyên đề"), "edit", _AUTHOR, _LECTURES, _WRITING),
    Place("catalogue.lectures", msg("Bài giảng"), "slides", _TEACH, _LECTURES, _FILMED),
    Place("catalogue.library", msg("Tệp video"), "video", _TEACH, _LECTURES, ("media",)),
    Place("learning.inbox", msg("Câu hỏi của người học"), "help", _TEACH, _LECTURES, _ASKED),
    Place("people.people", msg("Cán bộ"), "users", _SEE, _CADRES),
    Place("people.proposals", msg("Đề nghị chờ xác nhận"), "check", _SEE, _CADRES),
    Place("people.corrections", msg("Đề nghị sửa thông tin"), "edit", _SEE, _CADRES),
    Place("people.units", msg("Đơn vị công tác"), "building", _SEE, _CADRES, ("people.unit",)),
    Place("people.headcounts", msg("Số người khai báo"), "list", _SEE, _CADRES, _DECLARED),
    Place("areas.areas", msg("Địa bàn"), "map", _SEE, _CADRES, ("areas", "changes")),
    Place("accounts.accounts", msg("Tài khoản"), "key", _SEE, _RIGHTS, _GIVEN),
    Place("accounts.grants", msg("Quyền"), "lock", _SEE, _RIGHTS, _GRANTS),
    Place("privacy.erasures", msg("Đề nghị xóa dữ liệu"), "user", (Role.CENTRAL,), _RIGHTS),
    Place("operations.operations", msg("Vận hành"), "gear", (Role.CENTRAL,), _RIGHTS),
    Place("signals.signals", msg("Dấu hiệu về lượt xem"), "info", _SEE, _RIGHTS),
    Place("audits.audit", msg("Nhật ký"), "list", _SEE, _RIGHTS),
)


@dataclass(frozen=True, slots=True)
class Navigation:
    """The places open to one person, and the one she is at."""

    places: tuple[Place, ...]
    here: Place | None
    waiting: Mapping[str, int]

    @property
    def all_waiting(self) -> int:
        return sum(self.waiting.values())

    def count(self, place: Place) -> str:
        """Return how many things wait behind a place, as it stands beside its name."""
        number = self.waiting.get(place.endpoint, 0)
        return f"{_MOST_COUNTED}+" if number > _MOST_COUNTED else str(number or "")

    @property
    def main(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.group is None)

    @property
    def more(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.group is not None)

    @property
    def groups(self) -> Iterator[tuple[Message, list[Place]]]:
        for group in dict.fromkeys(place.group for place in self.more):
            if group is not None:
                yield group, [place for place in self.more if place.group == group]

    def current(self, place: Place) -> str:
        """Return the value of `aria-current`: the page itself, or the part it belongs to."""
        if place is not self.here:
            return ""
        return "page" if place.endpoint == request.endpoint else "true"


def navigation() -> Navigation:
    """Return where the person of this request can go."""
    places = tuple(place for place in PLACES if place.is_open)
    exact = [place for place in places if request.endpoint in (place.endpoint, *place.parts)]
    near = [place for place in places if request.blueprint in place.blueprints]
    counted = {one.endpoint: _WAITING[one.endpoint]() for one in places if one.endpoint in _WAITING}
    return Navigation(places, next(iter(exact + near), None), counted)


def start() -> str:
    """Return the address of the first page."""
    return url_for("home.start") if is_built("home.start") else "/"


def account_role() -> Message | None:
    """Return the name of the widest role the person of this request holds."""
    held = [role for role in ROLE_NAMES if role != Role.LEARNER and actor().has(role)]
    return ROLE_NAMES[held[-1]] if held else None


def is_signed_in() -> bool:
    return bool(current_user.is_authenticated)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        navigation=navigation,
        is_built=is_built,
        start=start,
        account_role=account_role,
        is_signed_in=is_signed_in,
    )
