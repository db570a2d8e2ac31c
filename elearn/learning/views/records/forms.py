"""The forms of papers from elsewhere: filled in on a telephone with the paper beside it."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _
from flask_wtf.file import MultipleFileField
from wtforms import BooleanField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional

from elearn.learning.models import ExternalRecord
from elearn.learning.rules import CompletionForm
from elearn.learning.rules.external import RECORD_FORM_NAMES
from elearn.learning.service.external import Paper
from elearn.web import DayField, Form, at_most, choices_of, told

#: A programme version as it is chosen: its key and title.
Choices = Sequence[tuple[int, str]]
_KINDS = "image/jpeg,image/png,image/webp,application/pdf,.pdf"


class _CountsForm(Form):
    """What a paper counts for."""

    programme_version_id = SelectField(_("Tính cho chương trình"), coerce=int)
    kind = RadioField(
        _("Lớp này là"),
        choices=choices_of(RECORD_FORM_NAMES),
        coerce=CompletionForm,
        default=CompletionForm.EXTERNAL,
    )

    def offer(self, programmes: Choices, nothing: str) -> None:
        """Let one of these programmes be chosen, or nothing, in these words."""
        self.programme_version_id.choices = [(0, nothing), *programmes]


class EntryForm(_CountsForm):
    """What a paper says."""

    pages = MultipleFileField(
        _("Ảnh chụp hoặc bản quét giấy"),
        description=_(
            "Chụp cả tờ, đủ sáng, đọc được chữ. JPG, PNG, WebP hoặc PDF, nhiều nhất 6 trang."
        ),
        render_kw={"accept": _KINDS},
    )
    course = StringField(
        _("Tên lớp, khóa học"), [InputRequired(_("Ghi tên lớp hoặc khóa học.")), at_most(300)]
    )
    organiser = StringField(
        _("Nơi mở lớp, cấp giấy"),
        [InputRequired(_("Ghi nơi mở lớp, cấp giấy.")), at_most(200)],
        description=_("Ví dụ: Trường Chính trị tỉnh Hưng Yên."),
    )
    place = StringField(_("Học ở đâu"), [at_most(200)], description=_("Không bắt buộc."))
    first_on = DayField(_("Học từ ngày"), [Optional()], description=_("Không nhớ thì để trống."))
    last_on = DayField(_("Học xong ngày"), [InputRequired(_("Chọn ngày học xong."))])
    hours = IntegerField(
        _("Số tiết"),
        [Optional(), NumberRange(1, 5000, _("Số tiết là một số từ 1 đến 5.000."))],
        description=_("Giấy không ghi thì để trống."),
    )
    number = StringField(
        _("Số giấy"), [at_most(60)], description=_("Số ghi trên giấy, ví dụ 45/GCN-TCT.")
    )
    paper_on = DayField(_("Ngày cấp giấy"), [Optional()])
    note = TextAreaField(_("Nói thêm"), [at_most(500)], description=_("Không bắt buộc."))

    def offer(self, programmes: Choices, nothing: str = "") -> None:
        super().offer(programmes, nothing or told(_("Chưa rõ")))

    @property
    def paper(self) -> Paper:
        words = self.values("course", "organiser", "last_on", "first_on", "hours")
        more = self.values("number", "paper_on")
        return Paper(
            form=self.kind.data,
            **words,
            **more,
            place=self.place.data or "",
            note=self.note.data or "",
            programme_version_id=self.programme_version_id.data or None,
        )


class ConfirmForm(_CountsForm):
    """What a paper is said to count for by who confirms it, having looked at those like it."""

    is_checked = BooleanField(_("Tôi đã xem, giấy này không trùng với giấy nào ở trên"))

    def ask(self, record: ExternalRecord, programmes: Choices) -> None:
        """Propose what was entered."""
        self.offer(programmes, told(_("Chọn chương trình")))
        if not self.is_submitted():
            self.programme_version_id.data = record.programme_version_id or 0
            self.kind.data = record.form


class ReasonForm(Form):
    """Why a paper does not count."""

    reason = TextAreaField(
        _("Lý do"),
        [InputRequired(_("Ghi lý do, một câu là đủ.")), at_most(500)],
        description=_("Người có giấy và người đã nhập đọc câu này trong thông báo."),
    )
