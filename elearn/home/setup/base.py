"""The base data: areas, posts, rules and the catalogue that comes with the product."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from elearn import areas, catalogue, certificates, coverage, learning, people
from elearn.text import Message, msg

LECTURES = Path(__file__).resolve().parents[3] / "lectures"


def load_base(db: Session, *, now: datetime) -> Iterator[Message]:
    """Load what every installation holds, and say what was new; a second time nothing is."""
    added = areas.load(db, areas.lists(areas.DATA), now=now)
    yield msg("Địa bàn: %(count)s đơn vị mới.", count=added.areas)
    yield msg(
        "Chức danh: %(count)s dòng mới.", count=people.load_posts(db, people.posts(people.POSTS))
    )
    yield msg("Quy tắc xem bài: %(count)s phiên bản mới.", count=learning.load_rules(db))
    count = certificates.load_issuers(db)
    yield msg("Nơi cấp giấy: %(count)s dòng mới.", count=count)
    yield from load_lectures(db, catalogue.read(LECTURES), now=now)
    count = learning.load_completion_rules(db)
    yield msg("Quy tắc hoàn thành: %(count)s phiên bản mới.", count=count)
    written = coverage.load_definitions(db, coverage.schemes(), now=now)
    yield msg("Đề án và chỉ tiêu: %(count)s phiên bản mới.", count=len(written.schemes))
    if written.skipped:
        names = ", ".join(written.skipped)
        yield msg("Đề án do nơi này tự định nghĩa, giữ nguyên: %(names)s.", names=names)
    if not people.is_listed(db):  # An installation from before there was a list.
        yield msg("Danh sách cán bộ: %(count)s người.", count=people.rebuild_listing(db))


def load_lectures(
    db: Session, packaged: catalogue.Catalogue, *, now: datetime
) -> Iterator[Message]:
    """Load the product's own catalogue, which takes back nobody's work, and say what was new."""
    report = catalogue.load(db, packaged, now=now, is_packaged=True)
    written = sum(len(kind.added + kind.changed + kind.gone) for kind in report.kinds)
    yield msg("Danh mục bài giảng: %(count)s mục mới hoặc đã đổi.", count=written)
    if skipped := sum(len(kind.skipped) for kind in report.kinds):
        yield msg(
            "Danh mục bài giảng: %(count)s mục sửa trên hệ thống hoặc lấy từ thư mục khác, bỏ qua.",
            count=skipped,
        )
