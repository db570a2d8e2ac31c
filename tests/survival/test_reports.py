import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from elearn import clock, learning
from tests import own
from tests.browser import living
from tests.survival.processes import children, is_alive, wait_until

pytestmark = pytest.mark.database
AT_ONCE = 2  # Seconds in one report.
#: Here: in other databases of the cluster, too, somebody may wait.
WAITING = """SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE NOT granted AND datname = current_database()"""


class Load:
    """Learners who report without a pause, each the next seconds, until they are told to stop."""

    def __init__(self, address, learners):
        self.address, self.learners = address, learners
        self.stopping = threading.Event()
        self.receipts = 0
        self.threads = [threading.Thread(target=self._watch, args=(one,)) for one in learners]
        for thread in self.threads:
            thread.start()

    def _watch(self, learner):
        start = 0
        while not self.stopping.is_set():
            if learner.report(self.address, start, start + AT_ONCE):
                start += AT_ONCE
                self.receipts += 1

    def wait_for(self, more):
        wanted = self.receipts + more
        wait_until(lambda: self.receipts >= wanted, f"{wanted} receipts")

    def stop(self):
        self.stopping.set()
        for thread, learner in zip(self.threads, self.learners, strict=True):
            thread.join()
            learner.hang_up()


def test_every_second_with_a_receipt_outlasts_killed_web_servers(place, learner):
    learners = [one for _ in range(5) for one in learner()]
    with living.serving(place, workers=2) as server:
        load = Load(server.address, learners)
        load.wait_for(30)
        os.kill(min(children(server.process.pid)), signal.SIGKILL)
        load.wait_for(30)
        workers = children(server.process.pid)
        load.stopping.set()
        os.killpg(server.process.pid, signal.SIGKILL)
        load.stop()

    wait_until(lambda: not any(map(is_alive, workers)), "the web servers are gone")

    with living.serving(place) as again:
        assert all(one.report(again.address, 1000, 1001) for one in learners)
        for one in learners:
            one.hang_up()  # The server waits for those who may say more.

    assert sum(len(one.acknowledged) for one in learners) >= 60
    assert [one.acknowledged - one.kept(place) for one in learners] == [set()] * len(learners)


def test_two_devices_at_two_web_servers_are_paid_from_one_clock(place, learner):
    before = clock.now()
    devices = learner(devices=2, watching=timedelta(seconds=30))
    with living.serving(place, workers=2) as server, ThreadPoolExecutor(8) as pool:
        claims = [(device, start) for start in range(0, 400, 10) for device in devices]
        told = pool.map(lambda claim: fresh(claim[0], server.address, claim[1]), claims)
        assert all(told)
    passed = (clock.now() - before).total_seconds() + 30

    credited = [len(device.kept(place)) for device in devices]

    assert 60 <= sum(credited) <= 2 * passed
    assert all(credited)
    assert sum(credited) == evidence_of(place, devices)


def test_who_begins_a_form_beside_others_is_waited_for_by_nobody_it_waits_for(place, learner):
    now, [first], [second] = clock.now(), learner(), learner()
    one, other = sorted((first, second), key=lambda device: owner_of(place, device))
    claims = [claim_of(place, device) for device in (one, other)]
    with place.database.writing() as db:
        terms = learning.terms_on(db, now.date(), interval=15)
        learning.record_many(db, claims[1:], terms=terms, now=now)  # Hers has begun.

    def keep_both():
        with place.database.writing() as db:
            return learning.record_many(db, claims, terms=terms, now=now)

    with ThreadPoolExecutor(1) as pool:
        with place.database.writing() as db:
            db.get_one(learning.WatchBudget, claims[0].person_id, with_for_update=True)
            both = pool.submit(keep_both)
            wait_until(lambda: is_waited_for(place), "the reports of both wait")
            learning.record_many(db, claims, terms=terms, now=now)
        told = both.result(30)

    assert [len(receipt.standing.held) for receipt in told] == [10, 10]


def test_a_session_that_ended_while_a_report_waited_has_ended(place, learner):
    now, [device] = clock.now(), learner()
    with place.database.writing() as db:
        terms = learning.terms_on(db, now.date(), interval=15)
        learning.record_many(db, [claim_of(place, device)], terms=terms, now=now)

    def keep(**said):
        with place.database.writing() as db:
            learning.record_many(db, [claim_of(place, device, **said)], terms=terms, now=now)

    with ThreadPoolExecutor(1) as pool:
        with place.database.writing() as db:
            ending = claim_of(place, device, is_closing=True)
            learning.record_many(db, [ending], terms=terms, now=now)
            late = pool.submit(keep, ahead_ms=90_000)
            wait_until(lambda: is_waited_for(place), "the other report waits")
        late.result(30)

    with place.database.reading() as db:
        token = learning.WatchSession.token == device.session
        visit = db.scalars(select(learning.WatchSession).where(token)).one()
        assert (visit.closed_at, visit.clock_ahead_ms) == (now, 90_000)


def claim_of(place, device, **said):
    report = learning.WatchReport(device.session, learning.Form.VIDEO, ((0, 10),), 10, **said)
    return learning.Claim(owner_of(place, device), report)


def owner_of(place, device):
    hers = learning.WatchSession.token == device.session
    with place.database.reading() as db:
        return db.scalars(select(learning.WatchSession.person_id).where(hers)).one()


def is_waited_for(place):
    """Return whether somebody waits for a row; SQLite has one writer, and all others wait."""
    if not own.is_postgresql():
        return True
    with place.database.reading() as db:
        return db.scalar(text(WAITING))


def fresh(device, address, start):
    """Report by a connection of its own, so that either web server may get it."""
    again = type(device)(device.session, device.headers)
    try:
        return again.report(address, start, start + 10)
    finally:
        again.hang_up()


def evidence_of(place, devices):
    total = (
        select(func.sum(learning.WatchEvidence.credited_seconds))
        .join(
            learning.WatchSession,
            learning.WatchSession.id == learning.WatchEvidence.watch_session_id,
        )
        .where(learning.WatchSession.token.in_([device.session for device in devices]))
    )
    with place.database.reading() as db:
        return db.scalar(total)
