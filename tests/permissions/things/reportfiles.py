"""A file of what a phone without a line had played, brought by the chair of the commune."""

from elearn.access import Actor
from elearn.learning import load_rules, terms_on
from elearn.learning.offline.rules.files import ReportText
from elearn.learning.offline.service.files import Brought, Taking, bring
from tests.permissions.branches import NOW, SECRET_KEY, Branch, Sent, sends, thing

_BROKEN = b"A" * 43 + b' {"lease":'


@thing("offline.file_id")
def file_id(branch: Branch) -> int:
    load_rules(branch.db)
    by = Taking(SECRET_KEY, terms_on(branch.db, NOW.date(), interval=60))
    brought = Brought("tep.elearn.txt", branch.name.encode(), ReportText((_BROKEN,)))
    [file] = bring(branch.db, Actor(branch["person_id"]), [brought], by, now=NOW)
    return file.id


@sends("offline.give_report_files")
def files(_branch: Branch) -> Sent:
    return Sent(files={"files": (_BROKEN, "tep.elearn.txt")})
