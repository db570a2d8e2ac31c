"""The forms of shared viewings; lectures and areas to choose from, the page says."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Regexp
from wtforms.widgets import HiddenInput

from elearn.learning.viewings.service import LONGEST
from elearn.web import CODE, Form, at_most

_LARGEST = 2**31 - 1  # Key of a person: no database holds more.


class OpeningForm(Form):
    """A viewing about to be opened."""

    lecture = StringField(_l("Bài giảng"), [InputRequired(_l("Chọn bài giảng."))])
    area = IntegerField(_l("Địa bàn"), [InputRequired(_l("Chọn địa bàn mà anh/chị phụ trách."))])
    place = StringField(
        _l("Xem ở đâu"),
        [at_most(200)],
        description=_l("Ví dụ: nhà văn hóa thôn Đông. Không cần nếu không có gì."),
    )


class CodeForm(Form):
    """The code of somebody who is there, typed on the leader's screen."""

    person = IntegerField(
        validators=[InputRequired(), NumberRange(1, _LARGEST)], widget=HiddenInput()
    )
    code = StringField(
        _l("Sáu số của người có mặt"),
        [
            InputRequired(_l("Gõ sáu số trên điện thoại của người ấy.")),
            at_most(40),
            # What cannot be a code is a slip, not a guess: it does not count as one of the wrong.
            Regexp(r"(\s*[0-9]){6}\s*$", message=_l("Mã có đúng sáu số. Gõ lại cho đủ.")),
        ],
        render_kw=CODE | {"inputmode": "numeric"},
    )


class ObjectionForm(Form):
    """Why somebody marked as present says that she was not."""

    words = TextAreaField(
        _l("Hôm đó tôi không có mặt vì"),
        [InputRequired(_l("Ghi một câu.")), at_most(LONGEST)],
    )
