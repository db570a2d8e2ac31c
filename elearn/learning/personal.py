"""What learning holds of a person: what she takes, watched and completed, and when."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.catalogue import ProgrammeVersion
from elearn.learning.models import Completion, Enrolment, WatchMap, WatchSession
from elearn.learning.offline import personal as offline
from elearn.learning.personal_own import forget_own, own_of
from elearn.learning.personal_papers import forget_papers, papers_of
from elearn.learning.personal_questions import answers_of, forget_questions, questions_of
from elearn.learning.rules import FORM_NAMES, Seconds, SessionKind
from elearn.learning.signals import personal as signals
from elearn.learning.viewings import personal as viewings
from elearn.media import Medium, MediumVersion
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "enrolment": "told; without her name it counts in figures, so it stays",
    "completion": "told; without her name it counts in figures, so it stays",
    "external_record": "told; what its paper says and shows is forgotten, who decided is a key",
    "watch_map": "told; the evidence of completions, without her name it stays",
    "watch_session": "told; its device and browser are forgotten, the evidence stays",
    "watch_evidence": "hangs by a session: seconds and nothing else",
    "bookmark": "told; forgotten: places and words of her own",
    "signed_receipt": "told; forgotten: whoever took a copy along has it",
    "lecture_question": "told; its words are forgotten, with those of its answers",
    "lecture_answer": "told; what a teacher said stands for its readers, without her name",
    "rule_draft": "who drafted and adopted a rule: keys of acts, which stay with the rule",
    "rule_trial_person": "that a rule not yet decided on would touch her: no fact of her own",
    "watch_budget": "how many seconds may still be credited: a number for the machine",
    **offline.TABLES,
    **viewings.TABLES,
    **signals.TABLES,
}
_TOGETHER = msg("Xem chung, trên máy của người mở buổi")
_STAYS = msg("Giữ lại không kèm họ tên, để số liệu các năm không thay đổi.")


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; fourteen queries."""
    return (
        _places(db, person_ids),
        _watched(db, person_ids),
        _visits(db, person_ids),
        offline.leases_of(db, person_ids),
        *viewings.told_of_viewings(db, person_ids),
        _completed(db, person_ids),
        papers_of(db, person_ids),
        *own_of(db, person_ids),
        questions_of(db, person_ids),
        answers_of(db, person_ids),
        signals.told_of_signals(db, person_ids),
    )


def _places(db: Session, person_ids: Collection[int]) -> Section:
    version, place = ProgrammeVersion, Enrolment
    hers = select(version.title, place.enrolled_at).join(place.programme_version)
    rows = db.execute(hers.where(place.person_id.in_(person_ids)).order_by(place.id))
    return Section(
        title=msg("Chương trình đang học"),
        heads=(msg("Chương trình"), msg("Ghi danh lúc")),
        rows=tuple(tuple(row) for row in rows),
        fate=_STAYS,
    )


def _watched(db: Session, person_ids: Collection[int]) -> Section:
    kept, version = WatchMap, MediumVersion
    hers = (
        select(Medium.title, kept.seconds, kept.shared, kept.length, kept.changed_at, kept.seen_at)
        .join(version, version.id == kept.medium_version_id)
        .join(Medium, Medium.id == version.medium_id)
        .where(kept.person_id.in_(person_ids))
        .order_by(kept.changed_at)
    )
    return Section(
        title=msg("Bài giảng đã xem"),
        heads=(
            msg("Video"),
            msg("Giây đã ghi nhận"),
            msg("Trong đó xem chung"),
            msg("Dài (giây)"),
            msg("Xem lần cuối"),
            msg("Đủ lúc"),
        ),
        rows=tuple(
            (title, seconds, len(Seconds.from_bytes(shared or b"")), length, changed_at, seen_at)
            for title, seconds, shared, length, changed_at, seen_at in db.execute(hers)
        ),
        fate=msg("Giữ lại không kèm họ tên: căn cứ của kết quả đã công nhận."),
    )


def _visits(db: Session, person_ids: Collection[int]) -> Section:
    visit, version = WatchSession, MediumVersion
    hers = (
        select(Medium.title, visit.opened_at, visit.closed_at, visit.device, visit.kind)
        .join(version, version.id == visit.medium_version_id)
        .join(Medium, Medium.id == version.medium_id)
        .where(visit.person_id.in_(person_ids))
        .order_by(visit.id)
    )
    return Section(
        title=msg("Các lần mở bài giảng"),
        heads=(msg("Video"), msg("Mở lúc"), msg("Đóng lúc"), msg("Máy")),
        rows=tuple(
            (title, opened, closed, _TOGETHER if kind is SessionKind.SHARED else device)
            for title, opened, closed, device, kind in db.execute(hers)
        ),
        fate=msg("Tên máy bị xóa; thời gian xem giữ lại không kèm họ tên."),
    )


def _completed(db: Session, person_ids: Collection[int]) -> Section:
    one, version = Completion, ProgrammeVersion
    hers = select(version.title, one.completed_on, one.form, one.source)
    hers = hers.join(one.programme_version).where(one.person_id.in_(person_ids))
    rows = db.execute(hers.where(one.is_current()).order_by(one.completed_on, one.id))
    return Section(
        title=msg("Chương trình đã hoàn thành"),
        heads=(msg("Chương trình"), msg("Ngày"), msg("Hình thức"), msg("Văn bản")),
        rows=tuple((title, day, FORM_NAMES[form], source) for title, day, form, source in rows),
        fate=_STAYS,
    )


def forget(db: Session, erasure: Erasure) -> None:
    """Take away on what she watched; that she did is the evidence of what was completed."""
    hers = WatchSession.person_id.in_(erasure.person_ids)
    forget_own(db, erasure)
    db.execute(update(WatchSession).where(hers).values(device="", browser=None))
    forget_papers(db, erasure)
    forget_questions(db, erasure)
    viewings.forget_viewings(db, erasure)
    signals.forget_signals(db, erasure)
