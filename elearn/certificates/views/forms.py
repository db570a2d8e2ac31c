"""The forms of this domain's pages."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from elearn.certificates.service import NewDecision
from elearn.errors import InvalidInput
from elearn.web import DayField, Form, SelectChoice, at_most, told

_MOST = at_most(200)


def said(field: StringField) -> str:
    """Return what was typed into a field, nothing if nothing was."""
    return field.data or ""


class DecisionForm(Form):
    """The number and day of a paper."""

    number = StringField(
        _("Số quyết định"),
        [InputRequired(_("Gõ số của quyết định, ví dụ 512/QĐ-HVPN.")), _MOST],
        description=_("Như trên quyết định, ví dụ 512/QĐ-HVPN."),
        render_kw={"autocomplete": "off"},
    )
    decided_on = DayField(_("Ngày quyết định"), [InputRequired(_("Chọn ngày ký của quyết định."))])

    @property
    def decision(self) -> NewDecision:
        # A form without a day is refused before it is asked.
        return NewDecision(said(self.number), self.decided_on.data or date.max)

    def refuse(self, refused: InvalidInput) -> None:
        """Show what a service refused at the fields it speaks of, and the rest above them."""
        for name, words in refused.fields.items():
            if name in self:
                self[name].errors = [told(words)]
            else:
                self.form_errors.append(told(words))


class IssueForm(DecisionForm):
    """By whose decision certificates are issued, and who signs them."""

    issuer = SelectField(_("Nơi cấp"))
    signer_name = StringField(
        _("Người ký"),
        [InputRequired(_("Gõ họ tên người ký.")), _MOST],
        description=_("Cả học hàm, học vị nếu in trên giấy: PGS. TS. Trần Thị Minh Hạnh."),
    )
    signer_title = StringField(
        _("Chức vụ người ký"),
        [_MOST],
        description=_("Để trống thì ghi như nơi cấp thường ghi, cả dòng ký thay."),
    )
    signer_prefix = StringField(
        _("Ký thay, thừa lệnh"),
        [_MOST],
        description=_("Chỉ gõ khi đã gõ chức vụ, ví dụ KT. GIÁM ĐỐC."),
    )

    def __init__(self, issuers: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.issuer.choices = [SelectChoice(sign, name) for sign, name in issuers]


_WHY = _("Người tra cứu sẽ đọc câu này.")
_MOST_REASON = at_most(500)


class RevocationForm(DecisionForm):
    """The decision by which a certificate ends, and why."""

    reason = TextAreaField(
        _("Lý do thu hồi"),
        [InputRequired(_("Ghi lý do: người tra cứu sẽ đọc câu này.")), _MOST_REASON],
        description=_WHY,
        render_kw={"rows": 3},
    )


class ReplacementForm(DecisionForm):
    """What the certificate should have said, and the decision that issues it anew."""

    full_name = StringField(_("Họ và tên"), [InputRequired(_("Chưa ghi họ và tên.")), _MOST])
    born = StringField(
        _("Ngày sinh"),
        [_MOST],
        description=_("Như 05/3/1979; chỉ năm sinh nếu không rõ ngày."),
    )
    unit = StringField(_("Đơn vị"), [at_most(300)])
    signer_name = StringField(_("Người ký"), [InputRequired(_("Gõ họ tên người ký.")), _MOST])
    reason = TextAreaField(
        _("Lý do cấp lại"),
        [InputRequired(_("Ghi lý do: người tra cứu sẽ đọc câu này.")), _MOST_REASON],
        description=_WHY,
        render_kw={"rows": 3},
    )


class CheckForm(Form):
    """A number, and what only who holds the paper in her hand can read beside it."""

    number = StringField(
        _("Số của giấy"),
        [InputRequired(_("Gõ số in trên giấy, ví dụ 0147/2026/GCN-HVPN.")), _MOST],
        description=_("Gõ cả phần chữ, ví dụ 0147/2026/GCN-HVPN."),
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
    )
    who = StringField(
        _("Họ tên hoặc ngày sinh trên giấy"),
        [InputRequired(_("Gõ họ tên hoặc ngày sinh như trên giấy.")), _MOST],
        description=_(
            "Họ tên có dấu hay không đều được; ngày sinh đủ ngày, tháng, năm như 05/3/1979."
            " Giấy chỉ ghi năm sinh thì gõ họ tên."
        ),
        render_kw={"autocomplete": "off"},
    )
