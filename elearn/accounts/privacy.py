"""Reads what people are told about their data: every version there was, in both languages."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import yaml

from elearn.accounts.reader import DATA
from elearn.text import html_of

FOLDER = DATA / "privacy"
LANGUAGE = "vi"  # In which every version is written.


@dataclass(frozen=True, slots=True)
class PrivacyNotice:
    """One version of the notice, shown from a day on until the next one is."""

    version: int
    valid_from: date
    html: dict[str, str]

    def told_in(self, language: str) -> str:
        """Return the notice as HTML, in Vietnamese if it was not written in this language."""
        return self.html.get(language, self.html[LANGUAGE])


@cache
def notices() -> tuple[PrivacyNotice, ...]:
    """Return every version there ever was, oldest first."""
    found = [_read(path.name.removesuffix(".vi.md")) for path in FOLDER.glob("*.vi.md")]
    return tuple(sorted(found, key=lambda notice: notice.version))


def notice_on(day: date) -> PrivacyNotice:
    """Return the version that is shown on a day; before the first one, the first."""
    first, *others = notices()
    return max((first, *(one for one in others if one.valid_from <= day)), key=_version)


def _version(notice: PrivacyNotice) -> int:
    return notice.version


def _read(name: str) -> PrivacyNotice:
    texts = {}
    for path in FOLDER.glob(f"{name}.*.md"):
        _, head, texts[path.suffixes[-2].removeprefix(".")] = path.read_text("utf-8").split(
            "---\n", 2
        )
    told = yaml.safe_load(head)
    drawn = {language: html_of(text) for language, text in texts.items()}
    return PrivacyNotice(told["version"], told["valid_from"], drawn)
