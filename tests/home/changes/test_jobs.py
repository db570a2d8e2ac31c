"""The list of people after a change of areas took effect."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import areas, clock, people
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.home.changes import jobs, service
from elearn.jobs import Job, JobState, Work
from elearn.people.models import ListedTenure
from tests.make import areas as make
from tests.make import people as make_people
from tests.make.areas import area

pytestmark = pytest.mark.usefixtures("still")  # A change is due today or tomorrow.


def carry_out(db, day):
    """Let Hưng Yên pass whole into Quảng Ninh on the day."""
    line = ("33", "", "tỉnh", "22", "", "", "", "nguyên trạng")
    change = areas.receive(db, OPERATOR, make.change(line, day=day), now=clock.now())
    service.carry_out(db, OPERATOR, change, now=clock.now())
    return change


def ordered(db, here: Installation):
    jobs.keep_up(here.settings, here.database)
    return db.scalars(select(Job).where(Job.kind == jobs.LIST_ANEW)).all()


def test_people_are_listed_in_the_province_that_took_theirs_in(db, here):
    person = make_people.person(db)
    make_people.tenure(db, person, at=make_people.org_unit(db))
    people.refresh_listing(db, [person.id])
    carry_out(db, clock.today())

    (job,) = ordered(db, here)
    job.state, job.worker = JobState.RUNNING, "a worker"
    db.commit()
    jobs.list_anew(Work(job.id, "a worker", {}, here.settings, here.database, here.store))

    db.expire_all()
    provinces = set(
        db.scalars(select(ListedTenure.province_id).where(ListedTenure.person_id == person.id))
    )
    assert provinces == {area(db, "Tỉnh Quảng Ninh").id}


def test_nothing_is_made_anew_before_the_day_nor_twice(db, here):
    carry_out(db, clock.today() + timedelta(days=1))
    assert ordered(db, here) == []


def test_one_change_orders_one_list(db, here):
    carry_out(db, clock.today())

    assert len(ordered(db, here)) == 1
    assert len(ordered(db, here)) == 1
