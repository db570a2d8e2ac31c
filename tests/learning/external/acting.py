"""What tests of papers do again and again: one is entered, one is confirmed."""

from datetime import date, timedelta

from sqlalchemy import select

from elearn.access import Actor
from elearn.learning import CompletionForm
from elearn.learning.service import external as service
from elearn.learning.service.external import Confirmation, Entry, Paper
from elearn.notices import Notice
from elearn.storage import Kept
from tests.make.papers import NOW

LATER = NOW + timedelta(hours=1)
PAGE = Kept("a" * 64, 1)
PAPER = Paper(
    " Nghiệp vụ  công tác Hội ",
    "Trường Chính trị tỉnh Hưng Yên",
    date(2025, 9, 12),
    number="Số 45/GCN",
    paper_on=date(2025, 9, 15),
)


def entered(db, who, actor=None, paper=PAPER, pages=(PAGE,)):
    entry = Entry(who.id, paper, pages)
    return service.enter_record(db, actor or Actor(who.id), entry, now=NOW)


def confirmed(db, actor, record, programme, seen=()):
    said = Confirmation(programme.id, CompletionForm.EXTERNAL, seen)
    return service.confirm_record(db, actor, record.id, said, now=LATER)


def told(db, who):
    found = select(Notice.kind).where(Notice.person_id == who).order_by(Notice.id)
    return db.scalars(found).all()
