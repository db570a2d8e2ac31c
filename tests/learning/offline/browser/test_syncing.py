"""What the worker does when there is a line again and no page of ours is open."""

import pytest

from tests.browser.screening import holds, until
from tests.learning.offline.browser import witnesses
from tests.learning.offline.browser.lines import State

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]


def test_what_was_played_goes_out_with_the_line_though_no_page_is_open(tab, line, film, owner):
    line.turn(State.DEAD)
    tab.goto(f"/lectures/{film.code}")
    tab.play(3, 5.3)
    tab.evaluate(witnesses.WRITTEN)
    tab.goto("about:blank")
    assert not holds(line.live, owner, film, range(3, 5))

    line.turn(State.OPEN)
    until(lambda: tab.sync("reports") and holds(line.live, owner, film, range(3, 5)))
