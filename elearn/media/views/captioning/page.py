"""The page on which captions are written: the player on one side, the cues on the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask import render_template, request

from elearn import clock, jobs
from elearn.jobs import JobState
from elearn.media import captions, queries, rules
from elearn.media.captions import Cue, Flaw
from elearn.media.models import MediumVersion
from elearn.media.permits import permit
from elearn.media.service import hear_key
from elearn.media.views.captioning.forms import CaptionTextForm
from elearn.web import actor, db, here, person_id

LASTS = timedelta(hours=8)  # A working day: captions take long.


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows that nobody has saved: a text, its flaws, and who was quicker."""

    text: str | None = None
    flaws: Sequence[Flaw] = field(default=())
    is_overtaken: bool = False
    note: str = ""


def page(version: MediumVersion, language: str, shown: Shown) -> str:
    """Return the page of a version's captions in one language."""
    desk = queries.caption_desk(db(), version.id, language)
    text = (
        desk.text_of(request.args.get("revision", type=int)) if shown.text is None else shown.text
    )
    found = captions.examined(text, version.duration_ms)
    flaws = shown.flaws or (found.flaws if shown.text is None and text else ())
    until = clock.now() + LASTS
    return render_template(
        "media/captions.html",
        version=version,
        spoken=language,
        LANGUAGE_NAMES=rules.LANGUAGE_NAMES,
        desk=desk,
        shown=shown,
        form=CaptionTextForm(formdata=None, revision=desk.revision, text=text),
        cues=found.cues,
        rows=[_told(cue) for cue in found.cues],
        lines=text.replace("\r\n", "\n").split("\n"),
        flaws=flaws,
        is_readable=all(flaw.cue for flaw in flaws),
        is_mendable=captions.are_mendable(flaws),
        is_machine=desk.is_heard,
        originals=_originals(version, desk.others),
        token=permit(here().settings.secret_key, version.id, person_id(), until=until),
        may_change=rules.may_change(actor(), version.medium.created_by_id),
        hearing=_hearing(version, language),
    )


def _told(cue: Cue) -> dict[str, Any]:
    return {"start": cue.start_ms, "end": cue.end_ms, "text": cue.text}


def _originals(version: MediumVersion, others: Sequence[str]) -> list[dict[str, Any]]:
    """Return the cues of the language that is translated from, if one was asked for."""
    wanted = request.args.get("from", "")
    caption = queries.caption_in(db(), version.id, wanted) if wanted in others else None
    return [_told(cue) for cue in captions.read(caption.text).cues] if caption else []


def _hearing(version: MediumVersion, language: str) -> dict[str, bool] | None:
    """Return how far the machine is; None where the operator has named none."""
    if not here().settings.caption_command:
        return None
    job = jobs.job_by_key(db(), hear_key(version.id, language))
    is_busy = job is not None and not job.is_over
    return {"is_busy": is_busy, "is_failed": job is not None and job.state is JobState.FAILED}
