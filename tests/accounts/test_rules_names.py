"""What a typed name means, which passwords are good, and what is kept of an address."""

import pytest

from elearn.accounts import rules
from elearn.web import local


@pytest.mark.parametrize(
    "typed", ["0912 345 678", "0912.345.678", "+84 912345678", "(0912) 345678"]
)
def test_a_telephone_is_one_number_however_it_is_written(typed):
    assert rules.subject_in(typed) == "0912345678"


def test_a_user_name_is_folded_as_people_type_it():
    assert rules.subject_in(" ChiHội1 ") == "chihoi1"


@pytest.mark.parametrize("name", ["0912345678", "ab", "chi hoi", "chihội", "-chihoi", "x" * 41])
def test_a_user_name_is_plain_and_never_looks_like_a_telephone(name):
    assert not rules.is_user_name(name)


@pytest.mark.parametrize(
    "password",
    ["ngắn", "0912 345 678", "0912345678", "ChiHoi01", "aaaaaaaaa", "12345678", "87654321"],
)
def test_a_password_others_would_guess_is_refused_in_words(password):
    flaw = rules.flaw_of(password, length=8, known=("chihoi01", "0912345678"))

    assert flaw is not None


def test_a_password_of_some_words_is_good():
    assert rules.flaw_of("bai-giang-2026", length=8, known=("chihoi01",)) is None


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2::7", "2001:db8:1::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("127.0.0.1", "local"),
        ("::1", "local"),
        ("", "local"),
        (None, "local"),
        ("unix:", "local"),
    ],
)
def test_only_the_network_of_an_address_is_kept(address, network):
    assert rules.network_of(address) == network


@pytest.mark.parametrize(
    ("browser", "name"),
    [
        ("Mozilla/5.0 (Linux; Android 9) Chrome/120 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (Linux; Android 9) Chrome/120 Mobile Safari/537.36 Zalo/1", "Zalo, Android"),
        ("Mozilla/5.0 (iPhone; CPU) Version/17 Mobile Safari/604.1", "Safari, iPhone"),
        ("curl/8", ""),
    ],
)
def test_a_device_is_told_by_its_browser(browser, name):
    assert rules.device_name(browser) == name


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "https://evil.example",
        "evil",
        "",
        None,
        "javascript:alert(1)",
        "/a\nb",
        "\\\\evil.example",
        " /a",
    ],
)
def test_after_signing_in_nobody_is_led_to_another_site(address):
    assert local(address) == "/"


def test_after_signing_in_one_comes_back_to_where_one_was():
    assert local("/lectures/hv-32?t=5") == "/lectures/hv-32?t=5"
