"""Whether what a definition names is there: groups, posts, provinces."""

from collections.abc import Iterator, Sequence
from itertools import chain

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.coverage.rules import Ground, Indicator, Scheme
from elearn.errors import Refusal
from elearn.text import Message, msg


def check(db: Session, schemes: Sequence[Scheme]) -> None:
    """Let schemes pass whose groups somebody can belong to, and whose provinces stand.

    :raise Refusal: telling the first that is not so, with its place.
    """
    for problem in (*_groups(db, schemes), *_provinces(db, schemes)):
        raise Refusal(problem)


def _groups(db: Session, schemes: Sequence[Scheme]) -> Iterator[Message]:
    """Yield what is wrong with groups: no post puts anybody into them, or none is planned for."""
    made = set(db.scalars(select(people.PostGroup.group_key).distinct()))
    posts = set(db.scalars(select(people.Post.key)))
    for scheme in schemes:
        for one in scheme.indicators:
            if problem := _of_nobody(one, made, posts):
                yield msg("%(scheme)s › %(what)s", scheme=scheme.key, what=problem)


def _of_nobody(one: Indicator, made: set[str], posts: set[str]) -> Message | None:
    if one.planned_for and one.planned_for not in posts:
        return msg(
            "%(figure)s: không có chức danh “%(post)s”.", figure=one.key, post=one.planned_for
        )
    if not one.planned_for and one.group not in made:
        return msg(
            "%(figure)s: không chức danh nào thuộc nhóm “%(group)s”.",
            figure=one.key,
            group=one.group,
        )
    return None


def _provinces(db: Session, schemes: Sequence[Scheme]) -> Iterator[Message]:
    """Yield which codes are no province's on the days they are told for."""
    for scheme in schemes:
        set_for = (target.grounds for one in scheme.indicators for target in one.targets)
        for ground in dict.fromkeys((*scheme.grounds, *chain(*set_for))):
            if db.scalar(_standing(ground).limit(1)) is None:
                yield msg(
                    "%(scheme)s › areas: không có tỉnh nào mã “%(code)s” trong những ngày ấy.",
                    scheme=scheme.key,
                    code=ground.code,
                )


def _standing(ground: Ground) -> Select[int]:
    version, area = areas.AreaVersion, areas.Area
    return (
        select(version.id)
        .join(area, area.id == version.area_id)
        .where(version.code == ground.code, area.level == areas.Level.PROVINCE)
        .where(version.valid_from <= ground.last)
        .where(or_(version.valid_to.is_(None), version.valid_to >= ground.first))
    )
