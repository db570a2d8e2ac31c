"""Every word for people has its English; no English is left without its Vietnamese."""

import re
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "elearn/translations/en/LC_MESSAGES/messages.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "msg": None, "_l": None, "lazy_gettext": None}
PLACE = re.compile(r"%(?:\(\w+\))?[sd%]")


@pytest.fixture(scope="module")
def words() -> set[str]:
    """The Vietnamese that code and templates hold."""
    with (ROOT / "babel.cfg").open() as settings:
        methods, options = parse_mapping_cfg(settings)
    found = (
        message
        for folder in ("elearn", "templates")
        for _, _, message, *_ in extract_from_dir(ROOT / folder, methods, options, KEYWORDS)
    )
    return {_first(message) for message in found}


@pytest.fixture(scope="module")
def english() -> Catalog:
    with FILE.open("rb") as lines:
        return read_po(lines, locale="en")


def _first(forms: object) -> str:
    """Return the Vietnamese that a message is keyed by: the first of its forms."""
    return str(forms if isinstance(forms, str) else next(iter(forms)))  # type: ignore[call-overload]  # a str or a tuple


def _forms(string: object) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)  # type: ignore[arg-type]  # a str or a tuple


def test_the_catalogue_holds_the_words_of_the_product_and_no_others(words, english):
    translated = {_first(message.id) for message in english if message.id}

    assert words - translated == set(), "run scripts/words and translate"
    assert translated - words == set(), "run scripts/words"
    assert not english.obsolete


def test_words_are_marked_by_no_name_that_is_not_collected():
    code = "\n".join(path.read_text() for path in (ROOT / "elearn").rglob("*.py"))
    names = set(re.findall(r"gettext as (\w+)", code)) | set(re.findall(r"\w*gettext(?=\()", code))

    assert names - set(KEYWORDS) == set()


def test_every_word_has_its_english(english):
    missing = [
        _first(message.id)
        for message in english
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]

    assert missing == []


def _places(text: str) -> list[str]:
    """Return the places for values, but for how somebody is addressed: English says “you”."""
    return sorted(place for place in PLACE.findall(text) if "(you)" not in place)


def test_a_translation_has_the_same_places_for_values(english):
    astray = [
        _first(message.id)
        for message in english
        if message.id
        for form in _forms(message.string)
        if _places(form) != _places(_first(message.id))
    ]

    assert astray == []


def test_a_page_asked_for_in_english_is_english(web):
    browser = web.test_client()
    browser.set_cookie("language", "en")

    assert "<h1>This page was not found</h1>" in browser.get("/nowhere").text
