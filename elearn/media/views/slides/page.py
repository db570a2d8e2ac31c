"""The page of a version's slides: the player on one side, the slides on the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from flask import render_template

from elearn import clock, jobs
from elearn.media import queries, rules
from elearn.media.models import DeckState, MediumVersion, Slide, SlideSet, VersionState
from elearn.media.permits import permit
from elearn.media.rules import ORIGIN_NAMES, Wish
from elearn.media.rules.slides import time_written
from elearn.media.service import find_key
from elearn.media.views.slides.forms import DeckForm, SplitForm
from elearn.text import Message
from elearn.web import actor, db, here, person_id

LASTS = timedelta(hours=8)  # A working day.
_TENTH = 100  # Milliseconds: nobody needs the end of a film more exactly.


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows that nobody has saved: what was written, and its flaws by field."""

    wishes: Sequence[Wish] = ()
    flaws: Mapping[str, Message] = field(default_factory=dict)
    split: SplitForm | None = None
    deck: DeckForm | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One slide on the page."""

    number: int
    slide: Slide
    at: str
    until: str
    text: str
    is_dropped: bool
    flaw: Message | None
    picture_flaw: Message | None
    #: Where else the same picture is shown.
    again_at: tuple[str, ...]


def page(version: MediumVersion, shown: Shown) -> str:
    """Return the page of a version's slides."""
    standing = queries.slide_set_of(db(), version.id)
    seen = standing.number if standing else 0
    until = clock.now() + LASTS
    return render_template(
        "media/slides.html",
        version=version,
        standing=standing,
        rows=_rows(version, standing, shown) if standing else [],
        seen=seen,
        flaws=shown.flaws,
        split=shown.split or SplitForm(formdata=None, seen=seen),
        form=shown.deck or DeckForm(formdata=None),
        deck=queries.last_deck_of(db(), version.id),
        DeckState=DeckState,
        ORIGIN_NAMES=ORIGIN_NAMES,
        editions=queries.editions_of(db(), version.id)[1:],
        is_ready=version.state is VersionState.READY,
        is_looking=_is_looking(version),
        token=permit(here().settings.secret_key, version.id, person_id(), until=until),
        may_change=rules.may_change(actor(), version.medium.created_by_id),
    )


def _rows(version: MediumVersion, standing: SlideSet, shown: Shown) -> list[Row]:
    slides = standing.slides
    wishes = shown.wishes or [Wish(time_written(one.at_ms), one.text) for one in slides]
    ends = [*(one.at_ms for one in slides[1:]), version.duration_ms or 0]
    return [
        Row(
            one.number,
            one,
            wish.at,
            time_written(end // _TENTH * _TENTH),
            wish.text,
            wish.is_dropped,
            shown.flaws.get(f"at-{one.number}"),
            shown.flaws.get(f"picture-{one.number}"),
            _again(slides, one),
        )
        for one, wish, end in zip(slides, wishes, ends, strict=True)
    ]


def _is_looking(version: MediumVersion) -> bool:
    job = jobs.job_by_key(db(), find_key(version))
    return job is not None and not job.is_over


def _again(slides: Sequence[Slide], one: Slide) -> tuple[str, ...]:
    return tuple(
        time_written(other.at_ms)
        for other in slides
        if other is not one and other.file_id == one.file_id
    )
