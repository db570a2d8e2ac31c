"""Followers are called beside the work, one worker at a time, and never end it."""

import threading

import pytest

from elearn.cli import Installation, following
from elearn.cli.following import following as followed
from elearn.storage import Directory
from tests import bases
from tests.survival.processes import wait_until

pytestmark = pytest.mark.database


@pytest.fixture
def place(real, tmp_path):
    return Installation(bases.settings_at(tmp_path), real, Directory(tmp_path / "files"))


@pytest.fixture(autouse=True)
def _quickly(monkeypatch):
    monkeypatch.setattr(following, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(following, "FAILED_PAUSE_SECONDS", 0.01)


class Counted:
    """A follower that counts its calls, and says when there were enough of them."""

    def __init__(self, enough=3, error=None):
        self.calls, self.enough, self.error = 0, enough, error
        self.reached = threading.Event()

    def __call__(self, _settings, _database):
        self.calls += 1
        if self.calls >= self.enough:
            self.reached.set()
        if self.error:
            raise self.error
        return False


def test_a_follower_is_called_again_and_again(place):
    follower = Counted()

    with followed(place, [follower]):
        assert follower.reached.wait(30)

    assert follower.calls >= 3


def test_what_goes_wrong_is_told_once_and_the_others_go_on(place, capsys):
    bad, good = Counted(error=ValueError("chỉ mục hỏng")), Counted(enough=5)

    with followed(place, [bad, good]):
        assert good.reached.wait(30)

    assert capsys.readouterr().out.count("ValueError: chỉ mục hỏng") == 1


def test_one_worker_of_a_home_follows_and_another_takes_over(place):
    first, second = Counted(), Counted()

    with followed(place, [first]):
        assert first.reached.wait(30)
        with followed(place, [second]):
            seen = first.calls
            wait_until(lambda: first.calls > seen, "the first goes on")
            assert second.calls == 0

    with followed(place, [second]):
        assert second.reached.wait(30)


def test_the_work_ends_though_a_follower_is_at_it(place, monkeypatch):
    monkeypatch.setattr(following, "_GRACE_SECONDS", 0.01)
    begun, held = threading.Event(), threading.Event()
    before = set(threading.enumerate())

    def slow(settings, database):
        begun.set()
        return held.wait(30)

    with followed(place, [slow]):
        [thread] = set(threading.enumerate()) - before
        assert begun.wait(30)

    assert thread.is_alive()
    held.set()
    thread.join(30)
    assert not thread.is_alive()  # Though there was always something more to do.
