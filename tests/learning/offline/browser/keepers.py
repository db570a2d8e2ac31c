"""A phone that keeps a copy of the film, on a line that a test may turn."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

from tests.browser import looking
from tests.browser.living import Live
from tests.learning.offline.browser.lines import Line, State


@dataclass(frozen=True, slots=True)
class Keeper:
    """A phone with a copy of the film, and the line it hangs on."""

    context: BrowserContext
    lease: str
    line: Line
    server: Live

    @contextmanager
    def hearing(self, state: State) -> Iterator[None]:
        """Have the line be so for a while; where it is dead the browser knows."""
        self.line.turn(state)
        self.context.set_offline(state is State.DEAD)
        yield
        self.line.turn(State.OPEN)
        self.context.set_offline(False)

    def rest(self) -> None:
        """Have all be as it was before a test."""
        looking.leave(*self.context.pages)
        self.line.turn(State.OPEN)
        self.line.worker = ""
        self.context.set_offline(False)


def is_copy(page: Page, lease: str) -> bool:
    """Return whether the page of the copy stands there, with all it is drawn with."""
    drawn = page.evaluate(
        """async () => {
          await document.fonts.ready;
          const icon = document.querySelector("svg.icon use").getAttribute("href");
          const faces = [...document.fonts].filter(({ family }) => family === "Be Vietnam Pro");
          return [
            getComputedStyle(document.querySelector(".top")).display,
            faces.some(({ status }) => status === "loaded"),
            Boolean(document.querySelector(icon)),
            document.querySelector("[data-player]")?.dataset.lease,
          ];
        }"""
    )
    return bool(drawn == ["flex", True, True, lease])
