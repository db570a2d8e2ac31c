"""Do the pages lead somewhere, and do they say only what is so?"""

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import ffmpeg
import pytest

from elearn.learning.rules import Budget, Limits, Seconds, credit
from tests.docs import pages, shell
from tests.docs.pages import ROOT

HEAVIEST_PICTURE = 120_000
STATEMENTS = {"S000": 23, "S001": 11, "S002": 5, "S003": 10, "S004": 7}

# Both are written so that they do not find themselves.
FOREIGN = re.compile(
    r"npm[j]s\.org|python[h]osted\.org|py[p]i\.org|deb\.[d]ebian\.org|/wor[k]/|\.\./shar[e]d"
)
MAKING = re.compile(
    r"chat[g]pt|cl[a]ude|anthr[o]pic|\bopen[a]i\b|language mod[e]l|sub-?ag[e]nt|co-auth[o]red-by",
    re.IGNORECASE,
)
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
_PATH = re.compile(
    r"`(?:\./)?((?:docs|elearn|lectures|locks|scripts|static|templates|tests)/[^\s`…<:]*)[^`]*`"
)

every_page = pytest.mark.parametrize(
    "page", pages.PAGES, ids=lambda page: str(page.relative_to(ROOT))
)


@every_page
def test_every_link_leads_somewhere(page: Path):
    for target, anchor in _LINK.findall(page.read_text()):
        there = page.parent / target if target else page
        assert there.exists(), target
        assert not anchor or anchor in pages.anchors(there), anchor


def test_every_decision_is_listed_in_order():
    folder = ROOT / "docs/decisions"
    listed = re.findall(r"^\| \[\d{4}\]\((.+?)\)", (folder / "README.md").read_text(), re.MULTILINE)

    assert listed == sorted(path.name for path in folder.glob("0*.md"))


def test_pictures_are_light():
    pictures = list((ROOT / "docs/img").iterdir())

    assert pictures
    assert [picture for picture in pictures if picture.stat().st_size > HEAVIEST_PICTURE] == []


@every_page
def test_every_path_exists(page: Path):
    for path in _PATH.findall(page.read_text()):
        is_made = path.startswith("static/dist")
        assert is_made or any(ROOT.glob(path.rstrip("/"))), path


@every_page
def test_every_command_exists(page: Path):
    assert list(shell.unknown(page.read_text())) == []


def test_the_repository_tells_neither_foreign_places_nor_its_making():
    found = [
        (name, hit[0])
        for name, text in pages.committed()
        for pattern in (FOREIGN, MAKING)
        if (hit := pattern.search(text))
    ]

    assert found == []


def test_the_sources_hold_each_statement_once():
    ids = re.findall(r"^\| (S\d{3}\.\d+) \|", (ROOT / "docs/sources.md").read_text(), re.MULTILINE)

    assert ids == [f"{key}.{n}" for key, count in STATEMENTS.items() for n in range(1, count + 1)]


def test_ffmpeg_python_does_not_load_what_scanners_name():
    assert ffmpeg.__name__ in sys.modules
    assert "future.standard_library" not in sys.modules


def test_instructors_are_told_refusals_in_their_own_words():
    words = (ROOT / "elearn/media/ffmpeg/refusals.py").read_text()
    table = pages.rows((ROOT / "docs/instructors.md").read_text(), "## Vì sao video bị từ chối")

    parts = [part.strip() for row in table for part in row[0].split("…")]
    assert [part for part in parts if part not in words] == []


def test_the_example_of_the_budget_is_what_happens():
    table = pages.rows((ROOT / "docs/developers.md").read_text(), "## The watch map and the budget")
    limits = Limits(rate_percent=200, unspent_seconds=120, unspent_intervals=4)
    held, budget = Seconds(), Budget.opened(_clock(table[0][0]))

    for clock, _, _, claimed, new, refused, after in table[1:]:
        start, end = map(int, claimed.split("–"))
        budget = budget.grown(_clock(clock), limits, 15)
        outcome = credit(held, Seconds.of([(start, end)], 2700), budget)
        assert len(outcome.held - held) == int(new), clock
        assert len(outcome.refused) == int(refused), clock
        held, budget = outcome.held, outcome.budget
        assert f"{budget.unspent // 1000} s" == after, clock


def _clock(told: str) -> datetime:
    hours, minutes, seconds = map(int, told.split(":"))
    day = datetime(2026, 11, 21, tzinfo=UTC)
    return day + timedelta(hours=hours, minutes=minutes, seconds=seconds)
