"""A browser whose workers nobody watches.

Playwright halts every worker that starts until it has looked at it. Chromium waits with a change
of workers until the one before has nothing left to do; halted ones may make that minutes, and pages
that are opened meanwhile wait with it. So the renewal of a worker is tried here over a pipe of the
browser's own (`--remote-debugging-pipe`), by which only the page is looked at, as on a phone.
"""

import json
import os
import select
import subprocess
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from tests.browser import killing
from tests.browser.sharing import FLAGS
from tests.learning.offline.browser import witnesses

_PATIENCE_SECONDS = 60
_REGISTERED = "ServiceWorker.workerRegistrationUpdated"
_PRESS = """async (words) => {
  const isIt = (one) => (one.ariaLabel ?? one.textContent.trim()).startsWith(words);
  const found = () => [...document.querySelectorAll("button")].find(
    (one) => isIt(one) && one.checkVisibility()
  );
  while (!found()) await new Promise((done) => setTimeout(done, 20));
  found().click();
}"""
_HEAR = """async (words) => {
  const isSaid = () => document.body.innerText.includes(words);
  while (!isSaid()) await new Promise((done) => setTimeout(done, 20));
}"""
_ON_THE_BAR = """async (second) => {
  const bar = document.querySelector("[data-seek]");
  while (!bar.ariaValueText) await new Promise((done) => setTimeout(done, 20));
  bar.scrollIntoView({ block: "center" });
  const { left, top, width, height } = bar.getBoundingClientRect();
  const { length } = document.querySelector("[data-player]").dataset;
  return { x: left + (width * second) / length, y: top + height / 2 };
}"""
_A_LITTLE = 0.02  # Seconds before one that shall be played whole.
_PIPED = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'  # The browser reads from 3 and writes to 4.


@dataclass
class _Wire:
    """What is asked of a browser, and what it says; messages end with a zero byte."""

    heard: int
    said: int
    asked: int = 0
    rest: bytes = b""
    events: deque[dict[str, Any]] = field(default_factory=deque)

    def ask(self, method: str, session: str = "", **params: object) -> dict[str, Any]:
        """Have the browser do something, and return what it answers."""
        self.asked += 1
        message = {"id": self.asked, "method": method, "params": params}
        about = {"sessionId": session} if session else {}
        os.write(self.said, json.dumps(message | about).encode() + b"\0")
        while (answer := self._next()).get("id") != self.asked:
            self.events.append(answer)
        assert "error" not in answer, answer["error"]
        result: dict[str, Any] = answer["result"]
        return result

    def until(self, method: str) -> dict[str, Any]:
        """Wait for what the browser tells by itself, and return it."""
        while True:
            event = self.events.popleft() if self.events else self._next()
            if event.get("method") == method:
                told: dict[str, Any] = event["params"]
                return told

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.heard], [], [], _PATIENCE_SECONDS)
            piece = os.read(self.heard, 1 << 16) if ready else b""
            assert piece, "the browser says nothing more"
            self.rest += piece
        message, _, self.rest = self.rest.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of the browser."""

    wire: _Wire
    session: str
    address: str

    def enter(self, cookie: dict[str, Any]) -> None:
        """Have a cookie from now on."""
        self.wire.ask("Network.setCookie", self.session, **cookie)

    def goto(self, path: str) -> None:
        """Open a page of the server or another address, and wait until all of it is loaded."""
        self.wire.events.clear()
        answer = self.wire.ask("Page.navigate", self.session, url=urljoin(self.address, path))
        assert "errorText" not in answer, answer["errorText"]
        self.wire.until("Page.loadEventFired")

    def evaluate(self, function: str, about: object = None) -> Any:
        """Return what a function of the page comes to, as if she had pressed a key for it."""
        answer = self.wire.ask(
            "Runtime.evaluate",
            self.session,
            expression=f"({function})({json.dumps(about)})",
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, words: str) -> None:
        """Press the button whose words begin so, once it is there."""
        self.evaluate(_PRESS, words)

    def hear(self, words: str) -> None:
        """Wait until the page says so."""
        self.evaluate(_HEAR, words)

    def begin(self, second: int) -> None:
        """Press the bar of the film that is open at a second, from which it plays."""
        place = self.evaluate(_ON_THE_BAR, max(0, second - _A_LITTLE))
        for kind in ("mousePressed", "mouseReleased"):
            self.wire.ask(
                "Input.dispatchMouseEvent",
                self.session,
                type=kind,
                **place,
                button="left",
                clickCount=1,
            )

    def play(self, begin: int, end: float) -> None:
        """Play the film that is open from a second on until it is past another."""
        self.begin(begin)
        self.evaluate(witnesses.REACHED, end)
        self.press("Tạm dừng")

    def sync(self, tag: str) -> bool:
        """Have the browser do what was left to it until there is a line (Background Sync)."""
        self.wire.ask("ServiceWorker.enable", self.session)
        while not (found := self.wire.until(_REGISTERED)["registrations"]):
            pass
        self.wire.ask(
            "ServiceWorker.dispatchSyncEvent",
            self.session,
            origin=self.address,
            registrationId=found[0]["registrationId"],
            tag=tag,
            lastChance=False,
        )
        self.wire.ask("ServiceWorker.disable", self.session)
        return True


@contextmanager
def tab_at(address: str, folder: Path) -> Iterator[Tab]:
    """Give a page of a new browser whose data lie in the folder, for the server at an address."""
    theirs, said = os.pipe()
    heard, told = os.pipe()
    process = subprocess.Popen(
        [
            *("bash", "-c", _PIPED, "bash", str(theirs), str(told), "/usr/bin/chromium"),
            *("--headless=new", "--remote-debugging-pipe", f"--user-data-dir={folder}"),
            *(*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else []), "about:blank"),
        ],
        pass_fds=[theirs, told],
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        os.close(theirs)
        os.close(told)
        wire = _Wire(heard, said)
        page = wire.ask("Target.createTarget", url="about:blank")["targetId"]
        session = wire.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        wire.ask("Page.enable", session)
        yield Tab(wire, session, address)
    finally:
        killing.kill(process.pid)
        process.wait()
        os.close(heard)
        os.close(said)
