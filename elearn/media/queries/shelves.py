"""The parts of the library: what is under way, has failed, waits to be released, can be watched."""

from enum import StrEnum

from sqlalchemy import ColumnElement, exists, true

from elearn.media.models import MediumVersion, Release, VersionState
from elearn.text import msg


class Shelf(StrEnum):
    """Which media of the library are meant, by the newest version of each."""

    ALL = ""
    UNDER_WAY = "under_way"
    FAILED = "failed"
    UNRELEASED = "unreleased"
    RELEASED = "released"


SHELF_NAMES = {
    Shelf.ALL: msg("Tất cả"),
    Shelf.UNDER_WAY: msg("Đang xử lý"),
    Shelf.FAILED: msg("Lỗi"),
    Shelf.UNRELEASED: msg("Chờ phát hành"),
    Shelf.RELEASED: msg("Đang phát hành"),
}

_IS_RELEASED = exists().where(Release.version_id == MediumVersion.id)
_STANDING: dict[Shelf, ColumnElement[bool]] = {
    Shelf.ALL: true(),
    Shelf.UNDER_WAY: MediumVersion.state.in_((VersionState.WAITING, VersionState.AT_WORK)),
    Shelf.FAILED: MediumVersion.state == VersionState.FAILED,
    Shelf.UNRELEASED: (MediumVersion.state == VersionState.READY) & ~_IS_RELEASED,
    Shelf.RELEASED: _IS_RELEASED,
}


def stands_on(shelf: Shelf) -> ColumnElement[bool]:
    """Return the condition that a newest version stands on a shelf."""
    return _STANDING[shelf]
