"""Draws the slips of an order as the worker does, in this process."""

from contextlib import nullcontext
from datetime import timedelta

from elearn import clock, jobs
from elearn.accounts import jobs as drawing
from elearn.accounts import queries, typst


def draw_all(db, here, batch):
    """Do the job of an order; return its sheets."""
    db.commit()
    with here.database.writing() as own:
        job = jobs.claim(own, "w", lease=timedelta(minutes=5), now=clock.now())
    assert job
    draw_again(here, job.id, batch)
    db.expire_all()
    return queries.sheets_of(db, batch.id)


def draw_again(here, job_id, batch):
    work = jobs.Work(job_id, "w", {"batch": batch.id}, here.settings, here.database, here.store)
    drawing.draw_slips(work, in_this_process)


def in_this_process():
    return nullcontext(typst.draw)
