"""What is written in the database, as the plain rows an oracle is told: whole tables, unasked."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, catalogue, certificates, classes, learning, people
from tests.coverage.oracle import rows
from tests.coverage.oracle.rows import Days, Written


def world_of(db: Session) -> rows.World:
    """Return everything that is written down."""
    version, post = catalogue.ProgrammeVersion, people.Post
    return rows.World(
        same_as=dict(_of(db, people.Person.id, people.Person.same_as_id)),
        joins=_joins(db),
        held=_held(db, people.Tenure, people.Tenure.end_reason),
        planned=_held(db, people.PlannedPost),
        belongings=_belongings(db),
        exclusions=_exclusions(db),
        stays=_stays(db),
        versions=_versions(db),
        passages=_passages(db),
        done=_done(db),
        lessons=_lessons(db),
        turns=_turns(db),
        papers=_papers(db),
        post_levels={key: level.value for key, level in _of(db, post.key, post.level)},
        area_levels={key: one.value for key, one in _of(db, areas.Area.id, areas.Area.level)},
        tags=_tags(db),
        programmes=dict(_of(db, version.id, version.programme_id)),
        modes={key: mode.value for key, mode in _of(db, version.id, version.mode)},
    )


def _of(db: Session, *columns: Any) -> Sequence[Any]:
    """Return some columns of all rows."""
    return db.execute(select(*columns)).all()


def _dated(table: Any) -> tuple[Any, Any]:
    return table.valid_from, table.valid_to


def _recorded(table: Any) -> tuple[Any, Any]:
    return table.recorded_at, table.superseded_at


def _joins(db: Session) -> list[rows.Join]:
    one, follower = people.PersonJoin, people.PersonJoinFollower
    with_it: dict[int, set[int]] = defaultdict(set)
    for key, person in _of(db, follower.join_id, follower.person_id):
        with_it[key].add(person)
    found = _of(db, one.id, one.person_id, one.whole_id, one.joined_at, one.undone_at)
    return [
        rows.Join(key, person, whole, frozenset(with_it[key]), joined, undone)
        for key, person, whole, joined, undone in found
    ]


def _held(db: Session, one: Any, *reason: Any) -> list[rows.Held]:
    columns = (one.person_id, one.post_key, one.org_unit_id, *_dated(one), *_recorded(one))
    return [
        rows.Held(
            person, post, unit, Days(first, last), Written(known, until), why[0] if why else None
        )
        for person, post, unit, first, last, known, until, *why in _of(db, *columns, *reason)
    ]


def _belongings(db: Session) -> list[rows.Belonging]:
    one = people.PostGroup
    found = _of(db, one.post_key, one.group_key, *_dated(one))
    return [rows.Belonging(post, group, Days(*days)) for post, group, *days in found]


def _exclusions(db: Session) -> list[rows.Exclusion]:
    one = people.UnitExclusion
    return [
        rows.Exclusion(unit, Days(first, last), Written(*known))
        for unit, first, last, *known in _of(db, one.org_unit_id, *_dated(one), *_recorded(one))
    ]


def _stays(db: Session) -> list[rows.Stay]:
    one = people.OrgUnitPlace
    columns = (one.org_unit_id, one.area_id, *_dated(one), one.recorded_at, one.end_recorded_at)
    return [
        rows.Stay(unit, area, Days(first, last), *told)
        for unit, area, first, last, *told in _of(db, *columns)
    ]


def _versions(db: Session) -> list[rows.Version]:
    one = areas.AreaVersion
    found = _of(db, one.area_id, one.path, *_dated(one), *_recorded(one))
    return [
        rows.Version(area, _keys(path), Days(first, last), Written(*known))
        for area, path, first, last, *known in found
    ]


def _keys(path: str) -> tuple[int, ...]:
    return tuple(int(key) for key in path.strip("/").split("/"))


def _passages(db: Session) -> list[rows.Passage]:
    one = areas.AreaLineage
    columns = (one.from_area_id, one.to_area_id, one.happened_on, one.kind)
    return [
        rows.Passage(old, new, on, kind is areas.Passage.WHOLE, *told)
        for old, new, on, kind, *told in _of(db, *columns, one.is_default, one.distance_km)
    ]


def _done(db: Session) -> list[rows.Done]:
    one = learning.Completion
    columns = (one.id, one.person_id, one.programme_version_id, one.form, one.completed_on)
    return [
        rows.Done(key, person, version, form.value, on, Written(*known))
        for key, person, version, form, on, *known in _of(db, *columns, *_recorded(one))
    ]


def _lessons(db: Session) -> list[rows.Lesson]:
    one = classes.TrainingClass
    columns = (one.id, one.programme_version_id, one.area_id, one.starts_on, one.state)
    return [
        rows.Lesson(key, version, area, starts, state.value, at)
        for key, version, area, starts, state, at in _of(db, *columns, one.state_at)
    ]


def _turns(db: Session) -> list[rows.Turn]:
    one = classes.Participation
    columns = (one.training_class_id, one.person_id, one.joined_at, one.left_at)
    return [rows.Turn(*row) for row in _of(db, *columns, one.completed_on, one.completion_id)]


def _papers(db: Session) -> list[rows.Paper]:
    one, state, turn = (
        certificates.Certificate,
        certificates.CertificateState,
        classes.Participation,
    )
    ends: dict[int, list[tuple[Any, Any]]] = defaultdict(list)
    for key, what, since, at in _of(db, state.certificate_id, state.state, state.since, state.at):
        if what is not certificates.State.VALID:
            ends[key].append((since, at))
    lessons = dict(_of(db, turn.id, turn.training_class_id))
    columns = (one.id, one.person_id, one.participation_id, one.kind, one.issued_on, one.issued_at)
    return [
        rows.Paper(person, lessons[participation], kind.value, on, at, tuple(ends[key]))
        for key, person, participation, kind, on, at in _of(db, *columns)
    ]


def _tags(db: Session) -> dict[int, frozenset[str]]:
    tag = catalogue.ProgrammeTag
    found: dict[int, set[str]] = {key: set() for (key,) in _of(db, catalogue.ProgrammeVersion.id)}
    for key, one in _of(db, tag.programme_version_id, tag.tag):
        found[key].add(one.value)
    return {key: frozenset(tags) for key, tags in found.items()}
