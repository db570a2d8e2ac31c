"""The second factor: six digits good once each, recovery codes once ever, who goes without."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from elearn import accounts, audit
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.accounts import fernet, totp
from elearn.errors import Conflict, Forbidden
from tests.make import accounts as make

NOW = datetime(2026, 11, 21, 13, 9, tzinfo=UTC)
HALF_MINUTE = timedelta(seconds=30)
GUARD = make.guard(NOW)


@pytest.fixture
def account(db):
    """An account with a second factor in use."""
    account = make.account(db)
    make.second_factor(db, account, now=NOW - timedelta(days=1))
    return account


def present(db, account, *, is_proved=False):
    token = accounts.open_session(db, account, now=NOW, is_proved=is_proved)
    return make.presence(db, token, now=NOW)


def digits(moment=NOW):
    return totp.code_at(make.SECRET, moment)


def prove(db, account, code, *, now=NOW):
    proof = accounts.Proof(code, make.DEVICE)
    return accounts.prove(db, present(db, account), proof, GUARD, now=now)


def test_the_digits_are_those_of_the_standard():
    secret = (
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B, the last six digits of SHA-1.
    )

    moments = {59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"}
    for second, code in moments.items():
        assert totp.code_at(secret, datetime.fromtimestamp(second, UTC)) == code


@pytest.mark.parametrize(
    ("steps", "is_right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_telephone_may_be_half_a_minute_off(db, account, steps, is_right):
    failure = prove(db, account, digits(NOW + steps * HALF_MINUTE))

    assert (failure is None) is is_right


@pytest.mark.parametrize("typed", ["{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]}", " {0} "])
def test_digits_are_read_however_they_are_spaced(db, account, typed):
    assert prove(db, account, typed.format(digits())) is None


def test_a_code_is_good_once_and_so_is_none_before_it(db, account):
    prove(db, account, digits())

    assert "đã dùng rồi" in str(prove(db, account, digits()).message)
    assert "đã dùng rồi" in str(prove(db, account, digits(NOW - HALF_MINUTE)).message)
    assert prove(db, account, digits(NOW + HALF_MINUTE)) is None


def test_wrong_codes_are_counted_and_pause_whatever_passwords_succeed(db, account):
    for _ in range(4):
        assert not prove(db, account, "000000").is_paused
    knock = accounts.Knock(account.user_name, make.PASSWORD, make.DEVICE)
    accounts.admit(db, accounts.examine(db, knock, GUARD, now=NOW), GUARD, now=NOW)

    assert prove(db, account, "000000").is_paused
    assert prove(db, account, digits()).is_paused
    assert prove(db, account, digits(NOW + 12 * HALF_MINUTE), now=NOW + 12 * HALF_MINUTE) is None


def test_only_the_session_that_showed_it_has_its_rights(db, account):
    make.role_grant(db, account)
    one, other = (accounts.open_session(db, account, now=NOW, is_proved=False) for _ in "12")
    presence = make.presence(db, one, now=NOW)
    assert presence.owes is accounts.Owed.CODE
    assert presence.actor == Actor(account.person_id)

    accounts.prove(db, presence, accounts.Proof(digits(), make.DEVICE), GUARD, now=NOW)

    assert make.presence(db, one, now=NOW).actor.has(Role.ADMINISTRATOR)
    assert make.presence(db, other, now=NOW).owes is accounts.Owed.CODE


@pytest.mark.parametrize(
    ("role", "owed"),
    [(Role.CENTRAL, accounts.Owed.SET_UP), (Role.ADMINISTRATOR, None), (Role.LEARNER, None)],
)
def test_the_centre_has_no_rights_without_one(db, role, owed):
    account = make.account(db)
    make.role_grant(db, account, role)

    presence = present(db, account)

    assert presence.owes is owed
    assert presence.actor.has(role) is (owed is None)


def set_up(db, account):
    """Begin and confirm a factor; return the session, its secret and the recovery codes."""
    presence = present(db, account)
    accounts.begin_factor(db, account.id, GUARD, now=NOW)
    secret = accounts.secret_begun(db, account.id, GUARD, now=NOW)
    proof = accounts.Proof(totp.code_at(secret, NOW), make.DEVICE)
    return presence, secret, accounts.confirm_factor(db, presence, proof, GUARD, now=NOW)


def test_a_first_code_takes_it_into_use_signs_others_out_and_is_written_down(db):
    account = make.account(db)
    other = accounts.open_session(db, account, now=NOW)

    _, _, codes = set_up(db, account)

    assert len(set(codes)) == 10
    assert accounts.presence_of(db, other, now=NOW) is None
    state = accounts.factor_of(db, account.id, GUARD.rule, now=NOW)
    assert (state.state, state.codes_left) == (accounts.FactorState.IN_USE, 10)
    acts = db.scalars(select(audit.AuditEntry.action)).all()
    assert "account.second_factor_set" in acts


def test_the_code_that_confirmed_it_is_used_up(db):
    account = make.account(db)
    _, secret, _ = set_up(db, account)

    assert "đã dùng rồi" in str(prove(db, account, totp.code_at(secret, NOW)).message)


def test_a_wrong_first_code_takes_nothing_into_use(db):
    account = make.account(db)
    accounts.begin_factor(db, account.id, GUARD, now=NOW)
    proof = accounts.Proof("000000", make.DEVICE)

    outcome = accounts.confirm_factor(db, present(db, account), proof, GUARD, now=NOW)

    assert isinstance(outcome, accounts.Failure)
    assert present(db, account).owes is None


def test_what_was_begun_and_left_lying_is_begun_again(db):
    account = make.account(db)
    accounts.begin_factor(db, account.id, GUARD, now=NOW)

    with pytest.raises(Conflict):
        accounts.secret_begun(db, account.id, GUARD, now=NOW + timedelta(minutes=30))
    accounts.begin_factor(db, account.id, GUARD, now=NOW + timedelta(hours=1))


def test_a_factor_in_use_is_not_replaced_in_passing(db, account):
    with pytest.raises(Conflict):
        accounts.begin_factor(db, account.id, GUARD, now=NOW)


def test_a_recovery_code_is_good_once_in_any_writing(db):
    account = make.account(db)
    _, _, codes = set_up(db, account)

    assert prove(db, account, codes[3].lower().replace("-", " ")) is None
    assert "Mã chưa đúng" in str(prove(db, account, codes[3]).message)
    assert prove(db, account, codes[4]) is None
    assert accounts.factor_of(db, account.id, GUARD.rule, now=NOW).codes_left == 8


def test_new_recovery_codes_void_the_old_ones(db, account):
    presence = present(db, account)
    first = accounts.renew_codes(
        db, presence, accounts.Proof(digits(), make.DEVICE), GUARD, now=NOW
    )
    later = NOW + HALF_MINUTE

    proof = accounts.Proof(digits(later), make.DEVICE)
    second = accounts.renew_codes(db, presence, proof, GUARD, now=later)

    assert isinstance(first, list)
    assert isinstance(second, list)
    assert not set(first) & set(second)
    assert prove(db, account, first[0]) is not None
    assert prove(db, account, second[0]) is None


def test_neither_secret_nor_codes_can_be_read_in_the_tables(db):
    account = make.account(db)
    _, secret, codes = set_up(db, account)

    held = db.get_one(accounts.SecondFactor, account.id)
    assert secret not in held.sealed
    digests = set(db.scalars(select(accounts.RecoveryCode.digest)))
    assert not digests & {*codes, *(code.replace("-", "") for code in codes)}


def test_under_another_key_it_cannot_be_read_which_is_told():
    sealed = fernet.seal(make.SECRET, key="one key")

    assert fernet.unseal(sealed, key="one key") == make.SECRET
    with pytest.raises(Conflict):
        fernet.unseal(sealed, key="another key")


def test_who_needs_none_goes_without_by_a_last_code(db, account):
    proof = accounts.Proof(digits(), make.DEVICE)

    assert accounts.end_factor(db, present(db, account), proof, GUARD, now=NOW) is None
    assert present(db, account).owes is None


def test_going_without_no_device_counts_as_proved_for_a_role_given_later(db, account):
    token = accounts.open_session(db, account, now=NOW)
    proof = accounts.Proof(digits(), make.DEVICE)
    accounts.end_factor(db, make.presence(db, token, now=NOW), proof, GUARD, now=NOW)

    make.role_grant(db, account, Role.CENTRAL)

    assert make.presence(db, token, now=NOW).owes is accounts.Owed.SET_UP


def test_the_centre_may_not_go_without(db, account):
    make.role_grant(db, account, Role.CENTRAL)
    proof = accounts.Proof(digits(), make.DEVICE)

    with pytest.raises(Conflict):
        accounts.end_factor(db, present(db, account), proof, GUARD, now=NOW)


def test_a_lost_telephone_is_helped_by_the_centre_alone(db, account):
    token = accounts.open_session(db, account, now=NOW)
    province = Actor(1, (Grant(Role.ADMINISTRATOR, "/", NOW.date()),))
    with pytest.raises(Forbidden):
        accounts.reset_factor(db, province, account, now=NOW)

    accounts.reset_factor(db, OPERATOR, account, now=NOW)

    assert accounts.presence_of(db, token, now=NOW) is None
    assert present(db, account).owes is None
    acts = db.scalars(select(audit.AuditEntry.action)).all()
    assert "account.second_factor_reset" in acts
