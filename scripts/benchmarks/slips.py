"""How long accounts, codes and slips for a whole country take, beside bare pages without codes.

The people are branch heads, each of a branch of her own, in turn over the communes of today; 65,000
by default, a fifth of them in branches that stood elsewhere before the reform. First they are
all given accounts; then an order of slips is drawn as the worker draws it: a document a commune,
each kept with the codes it bears. That goes on in a process of its own, whose peak is told together
with that of the process that draws. The floor are documents of the same people with a name and a
code each and nothing else, set by Typst in one process, with nothing kept.
"""

import json
import multiprocessing
import os
import platform
import resource
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from elearn import accounts, areas, clock, jobs, paper, people
from elearn.access import OPERATOR
from elearn.accounts.jobs import draw_slips
from elearn.accounts.models import ActivationCode, SlipSheet
from elearn.accounts.rules import new_code, shown_code
from elearn.config import Settings
from elearn.db import Database
from elearn.migrations import tables
from elearn.storage import Store, StoredFile

PEOPLE = 65_000
FLOOR_DOCUMENTS = 200
REFORM = date(2025, 7, 1)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
MIDDLE = ("Thị", "Thị Ngọc", "Thị Kim", "Thu", "Thị Hồng")
GIVEN = ("Thoa", "Ưỡng", "Ái", "Hường", "Lụa", "Nhung", "Mơ", "Yến", "Đào", "Quỳnh", "Xuân")
BARE = """
#let given = json(bytes(sys.inputs.given))
#set document(title: given.title)
#set text(font: "Be Vietnam Pro", size: 10pt)
#set page(width: 210mm, height: 297mm, margin: 0pt)
#let slip(one) = block(width: 105mm, height: 99mm, inset: 7mm, [#one.name #linebreak() #one.code])
#for page in given.slips.chunks(6) {
  grid(columns: (105mm, 105mm), rows: (99mm,) * 3, ..page.map(slip))
}
"""


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        settings = at(Path(home))
        database = Database.at(settings.database_url)
        tables.METADATA.create_all(database.engine)
        fill(database, count)
        make_s = seconds(lambda: make_accounts(database))
        batch_id = order(database)
        took, worker_mb, drawer_mb = apart(settings, batch_id)
        floor = floor_per_s(Path(home), count)
        codes, files, size = kept(database)
        database.engine.dispose()
    assert codes == count, f"{codes} codes for {count} people"
    rate = count / took
    print(f"accounts: {count:,} in {make_s:.1f} s; slips: {files:,} documents in {took:.1f} s")
    print(json.dumps({"settings": told(files, size, worker_mb, drawer_mb)}))
    print(
        json.dumps(
            {
                "bench": "slips",
                "people": count,
                "people_per_s": round(rate),
                "peak_mb": worker_mb + drawer_mb,
                "accounts_per_s": round(count / make_s),
                "floor": "Typst pages without codes to scan",
                "floor_per_s": round(floor),
                "ratio_to_floor": round(floor / rate, 1),
            }
        )
    )


def at(home: Path) -> Settings:
    return Settings(
        home=home,
        database_url=f"sqlite:///{home}/elearn.sqlite3",
        storage_url=f"file://{home}/files",
        secret_key="not a secret",  # noqa: S106  # Of a home that is thrown away.
        public_url="https://hoc.hoilhpn.org.vn",
    )


def fill(database: Database, count: int) -> None:
    """Make a country of branch heads."""
    with database.writing() as db:
        areas.load(db, areas.lists(areas.DATA), now=clock.now())
        people.load_posts(db, people.posts(people.POSTS))
        communes, former = communes_on(db, clock.today()), communes_on(db, date(2025, 6, 30))
        numbers = range(1, count + 1)
        units = [
            {"id": n, "kind": people.UnitKind.BRANCH, "name": f"Chi hội thôn {n}",
             "valid_from": REFORM}
            for n in numbers
        ]  # fmt: skip
        db.execute(insert(people.OrgUnit), units)
        db.execute(insert(people.OrgUnitPlace), list(places(numbers, communes, former)))
        db.execute(insert(people.Person), [person(n) for n in numbers])
        db.execute(insert(people.Tenure), [tenure(n) for n in numbers])


def communes_on(db: Session, day: date) -> Sequence[int]:
    one = areas.AreaVersion
    found = select(one.area_id).join(areas.Area, areas.Area.id == one.area_id)
    found = found.where(areas.Area.level == areas.Level.COMMUNE, one.valid_on(day))
    return db.scalars(found.where(one.is_current()).order_by(one.area_id)).all()


