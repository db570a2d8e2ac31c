"""What the worker does for media: the way of an uploaded file to its renditions."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from elearn import clock
from elearn.errors import Refusal
from elearn.jobs import Handlers, Work
from elearn.media import ffmpeg, queries, remarks, service
from elearn.media.models import VersionState
from elearn.media.queries import MEASURED_PERCENT
from elearn.media.service import TRANSCODE, Made

_REPORT_SECONDS = 2.0
_WHOLE = 100


def transcode(work: Work) -> None:
    """Take a version from its source to READY, or to FAILED with the reason.

    Nothing is kept between two runs: a killed one leaves a folder under HOME/tmp, which the next
    run of the same version clears away, and perhaps files of the store that it finds again.
    """
    version_id = int(work.payload["version"])
    with work.database.writing() as db:
        version = queries.version_by_id(db, version_id)
        if version.state is VersionState.READY:
            return
        service.begin(db, version)
        sha256 = version.source.sha256
    try:
        with work.store.local(sha256) as source:
            made = _made(work, version_id, source)
    except Refusal as refusal:
        _tell_operator(version_id, refusal)
        with work.database.writing() as db:
            work.hold(db)  # Whoever lost the work has no say in how it ended.
            service.fail(db, queries.version_by_id(db, version_id), refusal.message)
        return
    with work.database.writing() as db:
        work.hold(db)
        service.publish(db, queries.version_by_id(db, version_id), made, now=clock.now())


def _made(work: Work, version_id: int, source: Path) -> Made:
    prefix = f"version-{version_id}-"
    for left in work.settings.temporary.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(dir=work.settings.temporary, prefix=prefix) as name:
        folder = Path(name)
        probe = ffmpeg.probe(source)
        measure = ffmpeg.measure(source, probe, _reporter(work, 0, MEASURED_PERCENT))
        encoded = ffmpeg.transcode(
            source, probe, measure, folder, _reporter(work, MEASURED_PERCENT, _WHOLE)
        )
        poster = ffmpeg.poster(encoded[0], folder) if probe.picture else None
        return Made(
            duration_ms=min(one.duration_ms for one in encoded),
            renditions=[(one, work.store.keep(one.path)) for one in encoded],
            poster=work.store.keep(poster) if poster else None,
            remark=remarks.remark(probe, measure),
        )


def _reporter(work: Work, start: int, end: int) -> Callable[[int, int], None]:
    """Return a listener that reports a part of the work now and then, and keeps the lease."""
    pause = min(_REPORT_SECONDS, work.settings.job_lease_seconds / 3)
    told = monotonic()

    def report(done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told >= pause:
            told = monotonic()
            work.report(start + (end - start) * done // max(total, 1), _WHOLE)

    return report


def _tell_operator(version_id: int, refusal: Refusal) -> None:
    detail = refusal.detail if isinstance(refusal, ffmpeg.Unusable) else ""
    sys.stderr.write(f"media version {version_id}: {refusal}\n{detail}".rstrip() + "\n")


HANDLERS: Handlers = {TRANSCODE: transcode}
