"""Which completions, certificates and classes came to be known, or were taken back."""

from collections.abc import Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn import catalogue, certificates, classes
from elearn.coverage.queries.comparing import Compared
from elearn.coverage.queries.facts.reading import is_about
from elearn.coverage.queries.reasons.owners import Owners
from elearn.coverage.queries.reasons.writing import day, written
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.measures import Measure
from elearn.learning import Completion
from elearn.text import Message, msg

Reasons = Iterator[tuple[int, Message]]


def of_learning(db: Session, asked: Compared, indicator: Indicator, owners: Owners) -> Reasons:
    """Give, by entry, what was written of what she learned; at most four queries."""
    if indicator.measure is Measure.CERTIFIED:
        yield from _issued(db, asked, indicator, owners)
        yield from _ended(db, asked, indicator, owners)
    else:
        yield from _completed(db, asked, indicator, owners)
    if indicator.is_share:
        yield from _in_classes(db, asked, indicator, owners)


def _completed(db: Session, asked: Compared, indicator: Indicator, owners: Owners) -> Reasons:
    version = catalogue.ProgrammeVersion
    rows = (
        select(Completion, version.title)
        .join(version, version.id == Completion.programme_version_id)
        .where(Completion.person_id.in_(owners.entries), asked.is_news(Completion))
        .where(is_about(Completion.programme_version_id, indicator.content))
        .where(Completion.completed_on.between(indicator.since(asked.day), asked.day))
        .order_by(Completion.completed_on, Completion.id)
    )
    if indicator.forms:
        rows = rows.where(Completion.form.in_(sorted(indicator.forms)))
    for done, title in db.execute(rows):
        told = {"title": title, "on": day(done.completed_on)}
        if done.recorded_at > asked.earlier:
            words = msg("Hoàn thành “%(title)s” ngày %(on)s", **told)
            yield done.person_id, written(words, done.recorded_at, done.source)
        else:
            words = msg("Bỏ kết quả “%(title)s” ngày %(on)s", **told)
            yield done.person_id, written(words, done.superseded_at)


def _issued(db: Session, asked: Compared, indicator: Indicator, owners: Owners) -> Reasons:
    paper, turn, held = _papers()
    rows = (
        select(paper.person_id, paper.shown_number, paper.issued_on, paper.issued_at)
        .join(turn, turn.id == paper.participation_id)
        .join(held, held.id == turn.training_class_id)
        .where(paper.person_id.in_(owners.entries), asked.is_between(paper.issued_at))
        .where(is_about(held.programme_version_id, indicator.content))
        .order_by(paper.id)
    )
    for entry, number, on, at in db.execute(rows):
        words = msg("Cấp chứng chỉ số %(number)s ngày %(on)s", number=number, on=day(on))
        yield entry, written(words, at)


def _ended(db: Session, asked: Compared, indicator: Indicator, owners: Owners) -> Reasons:
    paper, turn, held = _papers()
    state = certificates.CertificateState
    rows = (
        select(paper.person_id, paper.shown_number, state.state, state.since, state.at)
        .join(state, state.certificate_id == paper.id)
        .join(turn, turn.id == paper.participation_id)
        .join(held, held.id == turn.training_class_id)
        .where(paper.person_id.in_(owners.entries), asked.is_between(state.at))
        .where(state.state != certificates.State.VALID)
        .where(is_about(held.programme_version_id, indicator.content))
        .order_by(state.id)
    )
    for entry, number, kind, since, at in db.execute(rows):
        told = {"number": number, "state": certificates.STATE_NAMES[kind], "since": day(since)}
        words = msg("Chứng chỉ số %(number)s: %(state)s từ %(since)s", **told)
        yield entry, written(words, at)


def _papers() -> tuple[
    type[certificates.Certificate], type[classes.Participation], type[classes.TrainingClass]
]:
    return certificates.Certificate, classes.Participation, classes.TrainingClass


def _in_classes(db: Session, asked: Compared, indicator: Indicator, owners: Owners) -> Reasons:
    turn, held = classes.Participation, classes.TrainingClass
    between = asked.is_between
    is_told = or_(between(turn.joined_at), between(turn.left_at), between(held.state_at))
    rows = (
        select(turn, held)
        .join(held, held.id == turn.training_class_id)
        .where(turn.person_id.in_(owners.entries), is_told)
        .where(is_about(held.programme_version_id, indicator.content))
        .order_by(held.starts_on, turn.id)
    )
    for one, of in db.execute(rows):
        yield one.person_id, _attended(asked, one, of)


def _attended(asked: Compared, one: classes.Participation, of: classes.TrainingClass) -> Message:
    told = {"name": of.name}
    if one.left_at and asked.saw(one.left_at):
        return written(msg("Rời lớp “%(name)s”", **told), one.left_at)
    if asked.saw(of.state_at) and of.state is not classes.ClassState.OPEN:
        state = classes.STATE_NAMES[of.state]
        return written(msg("Lớp “%(name)s”: %(state)s", state=state, **told), of.state_at)
    return written(msg("Vào lớp “%(name)s”", **told), one.joined_at)
