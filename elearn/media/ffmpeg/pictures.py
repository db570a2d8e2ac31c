"""Encodes the pictures of a film in parts; the whole film is decoded once, for all that is made."""

import json
from dataclasses import dataclass, field

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals, shelf
from elearn.media.ffmpeg.frames import Frames
from elearn.media.ffmpeg.measure import Progress
from elearn.media.ffmpeg.passage import Site, passage
from elearn.media.ffmpeg.plan import Plan
from elearn.media.ffmpeg.refusals import Unusable
from elearn.media.ffmpeg.shelf import part_file

_SLACK_MS = 100  # What packets may promise too much; the last picture stands so long.
_LOOK_EVERY = 25  # Frames between two looks whether a part is whole.


def encode(site: Site, plan: Plan, progress: Progress) -> Plan:
    """Lay all parts of the pictures into the folder; return the plan with the true length.

    What the shelf holds is not made again. A film of which less can be decoded than its packets
    promised ends where its last picture or sound does: the part in which that is, is made anew.

    :raise Unusable: if not one picture can be decoded.
    """
    begun = site.shelf.take(plan.recipe(site.program), site.folder)
    for number in range(begun):
        if (end := part_file(site.folder, number, shelf.END)).exists():
            return plan.lasting(json.loads(end.read_text()))
    true = plan.lasting(max(_run(site, plan, begun, progress), plan.sound_ms))
    if abs(true.duration_ms - plan.duration_ms) > _SLACK_MS:
        begun = min(plan.part_at(plan.duration_ms), true.part_at(true.duration_ms))
        _run(site, plan := true, begun, progress)
    part_file(site.folder, plan.parts - 1, shelf.END).write_text(json.dumps(plan.duration_ms))
    _keep(site, plan, plan.parts - 1)
    return plan


def _run(site: Site, plan: Plan, begun: int, progress: Progress) -> int:
    """Encode from a part on, keep each part that is whole but the last; return how many
    milliseconds of the source could be decoded.
    """
    for left in site.folder.glob("part-*"):
        if int(left.name.split("-")[1]) >= begun:
            left.unlink()
    listener = _Listener(site, plan, begun, progress)
    node, limits = passage(site, plan, begun), _limits(plan.duration_ms // 1000)
    finished = command.run(node, limits, listener.hear, failure=refusals.CANNOT_ENCODE)
    decoded = listener.frames.track(0)
    if not decoded.frames:
        raise Unusable(refusals.CANNOT_DECODE, finished.complaint)
    listener.look(is_ended=True)
    return decoded.end_ms


@dataclass(slots=True)
class _Listener:
    """Follows what is decoded, and keeps each part but the last once it is whole."""

    site: Site
    plan: Plan
    part: int
    progress: Progress
    frames: Frames = field(default_factory=Frames)

    def hear(self, line: str) -> None:
        self.frames.hear(line)
        track = self.frames.track(0)
        if track.frames % _LOOK_EVERY == 1:
            self.progress(min(track.end_ms, self.plan.duration_ms), self.plan.duration_ms)
            self.look()

    def look(self, *, is_ended: bool = False) -> None:
        while self.part < self.plan.parts - 1 and (
            is_ended or shelf.is_closed(self.plan, self.site.folder, self.part)
        ):
            _keep(self.site, self.plan, self.part)
            self.part += 1


def _keep(site: Site, plan: Plan, number: int) -> None:
    files = shelf.files(plan, site.folder, number)
    site.shelf.keep(plan.recipe(site.program), number, files)


def _limits(seconds: int) -> Limits:
    """Return what a film of this length may cost; a slow machine needs some three times it."""
    return Limits(
        wall_seconds=300 + 12 * seconds,
        cpu_seconds=300 + 24 * seconds,
        memory_mb=command.MEMORY_MB,
        file_mb=256,
    )
