"""The form above the audit: who, what, on what, on which days. It is asked by GET."""

from flask_babel import lazy_gettext as _
from wtforms import Form, SelectField, StringField
from wtforms.validators import Optional
from wtforms.widgets import TextInput

from elearn.home.audits.queries import Wanted
from elearn.home.audits.sentences import KIND_NAMES, SENTENCES, choice
from elearn.web import DayField, at_most, told

_ACTS = {":".join(key): key for key in SENTENCES}


class AuditForm(Form):
    """What is looked for; all of it may be left out."""

    who = StringField(_("Người làm"), [at_most(80)])
    act = SelectField(_("Việc"), validate_choice=False)
    subject = SelectField(_("Loại hồ sơ"), validate_choice=False)
    first = DayField(_("Từ ngày"), [Optional()], widget=TextInput())
    last = DayField(_("Đến ngày"), [Optional()], widget=TextInput())

    def offer(self) -> None:
        """Give the selects what there is to choose from."""
        acts = sorted((told(choice(key)), name) for name, key in _ACTS.items())
        self.act.choices = [("", _("Mọi việc")), *((name, words) for words, name in acts)]
        kinds = [(kind, told(name)) for kind, name in KIND_NAMES.items()]
        self.subject.choices = [("", _("Mọi loại")), *kinds]

    def show(self, wanted: Wanted) -> None:
        """Write the days as people write them, also those that were not asked for."""
        for field, day in ((self.first, wanted.first), (self.last, wanted.last)):
            if not field.errors:
                field.data, field.raw_data = day, [f"{day:%d/%m/%Y}"]

    def wanted(self, lately: Wanted, person: int | None) -> Wanted:
        """Return what is looked for; what stands for nothing leaves it open."""
        return Wanted(
            first=self.first.data or lately.first,
            last=self.last.data or lately.last,
            who=self.who.data or "",
            act=_ACTS.get(self.act.data or ""),
            subject=self.subject.data if self.subject.data in KIND_NAMES else "",
            person=person,
        )
