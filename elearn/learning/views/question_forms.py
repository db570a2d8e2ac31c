"""What is typed about questions."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Optional, ValidationError

from elearn.learning.rules.places import second_meant
from elearn.learning.rules.questions import LONGEST_ANSWER, LONGEST_QUESTION, LONGEST_REASON
from elearn.web import Form


class AskForm(Form):
    """A question, and at which moment of the film."""

    text = TextAreaField(
        _("Câu hỏi"),
        description=_("Người học khác đọc câu hỏi khi đã có trả lời, và không thấy tên người hỏi."),
        render_kw={"rows": 3, "maxlength": LONGEST_QUESTION},
    )
    second = StringField(
        _("Ở phút (bỏ trống nếu hỏi chung cả bài)"),
        [Optional()],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    version = HiddenField()

    @property
    def moment(self) -> int | None:
        """Return the second that was typed as 12:30 or 1:02:30; None where none was."""
        return second_meant(self.second.data or "")

    def validate_second(self, field: StringField) -> None:
        """Refuse what is no place.

        :raise ValidationError: if it is none.
        """
        if second_meant(field.data or "") is None:
            raise ValidationError(_("Ghi theo phút:giây, ví dụ 12:30."))


class WordsForm(Form):
    """Words alone: of a question mended, an answer, a reason."""

    text = TextAreaField(_("Nội dung"))


def words_form(label: Any, longest: int, *, rows: int = 3, **values: Any) -> WordsForm:
    """Return a form for words, called by what they are."""
    form = WordsForm(**values)
    form.text.label.text = label
    form.text.render_kw = {"rows": rows, "maxlength": longest}
    return form


def answer_form(**values: Any) -> WordsForm:
    return words_form(_("Câu trả lời"), LONGEST_ANSWER, rows=5, **values)


def question_form(**values: Any) -> WordsForm:
    return words_form(_("Câu hỏi"), LONGEST_QUESTION, **values)


def reason_form(**values: Any) -> WordsForm:
    return words_form(_("Lý do (người hỏi đọc được)"), LONGEST_REASON, rows=2, **values)