def places(
    numbers: Sequence[int], communes: Sequence[int], former: Sequence[int]
) -> Iterator[dict[str, object]]:
    for n in numbers:
        now = communes[n % len(communes)]
        yield {"org_unit_id": n, "area_id": now, "valid_from": REFORM, "valid_to": None}
        if n % 5 == 0:
            was, until = former[n % len(former)], REFORM - timedelta(days=1)
            before = {"valid_from": date(2020, 1, 1), "valid_to": until}
            yield {"org_unit_id": n, "area_id": was, **before}


def person(n: int) -> dict[str, object]:
    name = f"{FAMILY[n % 11]} {MIDDLE[n % 5]} {GIVEN[n % 121 // 11]}"
    return people.NewPerson(name, birth_year=1970 + n % 30).columns | {"id": n}


def tenure(n: int) -> dict[str, object]:
    known = datetime(2025, 7, 1, tzinfo=UTC)
    held = {"post_key": "branch_head", "valid_from": REFORM, "recorded_at": known}
    return {"id": n, "person_id": n, "org_unit_id": n, **held}


def make_accounts(database: Database) -> None:
    with database.writing() as db:
        country = areas.area_meant(db, "VN", day=clock.today())
        accounts.make_accounts(db, OPERATOR, country, ["branch_head"], now=clock.now())


def order(database: Database) -> int:
    with database.writing() as db:
        country = areas.area_meant(db, "VN", day=clock.today())
        return accounts.order_slips(db, OPERATOR, country, anew=False, now=clock.now()).id


def apart(settings: Settings, batch_id: int) -> tuple[float, int, int]:
    """Draw an order in a process of its own; return its seconds, its peak, and its drawer's."""
    spawned = multiprocessing.get_context("spawn")
    here, there = spawned.Pipe()
    process = spawned.Process(target=draw, args=(settings, batch_id, there))
    process.start()
    there.close()
    took, worker_mb, drawer_mb = here.recv()
    process.join()
    return took, worker_mb, drawer_mb


def draw(settings: Settings, batch_id: int, line: Connection) -> None:
    database, store = Database.at(settings.database_url), Store.at(settings.storage_url)
    lease = timedelta(seconds=settings.job_lease_seconds)
    with database.writing() as db:
        job = jobs.claim(db, "bench", lease=lease, now=clock.now())
    assert job is not None
    assert job.payload == {"batch": batch_id}
    work = jobs.Work(job.id, "bench", job.payload, settings, database, store)
    took = seconds(lambda: draw_slips(work))
    line.send((took, peak_mb(resource.RUSAGE_SELF), peak_mb(resource.RUSAGE_CHILDREN)))


def peak_mb(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss // 1024


def floor_per_s(home: Path, count: int) -> float:
    """Return how many bare slips a second there are, of documents as large as ours."""
    template = home / "bare.typ"
    template.write_text(BARE)
    each = min(max(count // 3321, 1), count)
    slips = [
        {"name": person(n)["full_name"], "code": shown_code(new_code(secrets.choice))}
        for n in range(each)
    ]
    given = {"title": "Bare", "slips": slips}
    paper.pdf(template, given, at=clock.now())  # The fonts are read once, there as here.
    took = seconds(
        lambda: [paper.pdf(template, given, at=clock.now()) for _ in range(FLOOR_DOCUMENTS)]
    )
    return FLOOR_DOCUMENTS * each / took


def kept(database: Database) -> tuple[int, int, int]:
    """Return how many codes hold, how many documents there are, and their bytes."""
    with database.reading() as db:
        codes = db.scalar(select(func.count(ActivationCode.id))) or 0
        files = select(SlipSheet.file_id).where(SlipSheet.file_id.is_not(None))
        sheets = db.scalars(files).all()
        size = db.scalar(select(func.sum(StoredFile.size))) or 0
    return codes, len(sheets), size


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def told(files: int, size: int, worker_mb: int, drawer_mb: int) -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "documents": files,
        "documents_mb": round(size / 1_000_000, 1),
        "worker_mb": worker_mb,
        "drawer_mb": drawer_mb,
        "floor_documents": FLOOR_DOCUMENTS,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "typst": version("typst"),
        "segno": version("segno"),
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
