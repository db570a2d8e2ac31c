"""What a commune has proposed of its posts, and a correction its chair has asked for."""

from elearn.people import EndReason
from tests.make import people
from tests.make import proposals as make
from tests.permissions.branches import Branch, Sent, sends, thing

_DAY = "2026-11-01"


@thing("proposal_id")
def proposal_id(branch: Branch) -> int:
    return int(
        make.proposal(
            branch.db,
            unit=branch["unit"],
            area_id=branch.commune.id,
            new_name=f"Bùi Thị Én {branch.name}",
            proposed_by_id=branch["commune"].person_id,
        ).id
    )


@thing("leaving_id")
def leaving_id(branch: Branch) -> int:
    """A post that somebody of the commune holds."""
    head = people.person(branch.db, f"Hà Thị Na {branch.name}")
    return int(people.tenure(branch.db, head, at=branch["unit"], post="branch_head").id)


@thing("correction_id")
def correction_id(branch: Branch) -> int:
    return int(make.correction(branch.db, branch["she"]).id)


@sends("people.confirm_proposals")
def several(branch: Branch) -> dict[str, object]:
    return {"proposal": branch["proposal_id"]}


@sends("people.refuse_proposal")
def refusal(_branch: Branch) -> dict[str, object]:
    return {"reason": "Chưa có biên bản."}


@sends("people.propose_begin")
def beginning(branch: Branch) -> Sent:
    form = {"org_unit_id": branch["unit"].id, "post_key": "women_group_head", "day": _DAY}
    return Sent(form, {"person": branch["person_id"]})


@sends("people.propose_end")
def ending(branch: Branch) -> Sent:
    form = {"day": _DAY, "reason": EndReason.RETIRED.value}
    return Sent(form, {"tenure": branch["leaving_id"]})


@sends("people.ask_correction")
def asking(branch: Branch) -> Sent:
    form = {"field": "phone", "wanted": "0912 345 678", "note": ""}
    return Sent(form, {"person": branch["person_id"]})


@sends("people.apply_correction")
@sends("people.refuse_correction")
def answer(_branch: Branch) -> dict[str, object]:
    return {"answer": "Đã xem giấy tờ."}
