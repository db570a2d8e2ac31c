"""A signal about the chair of the branch, and an outage of its commune."""

from tests.make import signals as make
from tests.make.media import medium_version
from tests.permissions.branches import Branch, sends, thing

_PLACES = {"Xã Hưng Hà": "Xã Hưng Hà, Hưng Yên", "Phường Hạ Long": "Phường Hạ Long, Quảng Ninh"}


@thing("signal_id")
def signal_id(branch: Branch) -> int:
    film = medium_version(branch.db, seconds=3600)
    return int(make.signal(branch.db, branch["she"], film.id).id)


@thing("outage_id")
def outage_id(branch: Branch) -> int:
    return int(make.outage(branch.db, area_id=branch.commune.id).id)


@sends("signals.judge")
def judged(_branch: Branch) -> dict[str, str]:
    return {"verdict": "nothing", "note": "", "weight": "1000"}


@sends("signals.enter_outage")
def entered(branch: Branch) -> dict[str, str]:
    days = {"began_on": "2026-11-20", "ended_on": "2026-11-20"}
    hours = {"began": "20:00", "ended": "21h30"}
    return {**days, **hours, "area": _PLACES[branch.name], "what": "Mất điện"}
