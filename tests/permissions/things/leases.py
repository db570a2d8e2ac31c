"""A lecture that she has on her phone."""

from elearn import catalogue, media
from elearn.learning import load_rules, terms_on
from elearn.learning.offline import queries, service
from elearn.learning.rules import Visit
from tests.make import catalogue as make
from tests.permissions.branches import NOW, Branch, Sent, sends, thing


@sends("offline.lease")
def lease(branch: Branch) -> Sent:
    return Sent(json={"lecture": branch["lecture_code"], "weight": "240p"})


@sends("offline.renewal")
def renewal(_branch: Branch) -> Sent:
    return Sent(json={})


@sends("offline.envelopes")
def envelopes(_branch: Branch) -> Sent:
    return Sent(json={"envelopes": []})


@thing("offline.token")
def token(branch: Branch) -> str:
    load_rules(branch.db)
    shown = catalogue.lecture_by_code(branch.db, branch["lecture_code"])
    film = media.playable_of(branch.db, shown.medium_id)
    terms = terms_on(branch.db, NOW.date(), interval=60)
    leave = service.Leave(queries.lease_rule_on(branch.db, NOW.date()), terms)
    wanted = service.Wanted(shown.id, Visit(film.version_id, film.seconds), "240p", 1000)
    given, _ = service.lease(branch.db, branch["person_id"], wanted, leave, now=NOW)
    return given.token


@thing("offline.name")
def name(_branch: Branch) -> str:
    return "240p.m3u8"


@thing("offline.download.code")
def module_code(branch: Branch) -> str:
    shown = catalogue.lecture_by_code(branch.db, branch["lecture_code"])
    return make.module(branch.db, f"CD-TV-{branch.commune.id}", [shown]).code
