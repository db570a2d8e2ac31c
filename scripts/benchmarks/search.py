"""How long a question takes, beside SQLite's own full-text search, and how long a new index.

The corpus is the real catalogue and, by default, 5,000 more texts of 200 words: stretches of the
catalogue's own words, set together by chance from a fixed seed. One in ten stands as a lecture, the
others as what is said in one. A question is one to four words that stand together in some text;
half are typed without diacritics, and one in twenty is misspelt, so that a guess is looked for.
What is timed is the whole answer: opening the index, lectures and passages by rank, the guess, the
marked excerpts. The peer is asked for the same folded words and gives the best 40 rows; the two
take turns.
"""

import json
import os
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from elearn import catalogue, clock
from elearn.db import Cursor, Database
from elearn.migrations import tables
from elearn.search import (
    Entry,
    Kind,
    Question,
    Shelf,
    abbreviations,
    ask,
    index,
    queries,
    rules,
)
from elearn.text import fold

LECTURES = Path(__file__).resolve().parents[2] / "lectures"
MADE_UP = 5000
WORDS = 200
QUESTIONS = 200
ROUNDS = 3
SEED = 1893


def main(made_up: int) -> None:
    chance = random.Random(SEED)  # noqa: S311  # A corpus is no secret.
    with tempfile.TemporaryDirectory() as folder:
        real = catalogue_at(Path(folder))
        entries = [*real, *invented(real, made_up, chance)]
        shelf = Shelf(Path(folder) / "search")
        rebuild_s = seconds(lambda: build(shelf, entries))
        peer = sqlite3.connect(Path(folder) / "peer.sqlite3")
        peer_build_s = seconds(lambda: fill(peer, entries))
        questions = list(asked(entries, chance))
        ours, theirs = take_turns(shelf, peer, questions)
        size = sum(path.stat().st_size for path in shelf.current().iterdir())
    tell("elearn", ours, rebuild_s)
    tell("FTS5", theirs, peer_build_s)
    print(json.dumps({"settings": settings(made_up, len(real), size)}))
    print(
        json.dumps(
            {
                "bench": "search",
                "docs": len(entries),
                "p95_ms": percentile(ours, 95),
                "rebuild_s": round(rebuild_s, 1),
                "p50_ms": percentile(ours, 50),
                "peer": "SQLite FTS5",
                "peer_p95_ms": percentile(theirs, 95),
                "peer_rebuild_s": round(peer_build_s, 1),
                "ratio_to_peer": round(percentile(ours, 95) / percentile(theirs, 95), 1),
            }
        )
    )


def catalogue_at(folder: Path) -> list[Entry]:
    """Return the entries of the real catalogue, by way of a database."""
    database = Database.at(f"sqlite:///{folder}/elearn.sqlite3")
    tables.METADATA.create_all(database.engine)
    with database.writing() as db:
        catalogue.load(db, catalogue.read(LECTURES), now=clock.now())
    with database.reading() as db:
        found = list(queries.every_entry(db))
    database.engine.dispose()
    return found


def invented(real: Sequence[Entry], count: int, chance: random.Random) -> Iterator[Entry]:
    """Yield texts made of stretches of the catalogue's words."""
    words = [word for entry in real for word in rules.words_of(f"{entry.title}. {entry.text}")]
    for number in range(count):
        text: list[str] = []
        while len(text) < WORDS:
            start = chance.randrange(len(words))
            text += words[start : start + chance.randint(3, 12)]
        kind = Kind.PASSAGE if number % 10 else Kind.LECTURE
        yield Entry(kind, f"X-{number}", " ".join(text[:10]), " ".join(text[:WORDS]))


def build(shelf: Shelf, entries: Sequence[Entry]) -> None:
    with shelf.writing():
        path = shelf.begin()
        index.create(path)
        index.replace(path, entries, abbreviations())
        shelf.keep(path, Cursor())
        shelf.put(path)


def fill(peer: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    peer.execute("CREATE VIRTUAL TABLE entry USING fts5(title, text)")
    rows = ((fold(entry.title), fold(entry.text)) for entry in entries)
    with peer:
        peer.executemany("INSERT INTO entry VALUES (?, ?)", rows)


def asked(entries: Sequence[Entry], chance: random.Random) -> Iterator[str]:
    """Yield questions: words that stand together somewhere, typed well, badly or without marks."""
    for number in range(QUESTIONS):
        words = rules.words_of(chance.choice(entries).text) or ("hội",)
        start = chance.randrange(len(words))
        text = " ".join(words[start : start + chance.randint(1, 4)])
        if number % 20 == 0:
            text += text[-1]
        yield fold(text) if number % 2 else text


def take_turns(
    shelf: Shelf, peer: sqlite3.Connection, questions: Sequence[str]
) -> tuple[list[float], list[float]]:
    """Return the seconds each question took, ours and the peer's."""
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        for text in questions:
            ours.append(seconds(lambda text=text: look_up(shelf, text)))  # type: ignore[misc]  # bound now
            theirs.append(seconds(lambda text=text: look_up_there(peer, text)))  # type: ignore[misc]  # bound now
    return ours, theirs


def look_up(shelf: Shelf, text: str) -> int:
    question = Question.of(text, abbreviations())
    found = ask(shelf, question)
    best = (*found.things.entries, *found.passages.entries)
    return len([rules.result(entry, found.question) for entry in best])


def look_up_there(peer: sqlite3.Connection, text: str) -> int:
    words = " ".join(f'"{word}"' for word in rules.words_of(fold(text)))
    wanted = "SELECT title, text FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 40"
    return len(peer.execute(wanted, (words,)).fetchall())


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def percentile(values: Sequence[float], percent: int) -> float:
    """Return a percentile in milliseconds."""
    return round(1000 * statistics.quantiles(values, n=100)[percent - 1], 1)


def tell(name: str, values: Sequence[float], build_s: float) -> None:
    median, high = percentile(values, 50), percentile(values, 95)
    print(f"{name:>7}: p50 {median:6.1f} ms, p95 {high:6.1f} ms, built in {build_s:5.1f} s")


def settings(made_up: int, real: int, size: int) -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "made_up": made_up,
        "words_each": WORDS,
        "of_the_catalogue": real,
        "index_mb": round(size / 1_000_000, 1),
        "questions": QUESTIONS,
        "rounds": ROUNDS,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "whoosh": version("whoosh"),
        "sqlite": sqlite3.sqlite_version,
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MADE_UP)
