"""Addresses of files: whoever holds one may fetch, until it runs out, and only those bytes."""

import string
from datetime import UTC, datetime, timedelta

import pytest

from elearn.errors import Forbidden, NotFound
from elearn.media import Permit, addresses
from elearn.media.addresses import Leave

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
SECRET = "a secret"
KEY = addresses.key_of(SECRET)
CONTENT = "0f" * 32
LATER = NOW + timedelta(hours=2)


def address(name: str = "240p.mp4", content: str = CONTENT, person: int = 12) -> str:
    return addresses.file_address(SECRET, Permit(7, person, LATER), content, name)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("240p.mp4", "video/mp4"), ("audio.m4a", "audio/mp4"), ("poster.webp", "image/webp")],
)
def test_an_address_gives_leave_to_a_file(name, media_type):
    assert addresses.read(KEY, address(name), now=NOW) == Leave(CONTENT, media_type)


def test_the_same_facts_give_the_same_address_and_each_person_has_her_own():
    assert address() == address()
    assert address() != address(person=13)


def test_an_address_holds_to_its_last_second_and_no_longer():
    assert addresses.read(KEY, address(), now=LATER).sha256 == CONTENT
    with pytest.raises(Forbidden, match="hết hạn"):
        addresses.read(KEY, address(), now=LATER + timedelta(seconds=1))


def test_no_letter_of_an_address_can_be_changed():
    path = address()

    for place in range(len(path)):
        for letter in string.ascii_letters[:3] + "019-_A/" + "%.Qgw":
            forged = path[:place] + letter + path[place + 1 :]
            if forged != path:
                with pytest.raises(NotFound):
                    addresses.read(KEY, forged, now=NOW)


@pytest.mark.parametrize(
    "altered",
    [
        lambda path: path + "/",
        lambda path: path + "?",
        lambda path: path + "\n",
        lambda path: path.replace("240p.mp4", "../240p.mp4"),
        lambda path: path.replace("240p.mp4", ""),
        lambda path: path.replace("/12/", "/012/"),
        lambda path: path.replace("/12/", "/١٢/"),
        lambda path: path.replace(CONTENT, CONTENT.upper()),
        lambda path: path.replace("/files/", "/files/0"),
        lambda path: path.replace("/files/", "/files//"),
    ],
)
def test_anything_else_is_no_address(altered):
    with pytest.raises(NotFound):
        addresses.read(KEY, altered(address()), now=NOW)


def test_the_key_for_files_neither_is_nor_tells_the_secret_of_the_house():
    assert SECRET not in KEY
    with pytest.raises(NotFound):
        addresses.read(addresses.key_of("another"), address(), now=NOW)
