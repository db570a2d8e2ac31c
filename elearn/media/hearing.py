"""What the worker does where a machine is asked for captions: the sound, the program, the text."""

import sys

from elearn import clock
from elearn.jobs import Handlers, Work
from elearn.media import ffmpeg, queries, service
from elearn.media.captions import Cue
from elearn.media.ffmpeg.wave import wave
from elearn.media.machine import Unheard, heard
from elearn.media.models import CaptionOrigin, MediumVersion
from elearn.media.service import HEAR

#: A film and its language: what the sound of its lightest weight says.
_Task = tuple[str, int, str]


def hear(work: Work) -> None:
    """Write down what is said in a version, unless a person has done it meanwhile.

    :raise Refusal: if there is no sound, or the program gives no captions.
    """
    version_id, language = int(work.payload["version"]), str(work.payload["language"])
    with work.database.reading() as db:
        version = queries.version_by_id(db, version_id)
        task = (_lightest(version), version.seconds, language)
    try:
        cues = _heard(work, task)
    except (Unheard, ffmpeg.Unusable) as refused:
        sys.stderr.write(f"captions of version {version_id}: {refused}\n{refused.detail}\n")
        raise
    with work.database.writing() as db:
        work.hold(db)
        version = queries.version_by_id(db, version_id)
        found = (language, cues)
        service.take_over(db, version, found, CaptionOrigin.MACHINE, now=clock.now())


def _lightest(version: MediumVersion) -> str:
    """Return the content of the lightest weight: all of them carry the whole sound."""
    return min(version.renditions, key=lambda one: one.size_bytes).file.sha256


def _heard(work: Work, task: _Task) -> tuple[Cue, ...]:
    sha256, seconds, language = task
    with work.folder() as folder, work.store.local(sha256) as film:
        sound = wave(film, folder / "sound.wav", seconds)
        return heard(work.settings.caption_command, sound, language, seconds)


HANDLERS: Handlers = {HEAR: hear}
