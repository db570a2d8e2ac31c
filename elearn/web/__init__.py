"""The web door: session per request, sign-in, forms, errors, headers, languages, filters."""

from elearn.web.addresses import local
from elearn.web.days import DayField
from elearn.web.downloads import send_csv, send_workbook
from elearn.web.forms import CODE, Form, SelectChoice, at_most, choices_of
from elearn.web.i18n import position, told
from elearn.web.looks import look_at
from elearn.web.session import db, here, keep, reading
from elearn.web.sign_in import (
    actor,
    enter,
    leave,
    login_required,
    person_id,
    presence,
    role_required,
)
from elearn.web.stored import stored_answer

__all__ = [
    "CODE",
    "DayField",
    "Form",
    "SelectChoice",
    "actor",
    "at_most",
    "choices_of",
    "db",
    "enter",
    "here",
    "keep",
    "leave",
    "local",
    "login_required",
    "look_at",
    "person_id",
    "position",
    "presence",
    "reading",
    "role_required",
    "send_csv",
    "send_workbook",
    "stored_answer",
    "told",
]
