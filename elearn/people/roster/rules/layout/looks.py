"""What a cell looks like by itself."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from elearn.people.roster.rules.books import Raw
from elearn.people.roster.rules.headings import words_of
from elearn.people.roster.rules.layout.kinds import Rank
from elearn.people.roster.rules.layout.places import Place, places_in


class Look(StrEnum):
    """What a cell looks like by itself."""

    NAME = "name"
    PHONE = "phone"
    DAY = "day"
    YEAR = "year"
    NUMBER = "number"
    ID = "id"
    GENDER = "gender"
    MARK = "mark"
    POST = "post"
    BRANCH = "branch"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    THEORY = "theory"
    SCHOOLING = "schooling"
    ADDRESS = "address"
    WORD = "word"
    OTHER = "other"


#: How a place of each rank looks.
RANKS = {
    Rank.BRANCH: Look.BRANCH,
    Rank.COMMUNE: Look.COMMUNE,
    Rank.DISTRICT: Look.DISTRICT,
    Rank.PROVINCE: Look.PROVINCE,
}
_PHONE = re.compile(r"(?:0|84|0084)?[35789]\d{8}|0?1[2689]\d{8}|0?2\d{8,9}")
_DAY = re.compile(r"\d{1,2}\s*[/.\-\s]\s*\d{1,2}\s*[/.\-\s]\s*(?:\d{4}|\d{2})")
_MONTH = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{4}")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,6}")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*[`'’]?")
# "Tô", "Trương" and "Cao" are family names: what may be one needs a second word of the office.
_POST = re.compile(
    r"(?:p )?(?:pct|pcht|cht|chp|ct|ubtv|uvbch|uvbtv|uv|bt|pbt|qh|can bo|quy hoach)\b"
    r"|(?:nguyen |p |pho |quyen )?(?:chu tich|bi thu|chu nhiem|giam doc|hieu truong)\b"
    r"|(?:chi hoi|to) (?:truong|pho)\b|(?:truong|pho) (?:ban|thon|to|chi|doan|phong|khoi|cac|khu)\b"
    r"|(?:uy vien|cong chuc|can su|chuyen vien|nhan vien|giang vien|bao cao vien|hoi vien)\b"
)
_THEORY = re.compile(
    r"(?:so|trung|cao) cap(?: ly luan| llct| ct| chinh tri| ly luan chinh tri)?|cu nhan chinh tri"
)
_SCHOOLING = re.compile(
    r"(?:dai hoc|dh|cao dang|cd|trung cap|tc|thac si|ths|tien si|cu nhan|ky su|so cap|thpt|thcs"
    r"|\d{1,2} (?:10|12))\b"
)
_MARKS = frozenset(("x", "v", "co", "khong"))
_GENDERS = frozenset(("nam", "nu"))
_EARLIEST, _LATEST = 1930, 2015  # Years of birth of cadres.
_SERIALS = range(9_000, 42_500)  # Days since 1900 as Excel counts them: born from 1924 to 2016.
_SIGNS = frozenset("xXvV✓✔☑√+")


def look_of(cell: Raw, text: str) -> Look:
    """Return what a cell looks like, given its text."""
    if isinstance(cell, date):
        return Look.DAY
    if text[:1].isdigit() or text[:2] in ("+8", "(+", "(0"):
        return _of_digits(text, isinstance(cell, float))
    return _of_words(text)


def _of_digits(text: str, is_number: bool) -> Look:
    digits = re.sub(r"\D", "", text)
    if is_number and int(digits or 0) in _SERIALS:
        return Look.DAY
    if _DAY.fullmatch(text) or _MONTH.fullmatch(text):
        return Look.DAY
    if _NUMBER.fullmatch(text):
        return Look.YEAR if _is_year(text) else Look.NUMBER
    return _of_long_digits(text, digits)


def _is_year(text: str) -> bool:
    return len(text) == 4 and _EARLIEST <= int(text) <= _LATEST


def _of_long_digits(text: str, digits: str) -> Look:
    if re.search(r"[^\W\d_]", text):
        return Look.OTHER
    if len(digits) == 12 and "+" not in text and not digits.startswith("84"):
        return Look.ID
    first = re.sub(r"\D", "", re.split(r"[;,/]| - |\n", text, maxsplit=1)[0])
    return Look.PHONE if _PHONE.fullmatch(first) else Look.OTHER


def _of_words(text: str) -> Look:
    words = words_of(text)
    if text in _SIGNS or words in _MARKS:
        return Look.MARK
    if words in _GENDERS:
        return Look.GENDER
    if places := places_in(text):
        return _of_places(places, words)
    return next((look for look, found in _TELLING if found(words, text)), Look.OTHER)


def _of_places(places: tuple[Place, ...], words: str) -> Look:
    """Return how a text looks that names places, or a post in one."""
    if places[0].start > 0 and _POST.match(words):
        return Look.POST
    several = len({one.rank for one in places}) > 1
    return Look.ADDRESS if several else RANKS[places[0].rank]


def _is_post(words: str, _text: str) -> bool:
    return _POST.match(words) is not None


def _is_theory(words: str, _text: str) -> bool:
    return _THEORY.fullmatch(words) is not None


def _is_schooling(words: str, _text: str) -> bool:
    return _SCHOOLING.match(words) is not None


def _is_name(_words: str, text: str) -> bool:
    return is_name(text)


def _is_word(_words: str, text: str) -> bool:
    return _NAME_WORD.fullmatch(text) is not None


_TELLING: tuple[tuple[Look, Callable[[str, str], bool]], ...] = (
    (Look.THEORY, _is_theory),
    (Look.POST, _is_post),
    (Look.SCHOOLING, _is_schooling),
    (Look.NAME, _is_name),
    (Look.WORD, _is_word),
)


def is_name(text: str) -> bool:
    """Return whether a text could be a person's name: two words or more, letters only."""
    words = re.sub(r"\([^)]*\)", " ", text).split()
    if not 2 <= len(words) <= 7:
        return False
    return all(_NAME_WORD.fullmatch(word) for word in words) and text[0].isupper()


# The commonest family names, folded.
_FAMILIES = frozenset(
    re.findall(
        r"\w+",
        """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan
        mai dao luong truong cao ha luu ta vuong lam thai chu kieu quach to trieu hua lo vi nong be
        la luc ma giang tong phung nghiem khuong au bach cu chau dam diep sung thao vang""",
    )
)


def is_person(text: str) -> bool:
    """Return whether a text is rather a person's name than a place's."""
    words = words_of(text).split()
    if not is_name(text):
        return False
    return words[0] in _FAMILIES and (len(words) > 2 or words[1] in ("thi", "van"))
