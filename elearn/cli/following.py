"""Followers: what is to be brought up to date again and again, beside the jobs and by one worker.

A follower is called about each second in a thread of its own, so that a film being transcoded does
not hold it up, nor it the film. Of the workers of one home, one at a time has followers.
"""

import fcntl
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO

import click

from elearn.cli import Installation
from elearn.config import Settings
from elearn.db import Database

#: Does what there is to do, and returns whether there was anything; it may be killed at any moment.
Follower = Callable[[Settings, Database], bool]

PAUSE_SECONDS = 1.0
FAILED_PAUSE_SECONDS = 15.0
_GRACE_SECONDS = 5.0


@contextmanager
def following(here: Installation, followers: Sequence[Follower]) -> Iterator[None]:
    """Keep calling the followers for as long as this worker works."""
    ended = threading.Event()
    thread = threading.Thread(target=_follow, args=(here, followers, ended), daemon=True)
    if followers:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        if followers:
            thread.join(_GRACE_SECONDS)  # What takes longer is cut off, and done again some day.


def _follow(here: Installation, followers: Sequence[Follower], ended: threading.Event) -> None:
    told: dict[Follower, str] = {}
    with (here.settings.home / "following.lock").open("w") as lock:
        while not _is_ours(lock):
            if ended.wait(PAUSE_SECONDS):
                return
        pause = 0.0
        while not ended.wait(pause):
            succeeded = [_call(one, here, told, ended) for one in followers]
            pause = PAUSE_SECONDS if all(succeeded) else FAILED_PAUSE_SECONDS


def _is_ours(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _call(
    follower: Follower, here: Installation, told: dict[Follower, str], ended: threading.Event
) -> bool:
    """Call a follower until nothing is left; tell what goes wrong with it once, not each time."""
    try:
        while follower(here.settings, here.database) and not ended.is_set():
            pass
    except Exception as problem:  # noqa: BLE001  # It may fail in any way; the worker goes on.
        error = f"{type(problem).__name__}: {problem}"
        if told.get(follower) != error:
            click.echo(f"{follower.__module__}: hỏng, sẽ thử lại: {error}")
            traceback.print_exception(problem)
        told[follower] = error
        return False
    told.pop(follower, None)
    return True
