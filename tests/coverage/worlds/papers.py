"""What people were given for completing a class, and what was revoked."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from elearn.catalogue import CertificateKind
from elearn.certificates import Certificate, CertificateState, Decision, Issuer, Register, State
from elearn.clock import day_of
from tests.coverage.worlds.chance import FIRST_KEY, TODAY, Chance
from tests.coverage.worlds.lessons import Turn
from tests.coverage.writing import Rows

_GIVEN = {"born": "1980", "unit": "Chi hội", "programme_title": "Nghiệp vụ", "periods": 16}
_SIGNED = {
    "issuer_name": "Học viện",
    "issuer_parent": "",
    "place": "Hà Nội",
    "signer_prefix": "",
    "signer_title": "Giám đốc",
    "signer_name": "Hạnh",
    "address": "Hà Nội",
}


def papers(chance: Chance, turns: Sequence[Turn], rows: Rows) -> None:
    """Write certificates of both kinds for some turns; some were revoked."""
    rows.add(Issuer, id=FIRST_KEY, sign="ORACLE")
    rows.add(
        Register,
        id=FIRST_KEY,
        issuer_id=FIRST_KEY,
        kind=CertificateKind.CERTIFICATE,
        year=2026,
        last_number=len(turns),
    )
    given = [turn for turn in turns if chance.happens(0.7)]
    for number, turn in enumerate(given, 1):
        _paper(chance, number, turn, rows)


def _paper(chance: Chance, number: int, turn: Turn, rows: Rows) -> None:
    """Write one certificate or statement; some were revoked later."""
    on = min(TODAY, day_of(turn.ended) + timedelta(days=chance.random.choice((0, 3, 30))))
    at = chance.told(on)
    decision = _decision(turn, number * 2, (on, at), rows)
    is_certificate = chance.happens(0.8)
    _certificate(number, turn, (is_certificate, on, at, decision), rows)
    _state(rows, number, (1, State.VALID, on, decision, at))
    if chance.happens(0.3):
        since, told = chance.day(on), chance.later(at)
        decision = _decision(turn, number * 2 + 1, (since, told), rows)
        _state(rows, number, (2, State.REVOKED, since, decision, told))


def _certificate(
    number: int, turn: Turn, given: tuple[bool, date, datetime, int], rows: Rows
) -> None:
    is_certificate, on, at, decision = given
    kinds = CertificateKind
    rows.add(
        Certificate,
        **_GIVEN,
        **_SIGNED,
        id=FIRST_KEY + number,
        issuer_id=FIRST_KEY,
        register_id=FIRST_KEY,
        kind=kinds.CERTIFICATE if is_certificate else kinds.COMPLETION_STATEMENT,
        number=number,
        year=2026,
        shown_number=f"{number}/ORACLE",
        token=f"oracle{number}",
        person_id=turn.person,
        participation_id=turn.id,
        edition=1,
        decision_id=decision,
        issued_at=at,
        name_folded="nguyen thi huong",
        full_name="Nguyễn Thị Hường",
        starts_on=turn.starts,
        ends_on=turn.starts,
        decision_number=f"{number}/QĐ",
        decision_on=on,
        issued_on=on,
    )


def _decision(turn: Turn, number: int, told: tuple[date, datetime], rows: Rows) -> int:
    rows.add(
        Decision,
        id=FIRST_KEY + number,
        issuer_id=FIRST_KEY,
        number=f"{number}/QĐ",
        decided_on=told[0],
        training_class_id=turn.lesson,
        recorded_by_id=None,
        recorded_at=told[1],
    )
    return FIRST_KEY + number


def _state(rows: Rows, number: int, told: tuple[int, State, date, int, datetime]) -> None:
    order, state, since, decision, at = told
    rows.add(
        CertificateState,
        certificate_id=FIRST_KEY + number,
        number=order,
        state=state,
        since=since,
        decision_id=decision,
        reason="" if state is State.VALID else "Cấp nhầm",
        replaced_by_id=None,
        at=at,
    )
