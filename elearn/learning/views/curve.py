"""How a lecture is watched by all: for its teachers, second by second, and by no one's name."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import catalogue, clock, media
from elearn.errors import NotFound
from elearn.learning.queries.curves import curve_of
from elearn.learning.queries.questions import count_of
from elearn.learning.rules.curves import LEAST_PEOPLE, MOST_POINTS, MOST_ROWS, Curve, Stretch, peaks
from elearn.learning.rules.drawing import drawing_of
from elearn.learning.views.door import bp
from elearn.text import msg
from elearn.web import db, here, person_id, role_required

_PERMIT_LASTS = timedelta(hours=2)
_WORDS = 280


@dataclass(frozen=True, slots=True)
class Peak:
    """A stretch of a film that stands out, with what is seen and said there."""

    stretch: Stretch
    slide: Any
    words: str


@bp.get("/lectures/<code>/curve")
@role_required(*media.MAKERS)
def curve(code: str) -> ResponseReturnValue:
    lecture = catalogue.lecture_by_code(db(), code)
    versions = _versions(lecture)
    page = {"lecture": lecture, "versions": versions, "question_count": count_of(db(), lecture.id)}
    if not versions:
        return render_template("learning/curve.html", version=None, kept=None, **page)
    version = _asked(versions)
    kept = curve_of(db(), version.id)
    shown = kept.curve if kept and kept.curve.is_shown else None
    film = media.playable_version(db(), version.id)
    return render_template(
        "learning/curve.html",
        **page,
        version=version,
        film=film,
        token=_permit(version),
        kept=kept,
        least=LEAST_PEOPLE,
        curve=shown,
        **(_drawn(shown, film) if shown else {}),
    )


def _versions(lecture: catalogue.Lecture) -> list[media.MediumVersion]:
    """Return the versions that learners were ever given, the newest first."""
    if lecture.medium_id is None:
        return []
    medium = media.medium_by_id(db(), lecture.medium_id)
    return [version for version in medium.versions if version.release]


def _asked(versions: list[media.MediumVersion]) -> media.MediumVersion:
    number = request.args.get("version", versions[0].number, type=int)
    found = next((one for one in versions if one.number == number), None)
    if found is None:
        raise NotFound(msg("Bài này không có bản số %(number)s.", number=number))
    return found


def _permit(version: media.MediumVersion) -> str:
    until = clock.now() + _PERMIT_LASTS
    return media.permit(here().settings.secret_key, version.id, person_id(), until=until)


def _drawn(shown: Curve, film: media.Playable) -> dict[str, Any]:
    points = shown.stretches(MOST_POINTS)
    return {
        "drawing": drawing_of(shown),
        "left": _placed(peaks(points, "left"), film),
        "again": _placed(peaks(points, "again"), film),
        "rows": shown.stretches(MOST_ROWS),
    }


def _placed(stretches: list[Stretch], film: media.Playable) -> list[Peak]:
    slides, cues = media.slides_shown(db(), film.version_id), media.transcript_of(db(), film)
    return [_peak(one, slides, cues) for one in stretches]


def _peak(one: Stretch, slides: list[Any], cues: list[Any]) -> Peak:
    start, end = one.start * 1000, one.end * 1000
    shown = [slide for slide in slides if slide.at_ms <= start]
    said = [cue.text for cue in cues if cue.start_ms < end and cue.end_ms > start]
    return Peak(one, shown[-1] if shown else None, " ".join(said)[:_WORDS])
