"""Imports point one way, doors are doors, nobody commits: every module, and the checker itself."""

from pathlib import PurePath
from typing import Any

import pytest
from sqlalchemy.orm import Mapper

from elearn.migrations import tables
from tests.architecture.house import ELEARN, ORDER, violations

MODULES = sorted(path.relative_to(ELEARN) for path in ELEARN.rglob("*.py"))
CLASSES = {mapper.class_.__tablename__: mapper for mapper in tables.db.Base.registry.mappers}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_keeps_the_rules_of_the_house(path):
    assert violations(path, (ELEARN / path).read_text()) == []


def place(mapper: Mapper[Any]) -> int:
    """Return where a table's domain stands in the order; the kernel stands before all."""
    part = mapper.class_.__module__.split(".")[1]
    return ORDER.index(part) if part in ORDER else -1


@pytest.mark.parametrize("mapper", CLASSES.values(), ids=list(CLASSES))
def test_relationships_and_references_point_down(mapper):
    related = [relation.mapper for relation in mapper.relationships]
    referred = [CLASSES[key.column.table.name] for key in mapper.local_table.foreign_keys]

    assert all(place(other) <= place(mapper) for other in (*related, *referred))


@pytest.mark.parametrize(
    ("path", "source", "told"),
    [
        ("areas/queries.py", "from elearn import people", "does not stand before it"),
        ("areas/queries.py", "from elearn.people import Person", "does not stand before it"),
        ("db.py", "from elearn import areas", "does not stand before it"),
        ("people/service.py", "from elearn.areas.models import Area", "front door"),
        ("people/service.py", "from elearn.areas import models", "front door"),
        ("people/service.py", "import elearn.areas.models", "front door"),
        ("people/service.py", "from flask import g", "only views know Flask"),
        ("people/rules/forms.py", "import wtforms", "only views know Flask"),
        ("people/service.py", "import click", "only commands know click"),
        ("people/service.py", "from elearn.web import db", "does not stand before it"),
        ("people/views.py", "from elearn.cli import Installation", "does not stand before it"),
        ("web/session.py", "from elearn import learning", "does not stand before it"),
        ("people/service.py", "def keep(db):\n    db.commit()", "commits"),
        ("people/service.py", "def late():\n    import json", "in a function"),
        ("people/utils.py", "", "a drawer"),
    ],
)
def test_a_module_against_the_rules_is_caught(path, source, told):
    (problem,) = violations(PurePath(path), source)

    assert told in problem


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("people/service.py", "from elearn import areas, audit"),
        ("people/models/persons.py", "from elearn.areas import Level"),
        ("people/views/pages.py", "from flask import g\nfrom elearn.web import db"),
        ("people/commands.py", "import click\nfrom elearn.cli import Installation"),
        ("web/session.py", "from elearn import accounts\ndef keep(db):\n    db.commit()"),
        ("app.py", "from elearn.people import views"),
        ("home/demo/commands.py", "from elearn import areas\nfrom elearn.home.demo import corps"),
    ],
)
def test_a_module_that_keeps_them_is_left_alone(path, source):
    assert violations(PurePath(path), source) == []
