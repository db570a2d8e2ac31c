"""Papers of what branch heads learned elsewhere: one waits, one counts, one was refused."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import accounts, catalogue, clock, learning, media, paper, people
from elearn.access import Actor
from elearn.home.demo.courses import PROGRAMME
from elearn.learning import CompletionForm
from elearn.storage import Store

Paper = learning.external.Paper

TEMPLATE = Path(__file__).parent / "data" / "paper.typ"
_HEAD, _CHAIR, _PROVINCE = "chihoi1", "chutich1", "quangninh"
_BLURRED = "Ảnh mờ, không đọc được số giấy. Chụp lại rồi gửi."


@dataclass(frozen=True, slots=True)
class _Told:
    """A paper, and who entered it."""

    paper: Paper
    by: str = _HEAD


_WAITS = _Told(
    Paper(
        "Bồi dưỡng kỹ năng tuyên truyền, vận động phụ nữ",
        "Trường Chính trị tỉnh Quảng Ninh",
        date(2026, 9, 18),
        first_on=date(2026, 9, 14),
        hours=40,
        number="112/GCN-TCT",
        paper_on=date(2026, 9, 21),
        place="Hạ Long",
    )
)
_COUNTS = _Told(
    Paper(
        "Nghiệp vụ công tác Hội cho chi hội trưởng",
        "Hội Liên hiệp Phụ nữ tỉnh Quảng Ninh",
        date(2021, 6, 11),
        CompletionForm.EARLIER_PAPER,
        number="45/GCN-HPN",
        paper_on=date(2021, 6, 14),
    ),
    by=_CHAIR,
)
_REFUSED = _Told(
    Paper("Sơ cấp cứu ban đầu", "Hội Chữ thập đỏ tỉnh Quảng Ninh", date(2024, 3, 8), number="7/CTĐ")
)


def send_papers(db: Session, store: Store) -> bool:
    """Enter the papers and have some decided upon; return whether that was still to be done."""
    head = _who(db, _HEAD)
    if head is None or db.scalar(select(learning.ExternalRecord.id).limit(1)):
        return False
    decider, now = _actor(db, _PROVINCE), clock.now()
    version = catalogue.programme_by_code(db, PROGRAMME)
    _entered(db, store, head, _WAITS)
    counts, refused = (_entered(db, store, head, one) for one in (_COUNTS, _REFUSED))
    said = learning.external.Confirmation(version.id, CompletionForm.EARLIER_PAPER)
    learning.external.confirm_record(db, decider, counts.id, said, now=now)
    learning.external.refuse_record(db, decider, refused.id, _BLURRED, now=now)
    return True


def _entered(
    db: Session, store: Store, head: people.Person, told: _Told
) -> learning.ExternalRecord:
    with TemporaryDirectory() as name:
        folder = Path(name)
        sent = folder / "sent.png"
        sent.write_bytes(paper.pictures(TEMPLATE, _given(head, told.paper))[0])
        pages = [store.keep(page) for page in media.papers.pages_of(sent, folder, most=1)]
    entry = learning.external.Entry(head.id, told.paper, pages)
    now = clock.now() - timedelta(days=2)
    return learning.external.enter_record(db, _actor(db, told.by), entry, now=now)


def _given(head: people.Person, told: Paper) -> dict[str, str]:
    return {
        "name": head.full_name,
        "born": str(head.birth_year or ""),
        "course": told.course,
        "organiser": told.organiser,
        "number": told.number or "",
        "day": f"{told.last_on:%d/%m/%Y}",
    }


def _who(db: Session, user_name: str) -> people.Person | None:
    found = select(accounts.Account.person_id).where(accounts.Account.user_name == user_name)
    key = db.scalar(found)
    return people.person_by_id(db, key) if key else None


def _actor(db: Session, user_name: str) -> Actor:
    found = select(accounts.Account.person_id).where(accounts.Account.user_name == user_name)
    return accounts.actor_of(db, db.scalars(found).one(), day=clock.today())
