"""What the pages of rosters share: who may open them, what jobs do, and how to address."""

from elearn.errors import Forbidden
from elearn.people import queries
from elearn.people.models import Person
from elearn.people.rules import address_of
from elearn.text import msg
from elearn.web import actor, db, presence, told


def refuse_proposers() -> None:
    """Stop who only proposes for a commune, and say what she may do instead.

    :raise Forbidden: then.
    """
    if queries.may_propose(actor()) and not queries.decides_anywhere(actor()):
        raise Forbidden(
            msg(
                "Nhập cả danh sách từ Excel là việc của tỉnh. Ở xã, ai mới nhận hay thôi chức danh"
                " thì ghi ở mục “Đề nghị chờ xác nhận”; có tệp danh sách thì gửi cho tỉnh nhập."
            )
        )


def refuse_readers() -> None:
    """Stop who decides nowhere.

    :raise Forbidden: then.
    """
    refuse_proposers()
    if not queries.decides_anywhere(actor()):
        raise Forbidden(
            msg("Anh/chị xem được các lần nhập; nhập danh sách là việc của người quản trị địa bàn.")
        )


def you() -> str:
    """Return how to address who is signed in: chị, anh, or anh/chị."""
    return told(address_of(db().get_one(Person, presence().person_id)))
