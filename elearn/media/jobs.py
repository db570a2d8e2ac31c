"""What the worker does for media: the way of an uploaded file to its renditions."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

from elearn import clock
from elearn.config import Settings
from elearn.db import Database
from elearn.errors import Refusal
from elearn.jobs import Handlers, Work
from elearn.media import ffmpeg, queries, remarks, service, slides
from elearn.media.inner import inner_captions
from elearn.media.models import VersionState
from elearn.media.queries import MEASURED_PERCENT
from elearn.media.service import TRANSCODE, Made
from elearn.storage import Kept, Store
from elearn.text import Message

_REPORT_SECONDS = 2.0
_WHOLE = 100


def transcode(work: Work, part_seconds: int = ffmpeg.PART_SECONDS) -> None:
    """Take a version from its source to READY, or to FAILED with the reason.

    A run that was killed leaves the parts it had finished in the store, for the next one to go on
    with.
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
            made = _made(work, version_id, source, part_seconds)
    except Refusal as refusal:
        _tell_operator(version_id, refusal)
        with work.database.writing() as db:
            work.hold(db)  # Whoever lost the work has no say in how it ended.
            failed = queries.version_by_id(db, version_id)
            service.fail(db, failed, refusal.message, now=clock.now())
        return
    now = clock.now()
    with work.database.writing() as db:
        work.hold(db)
        service.publish(db, queries.version_by_id(db, version_id), made, now=now)
        parts = service.forget_parts(db, version_id)
    with work.database.writing() as db:
        service.clear_parts(db, work.store, parts, now=now)


def _made(work: Work, version_id: int, source: Path, part_seconds: int) -> Made:
    with work.folder() as folder:
        probe = ffmpeg.probe(source)
        measure = ffmpeg.measure(source, probe, _reporter(work, 0, MEASURED_PERCENT))
        product = ffmpeg.transcode(
            source,
            probe,
            measure,
            folder,
            _reporter(work, MEASURED_PERCENT, _WHOLE),
            shelf=service.StoreShelf(work, version_id),
            part_seconds=part_seconds,
        )
        made = _kept(work.store, product, remarks.remark(probe, measure))
        return replace(
            made,
            slides=_slides(work, version_id, product, folder),
            chapters=probe.chapters,
            captions=inner_captions(source, probe),
        )


def _slides(
    work: Work, version_id: int, product: ffmpeg.Product, folder: Path
) -> list[tuple[int, Kept]]:
    """Return the slides of a film, all in the store; a film without them is a film all the same."""
    if not product.frames:
        return []
    film = slides.FilmFile(product.renditions[0].path, product.duration_ms)
    try:
        found = slides.found(product.frames, film, folder, _reporter(work, _WHOLE, _WHOLE))
    except ffmpeg.Unusable as refusal:
        _tell_operator(version_id, refusal)
        return []
    return [(one.at_ms, work.store.keep(one.path)) for one in found]


def _kept(store: Store, product: ffmpeg.Product, remark: Message | None) -> Made:
    """Return what is published of it, everything in the store."""
    sheet = product.storyboard
    return Made(
        duration_ms=product.duration_ms,
        renditions=[(one, store.keep(one.path)) for one in product.renditions],
        poster=store.keep(product.poster) if product.poster else None,
        remark=remark,
        storyboard=(sheet[0], store.keep(sheet[1])) if sheet else None,
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


def fail_left(_settings: Settings, database: Database) -> bool:
    """Say why they cannot be watched of versions whose job ended without a word to them."""
    with database.reading() as db:
        left = service.versions_left(db)
    if left:
        with database.writing() as db:
            service.fail_left(db, now=clock.now())
    return bool(left)


HANDLERS: Handlers = {TRANSCODE: transcode}
FOLLOWERS = (fail_left,)
