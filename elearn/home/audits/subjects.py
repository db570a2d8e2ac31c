"""Whose a thing is that was acted on, and where it stands: one row for each kind."""

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, case, func, select
from sqlalchemy.orm import InstrumentedAttribute

from elearn import people
from elearn.accounts import Account, RoleGrant
from elearn.audit import AuditEntry
from elearn.catalogue import Lecture, Module, Programme
from elearn.certificates import Certificate, Decision
from elearn.classes import Participation, TrainingClass
from elearn.coverage import SchemeVersion
from elearn.home.privacy.models import ErasureRequest
from elearn.learning import Completion, ExternalRecord
from elearn.media import MediumVersion
from elearn.people import (
    CorrectionRequest,
    Headcount,
    OrgUnit,
    OrgUnitPlace,
    PlannedPost,
    Qualification,
    Tenure,
    TenureProposal,
)

Column = InstrumentedAttribute[Any]
_BATCH, _ROW = people.roster.RosterBatch, people.roster.RosterRow
_QUESTION = people.roster.RosterQuestion

#: Kinds whose key is that of a person.
BY_PERSON = ("person", "mail_address")

#: Things that are one person's: by the name of their table the column of her key.
PERSONS: dict[str, Column] = {
    "account": Account.person_id,
    "certificate": Certificate.person_id,
    "completion": Completion.person_id,
    "correction_request": CorrectionRequest.person_id,
    "erasure_request": ErasureRequest.person_id,
    "external_record": ExternalRecord.person_id,
    "participation": Participation.person_id,
    "planned_post": PlannedPost.person_id,
    "qualification": Qualification.person_id,
    "role_grant": RoleGrant.person_id,
    "roster_row": _ROW.person_id,
    "tenure": Tenure.person_id,
}

#: Things that have a name of their own, which tells nothing of a person.
LABELS: dict[str, Column] = {
    "decision": Decision.number,
    "lecture": Lecture.code,
    "medium_version": MediumVersion.file_name,
    "module": Module.code,
    "org_unit": OrgUnit.name,
    "programme": Programme.code,
    "roster_batch": _BATCH.file_name,
    "scheme": SchemeVersion.key,
    "training_class": TrainingClass.name,
}


def whose() -> ColumnElement[Any]:
    """Return the key of the person an entry is about, if its thing is one person's."""
    entry = AuditEntry
    return case(
        (entry.subject.in_(BY_PERSON), entry.subject_id),
        *(
            (entry.subject == kind, _value(select(column), column.class_.id))
            for kind, column in PERSONS.items()
        ),
    )


def where() -> ColumnElement[Any]:
    """Return the key of the area in which the thing of an entry stands, if it stands in one."""
    entry = AuditEntry
    held = TrainingClass.id == Decision.training_class_id
    decided = select(TrainingClass.area_id).join(Decision, held)
    units = select(OrgUnitPlace.area_id).order_by(OrgUnitPlace.valid_from.desc()).limit(1)
    of_unit = units.where(OrgUnitPlace.org_unit_id == Headcount.org_unit_id).scalar_subquery()
    declared = select(func.coalesce(Headcount.area_id, of_unit))
    of_row = select(_BATCH.area_id).join(_ROW, _ROW.batch_id == _BATCH.id)
    of_question = select(_BATCH.area_id).join(_QUESTION, _QUESTION.batch_id == _BATCH.id)
    places = {
        "headcount": _value(declared, Headcount.id),
        "org_unit": _value(units, OrgUnitPlace.org_unit_id),
        "training_class": _value(select(TrainingClass.area_id), TrainingClass.id),
        "roster_batch": _value(select(_BATCH.area_id), _BATCH.id),
        "roster_row": _value(of_row, _ROW.id),
        "roster_question": _value(of_question, _QUESTION.id),
        "tenure_proposal": _value(select(TenureProposal.area_id), TenureProposal.id),
        "decision": _value(decided, Decision.id),
    }
    return case(
        (entry.subject == "area", entry.subject_id),
        *((entry.subject == kind, found) for kind, found in places.items()),
    )


def _value(found: Select[Any], key: Column) -> ScalarSelect[Any]:
    """Return one column of the thing of an entry, asked within a query over entries."""
    return found.where(key == AuditEntry.subject_id).correlate(AuditEntry).scalar_subquery()
