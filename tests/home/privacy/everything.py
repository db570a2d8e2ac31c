"""A person of whom every table of the house holds something, her name in every free text."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import accounts, audit, coverage, learning, people
from elearn.access import Actor
from elearn.accounts.models import CarryLink
from elearn.accounts.service import guard
from elearn.catalogue import ProgrammeVersion
from elearn.home.privacy.models import ErasureRequest, ErasureState
from elearn.learning.models import Bookmark, SignedReceipt
from elearn.learning.rules.external import RecordState
from elearn.learning.viewings import SharedPresence
from elearn.notices import Letter, Notice
from elearn.notices.models import MailAddress
from elearn.notices.rules import Kind
from elearn.people.roster.models import RosterAlias
from elearn.people.roster.rules.steps import Steps
from elearn.people.roster.rules.verdicts import RowStatus
from tests.make import accounts as make_accounts
from tests.make import (
    catalogue,
    drafts,
    headcounts,
    leases,
    papers,
    proposals,
    rosterbatches,
    rules,
    signals,
    viewings,
)
from tests.make import certificates as make_certificates
from tests.make import classes as make_classes
from tests.make import learning as studying
from tests.make import media as films
from tests.make import people as make
from tests.make import questions as asking
from tests.make.uploads import file_upload

NAME, PHONE, USER, MAIL = "Lò Thị Pết Xuyến", "0987001122", "petxuyen", "petxuyen@example.org"
#: Her name as it is written, and as it is looked for.
WORDS = (NAME, "lo thi pet xuyen", PHONE, USER)
KEY = "not a secret"
NOW = make_certificates.NOW


@dataclass(frozen=True)
class Everything:
    """The person, under the key that stands for her and another that was joined to it."""

    person: people.Person
    other: people.Person
    account: accounts.Account


def everything(db: Session) -> Everything:
    one = make.person(db, NAME, phone=PHONE, birth_year=1979, gender="female")
    other = make.person(db, NAME, phone=PHONE)
    third = make.person(db, NAME)
    people.merge(db, Actor(one.id), third, other, now=NOW)
    people.merge(db, Actor(one.id), other, one, now=NOW)
    account = make_accounts.account(db, one, user_name=USER)
    _posts(db, one)
    _stood_in_a_file(db, one)
    _ways_in(db, account)
    _study(db, one)
    _asked(db, one)
    _papers(db, one)
    _would_gain(db, one)
    _told(db, one)
    _written_down(db, one)
    make.listed(db)
    return Everything(one, other, account)


def _posts(db: Session, one: people.Person) -> None:
    tenure = make.tenure(db, one, decision=f"12/QĐ về {NAME}")
    make.planned(db, one, at=tenure.org_unit, decision=f"13/QĐ về {NAME}")
    make.qualification(db, one).institution = f"Trường của {NAME}"
    review = {"year": 2026, "reviewed_on": NOW.date(), "reviewed_by_id": one.id}
    db.add(people.QualificationReview(person_id=one.id, **review))
    unit = tenure.org_unit
    headcounts.headcount(db, unit, recorded_by_id=one.id)
    words = {"new_name": NAME, "new_phone": PHONE, "decision": f"14/QĐ về {NAME}"}
    proposals.proposal(db, one, unit=unit, proposed_by_id=one.id, **words)
    refused = {"state": people.ProposalState.REFUSED, "refusal": f"Không phải {NAME}"}
    proposals.proposal(db, one, unit=unit, decided_at=proposals.NOW, about="x", **refused, **words)
    proposals.correction(db, one, wanted=NAME, note=f"Tên là {NAME}")


def _stood_in_a_file(db: Session, one: people.Person) -> None:
    steps = Steps(person={"phone": PHONE, "full_name": NAME})
    unsure = rosterbatches.newcomer(NAME)
    by = {"received_by_id": one.id, "committed_by_id": one.id, "undone_by_id": one.id}
    batch = rosterbatches.batch(db, [(one, steps), unsure], **by)
    batch.layout = {"samples": {"Sheet1": {"rows": [[1, [NAME]]]}}}
    rows = db.scalars(select(people.roster.RosterRow).order_by(people.roster.RosterRow.id)).all()
    for row in rows:
        row.answered_by_id = one.id
    rows[1].status = RowStatus.DOUBTFUL
    told = {"before": {"full_name": NAME}, "after": {"full_name": NAME}}
    written = {"act": "edit", "of_table": "person", "of_id": one.id}
    db.add(people.roster.RosterChange(batch_id=batch.id, row_id=rows[0].id, **written, **told))
    db.add(RosterAlias(person_id=one.id, name_key=NAME))
    db.flush()


def _ways_in(db: Session, account: accounts.Account) -> None:
    make_accounts.token(db, account, now=NOW)
    session = db.scalars(select(accounts.SignInSession.id)).one()
    link = {"session_id": session, "made_at": NOW, "expires_at": NOW + timedelta(minutes=1)}
    db.add(CarryLink(token_sha256="c", **link))
    make_accounts.second_factor(db, account, key=KEY, now=NOW)
    make_accounts.recovery_code(db, account)
    accounts.accept_notice(db, [account.id], 1, now=NOW)
    make_accounts.role_grant(db, account)
    for name in (USER, PHONE):
        subject = guard.subject_of(name, key=KEY)
        db.add(accounts.FailedSignIn(subject=subject, network="203.0.113.0/24", at=NOW))
    identity = {"issuer": "https://id.example.org", "subject": USER, "linked_at": NOW}
    db.add(accounts.LinkedIdentity(account_id=account.id, **identity))
    made = {"made_at": NOW, "expires_at": NOW + timedelta(days=1), "made_by_id": account.person_id}
    db.add(accounts.ActivationCode(account_id=account.id, digest="d", **made))
    db.add(accounts.SlipBatch(area_id=1, made_at=NOW, made_by_id=account.person_id, anew=False))
    db.flush()


def _study(db: Session, one: people.Person) -> None:
    course = make_classes.course(db)
    learning.enrol(db, one, course.version, now=NOW)
    studying.watched(db, one, course.required)
    device = f"máy của {NAME}"
    version = course.required.version_id
    visit = learning.WatchSession(
        token="t", person_id=one.id, medium_version_id=version, opened_at=NOW, device=device
    )
    signals.outage(db, entered_by_id=one.id)
    noted = {"note": f"Đã hỏi {NAME}", "weight": 1000, "judged_at": NOW, "judged_by_id": one.id}
    unusual = signals.signal(db, one, version)
    judged = learning.signals.SignalJudgement(signal_id=unusual.id, verdict="explained", **noted)
    db.add(judged)
    budget = learning.WatchBudget(person_id=one.id, unspent=0, grown_at=NOW, told_interval=60)
    mark = {"medium_version_id": version, "second": 3, "note": f"hỏi {NAME}", "made_at": NOW}
    db.add(Bookmark(person_id=one.id, **mark))
    receipt = SignedReceipt(token="r", person_id=one.id, said_at=NOW, text=f"biên nhận của {NAME}")
    db.add_all([visit, budget, receipt])
    db.flush()
    _without_a_line(db, one, visit, course)
    held = make_classes.training_class(db, course, state_by_id=one.id)
    gone = {"left_at": NOW, "left_reason": f"{NAME} nghỉ hưu"}
    make_classes.participation(db, held, one, **gone)
    make_certificates.certificate(db, one)
    db.add(coverage.CountedPerson(build_id=1, person_id=one.id, facts=b""))
    _films(db, one)


def _without_a_line(
    db: Session, one: people.Person, visit: learning.WatchSession, course: make_classes.Course
) -> None:
    leases.lease(db, visit, course.required)
    leases.report_file(db, one)
    place = f"Nhà chị {NAME}"
    lecture = catalogue.lecture(db, "BG-XC")
    viewings.viewing(db, one, lecture, course.required, place=place)
    sat = viewings.viewing(db, make.person(db), lecture, course.required)
    viewings.stretch(db, sat, [one])
    here = db.get_one(SharedPresence, (sat.id, one.id))
    here.objected_at, here.objection = NOW, f"Hôm đó {NAME} đi họp"


def _films(db: Session, one: people.Person) -> None:
    film = films.medium_version(db, uploaded_by_id=one.id)
    film.medium.created_by_id = one.id
    films.slide_set(db, film, made_by_id=one.id)
    films.slide_deck(db, film, uploaded_by_id=one.id)
    films.preview(db, film, created_by_id=one.id)
    file_upload(db, one)
    films.caption(db, film, changed_by_id=one.id)
    films.caption_revision(db, film, changed_by_id=one.id)
    drafts.draft(db, Actor(one.id, drafts.author(db).grants), drafts.content())
    db.flush()


def _would_gain(db: Session, one: people.Person) -> None:
    """She drafts a rule that would give her a lecture."""
    lecture = catalogue.lecture(db, "QT-1")
    draft = rules.share_draft(db)
    draft.drafted_by_id = draft.state_by_id = one.id
    gains = {learning.Effect.GAINS: frozenset({one.id})}
    line = learning.TrialLine(1, 0, gains, lecture_id=lecture.id)
    learning.keep_trial(db, draft.id, [line], against="watch 1", now=NOW)


def _papers(db: Session, one: people.Person) -> None:
    version_id = db.scalars(select(ProgrammeVersion.id).limit(1)).one()
    words = {"course": f"Lớp của {NAME}", "organiser": NAME, "place": NAME, "note": NAME}
    waits = papers.record(db, one, number=f"45/{NAME}", **words)
    friend, key = make.person(db, "Đỗ Thị Lan"), f"external_record:{waits.id}:record_refused"
    told = {"kind": Kind.RECORD_REFUSED, "key": key, "details": {"name": NAME}, "at": NOW}
    db.add(Notice(person_id=friend.id, **told))
    source = f"số 45, {NAME}"
    day, form = date(2024, 5, 6), learning.CompletionForm.EARLIER_PAPER
    done = learning.Achievement(one.id, version_id, day, form, source=source)
    counted = {"completion_id": learning.complete(db, Actor(one.id), done, now=NOW).id}
    ended = {"answer": f"{NAME} nhầm giấy", "ended_at": NOW, "decided_at": papers.NOW}
    kept = {"programme_version_id": version_id, "state": RecordState.TAKEN_BACK}
    papers.record(db, one, **words, **counted, **ended, **kept)


def _asked(db: Session, one: people.Person) -> None:
    """Have her ask, be answered by name, be hidden for a reason, and answer somebody else."""
    lecture = catalogue.lecture(db, "BG-99")
    hidden = {"hidden_at": NOW, "hidden_by_id": one.id, "hidden_reason": f"Số của {NAME}"}
    asked = asking.question(db, lecture, one, text=f"{NAME} hỏi", **hidden)
    asking.answer(db, asked, make.person(db), text=f"Chào chị {NAME}")
    asking.answer(db, asking.question(db, lecture, make.person(db)), one)


def _told(db: Session, one: people.Person) -> None:
    """Tell her something, and tell somebody else something about her."""
    db.add(MailAddress(person_id=one.id, address=MAIL, language="vi", asked_at=NOW))
    friend = make.person(db, "Vũ Thị Ngát")
    asked = people.CorrectionRequest
    key_of_it = db.scalars(select(asked.id).where(asked.person_id == one.id)).one()
    for who, key in ((one, "granted:1"), (friend, f"correction:{key_of_it}:applied")):
        details = {"name": NAME, "wanted": NAME}
        told = Notice(
            person_id=who.id, kind=Kind.CORRECTION_APPLIED, key=key, details=details, at=NOW
        )
        db.add(told)
        db.flush()
        letter = {"address": MAIL, "language": "vi", "written_at": NOW, "due_at": NOW}
        db.add(Letter(person_id=who.id, notice_id=told.id, **letter))
    db.flush()


def _written_down(db: Session, one: people.Person) -> None:
    audit.record(db, Actor(one.id), "edit", "person", one.id, now=NOW, personal={"name": NAME})
    state = ErasureState.REFUSED
    answer = {"decided_at": NOW, "answer": f"{NAME} còn công tác", "state": state}
    db.add(ErasureRequest(person_id=one.id, asked_at=NOW, **answer))
    db.add(ErasureRequest(person_id=one.id, asked_at=NOW))
    db.flush()
