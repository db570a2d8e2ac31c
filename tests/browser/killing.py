"""A browser of the test's own, which may be killed and started again on the same disk."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from tests.browser.screening import PATIENCE_SECONDS

_ANNOUNCED = "DevTools listening on "


@contextmanager
def started(chromium: Browser, folder: Path) -> Iterator[tuple[BrowserContext, int]]:
    """Give the one context of a browser whose data lie in the folder, and its process group."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    process = subprocess.Popen(
        [
            *("/usr/bin/chromium", "--headless=new", "--remote-debugging-port=0", "--no-first-run"),
            *(f"--user-data-dir={folder}", "--disable-background-networking", *root),
            *("--disable-gpu", "about:blank"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        browser = chromium.browser_type.connect_over_cdp(_address(process))
        [context] = browser.contexts
        context.set_default_timeout(PATIENCE_SECONDS * 1000)
        yield context, process.pid
        browser.close()
    finally:
        kill(process.pid)
        process.communicate()


def _address(process: "subprocess.Popen[str]") -> str:
    assert process.stderr
    for line in process.stderr:
        if line.startswith(_ANNOUNCED):
            return line.removeprefix(_ANNOUNCED).strip()
    raise AssertionError("the browser ended before it listened")


def kill(group: int) -> None:
    """Kill a browser with all its processes, as a dead battery would."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return  # It is dead already.
