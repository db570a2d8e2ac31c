"""Every spreadsheet the product gives out: no text in it can run, whoever wrote it.

The pages are found by what they call; one that is added has to be asked here, too.
"""

import ast
import csv
import inspect
import io
import re
import zipfile
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from sqlalchemy import update

from elearn import areas, coverage
from elearn.access import Role
from elearn.areas import AreaVersion
from elearn.storage import remember
from tests.make import accounts as make_accounts
from tests.make import batches as make_batches
from tests.make import coverage as make_coverage
from tests.make import people as make
from tests.make.areas import area

ELEARN = Path(__file__).resolve().parents[2] / "elearn"
MODULES = {str(path.relative_to(ELEARN)): path.read_text() for path in ELEARN.rglob("*.py")}
HANDING_OUT = {"send_csv", "send_workbook"}
WRITERS = r"csv\.(writer|DictWriter)|import xlsxwriter"
#: Where spreadsheets are written; nobody else knows how, but who makes up a file of an office.
WRITING = ("workbooks/", "people/roster/export/", "home/demo/roster.py")
#: Where kinds of files are named: as they are given out, and as they are taken in.
NAMING = ("web/downloads.py", "people/roster/service/receiving.py")
HOSTILE = ('=HYPERLINK("http://x";"a")', "@SUM(1;1)", "+1+cmd|' /C calc'!A0", "-1+1")
#: Page → its address, of those that give out a spreadsheet.
ASKED = {
    "changes.template": "/areas/changes/template.xlsx",
    "coverage.table": "/coverage/report.csv?scheme=x&area=33",
    "coverage.targets_table": "/coverage/targets.csv",
    "people.export_people": "/people/export",
    "people.import_result": "/people/import/{batch}/result",
    "people.import_template": "/people/import/template?area={province}",
}


def test_only_one_place_writes_spreadsheets():
    for name, text in MODULES.items():
        assert not re.search(WRITERS, text) or name.startswith(WRITING), name


def test_only_one_place_says_that_a_file_is_a_spreadsheet():
    for name, text in MODULES.items():
        assert not re.search("text/csv|spreadsheetml|ms-excel", text) or name in NAMING, name


def gives_out(view):
    """Return whether a page, or what it calls in its own module, hands out a spreadsheet."""
    text = MODULES.get(view.__module__.removeprefix("elearn.").replace(".", "/") + ".py", "")
    if not re.search("|".join(HANDING_OUT), text):
        return False
    calls = {
        node.name: {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }
    reached, waiting = set[str](), {view.__name__}
    while waiting:
        reached |= waiting
        waiting = set(chain.from_iterable(calls.get(name, ()) for name in waiting)) - reached
    return bool(reached & HANDING_OUT)


def test_every_page_that_gives_out_a_spreadsheet_is_asked_here(web):
    views = {name: inspect.unwrap(view) for name, view in web.view_functions.items()}

    assert {name for name, view in views.items() if gives_out(view)} == set(ASKED)


@pytest.fixture
def hostile(db, store, tmp_path):
    """Names that would run, wherever somebody may write one; return what addresses ask for."""
    formula, at_sign, plus, minus = HOSTILE
    here = area(db)
    renamed = update(AreaVersion).where(AreaVersion.area_id == here.id)
    db.execute(renamed.values(full_name=formula, name=at_sign))
    union = make.org_unit(db, at_sign, at=here)
    who = make.person(db, formula)
    make.tenure(db, who, at=union, decision=plus)
    make.planned(db, who, at=union, term=minus, decision=at_sign)
    target = coverage.Target(
        "T", 2025, 70, None, coverage.Comparator.GTE, decision=plus, source=at_sign, quote=formula
    )
    scheme = make_coverage.scheme_of(make_coverage.indicator(targets=(target,)))
    make_coverage.counted(db, replace(scheme, title=at_sign, short_title=formula))
    path = tmp_path / "list.csv"
    path.write_text("\n".join(f'1;"{text}"' for text in HOSTILE), encoding="utf-8")
    file = remember(db, store, path, media_type="text/csv", now=make_batches.RECEIVED)
    batch = make_batches.batch(db, file_name=formula, file_id=file.id)
    make_batches.row(db, batch, make_batches.entry(1, formula))
    account = make_accounts.account(db)
    make_accounts.role_grant(db, account, Role.CENTRAL, area_id=areas.root(db).id)
    db.commit()
    return account, {"province": area(db, "Tỉnh Hưng Yên").id, "batch": batch.id}


def test_no_text_in_any_of_them_can_run(client, sign_in, hostile):
    account, values = hostile
    sign_in(account)

    for name, address in ASKED.items():
        with client.get(address.format(**values)) as answer:
            assert answer.status_code == 200, name
            check = check_csv if answer.mimetype == "text/csv" else check_workbook
            check(answer.data, name)


def check_csv(data, name):
    cells = [*chain.from_iterable(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))]
    assert any(text in cell for cell in cells for text in HOSTILE), name
    for cell in cells:
        is_code = re.fullmatch(r'="[0-9A-Z]*"', cell)
        is_number = re.fullmatch(r"-?[0-9]+(,[0-9]+)?", cell)
        assert is_code or is_number or cell.strip()[:1] not in set("=+-@"), (name, cell)


def check_workbook(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = [book.read(one) for one in book.namelist() if one.startswith("xl/worksheets/sheet")]
    assert parts, name
    for part in parts:
        assert not re.search(rb"<(f|hyperlink)[ >]", part), name
