"""Password hashes: of OWASP's parameters, of one spelling, and never printed."""

from elearn import accounts
from tests.make import accounts as make


def test_a_password_is_the_same_however_its_marks_were_typed():
    hashed = make.PASSWORDS.hash("mùa thu Hà Nội")

    assert make.PASSWORDS.matches("mu\u0300a thu Ha\u0300 No\u0323\u0302i", hashed)


def test_the_parameters_are_those_owasp_names():
    assert "$m=19456,t=2,p=1$" in accounts.Passwords().hash("x")


def test_no_value_shows_a_password_when_it_is_printed():
    attempt = accounts.Knock("chihoi1", "hoa-sen-2026", make.DEVICE)

    assert "hoa-sen" not in repr(accounts.Examined(attempt))
