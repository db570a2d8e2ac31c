"""Many reports, one after another: each finds what those before it left."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from elearn.learning.rules import (
    Form,
    Leased,
    Receipt,
    Seconds,
    SessionKind,
    Terms,
    WatchReport,
)
from elearn.learning.rules import credit as credited
from elearn.learning.service.crediting.rows import (
    Evidence,
    Held,
    Purse,
    Visit,
    evidence_in,
    held_in,
    purse_in,
    visit_in,
)
from elearn.learning.service.keeping import Record, Written


class Ledger:
    """The rows of many reports at hand; each report finds what those before it left."""

    def __init__(self, terms: Terms, now: datetime, is_watching: Callable[[int], bool]) -> None:
        """Take `is_watching` to tell of a person whether some session of hers is alive."""
        self._terms, self._now, self._is_watching = terms, now, is_watching
        self._budgets: dict[int, Purse] = {}
        self._maps: dict[tuple[int, int], Held] = {}
        self._visits: dict[str, Visit] = {}
        self._evidence: dict[tuple[str, Form], Evidence] = {}
        self._touched: dict[tuple[str, Form], None] = {}
        self._leases: Mapping[int, Sequence[Leased]] = {}

    def take(self, records: Iterable[Record], leases: Mapping[int, Sequence[Leased]]) -> None:
        """Lay out what was read, and the leases of those who played something without a line."""
        self._leases = leases
        for one in records:
            self._budgets[one.person_id] = purse_in(one)
            self._maps[one.person_id, one.medium_version_id] = held_in(one)
            self._visits[one.token] = visit_in(one)
            self._evidence[one.token, one.form] = evidence_in(one)

    @property
    def known(self) -> set[tuple[int, str, Form]]:
        """Return whose sessions, by their tokens, have begun in which forms."""
        return {(self._visits[token].person_id, token, form) for token, form in self._evidence}

    def length_of(self, token: str) -> int:
        """Return how many seconds the film of a session has."""
        return self._maps[self._visits[token].watched].length

    def credit(self, report: WatchReport, claimed: Seconds) -> Receipt:
        """Credit what the budget allows of the seconds that a report claims."""
        visit = self._visits[report.session]
        purse, kept = self._grown(visit, report), self._maps[visit.watched]
        evidence = self._evidence[report.session, report.form]
        outcome = credited(kept.held, claimed, purse.open_to(visit.kind))
        new, is_repeated = outcome.held - kept.held, evidence.says(claimed)
        evidence.add(report, claimed, outcome, now=self._now, new=new)
        purse.spend(visit.kind, outcome, len(new))
        standing = kept.add(report, outcome.held, self._terms, now=self._now)
        visit.add(report, now=self._now)
        self._touched[report.session, report.form] = None
        refused = outcome.refused
        return Receipt(report.session, standing, refused, self._now, len(new), is_repeated)

    def _grown(self, visit: Visit, report: WatchReport) -> Purse:
        """Return her purse with that grown to now which this visit draws on."""
        purse, limits = self._budgets[visit.person_id], self._terms.limits
        # A player that was turned away has waited for as long as it was told.
        told = max(purse.told_interval, report.told_interval)
        if visit.kind is SessionKind.OFFLINE:
            leases, most = self._leases.get(visit.person_id, ()), limits.most_unspent(told)
            purse.leased = purse.leased and purse.leased.grown(
                self._now, leases, limits, most_owed=most
            )
            return purse
        if visit.closed_at is None or self._is_watching(visit.person_id):
            purse.now = purse.now.grown(self._now, limits, told)
        purse.told_interval = self._terms.interval
        return purse

    def changes(self) -> Written:
        """Return the rows as they are now to be written, each once, person after person."""
        visits = {token: self._visits[token] for token, _ in self._touched}
        budgets = sorted({visit.person_id for visit in visits.values()})
        maps = sorted({visit.watched for visit in visits.values()})
        return Written(
            budgets=[{"person_id": key} | self._budgets[key].row() for key in budgets],
            maps=[
                {"person_id": person_id, "medium_version_id": version_id}
                | self._maps[person_id, version_id].row(self._now)
                for person_id, version_id in maps
            ],
            evidence=[
                {"watch_session_id": visits[token].id, "form": form}
                | self._evidence[token, form].row()
                for token, form in self._touched
            ],
            sessions=[visit.row() for visit in visits.values() if visit.is_changed],
        )
