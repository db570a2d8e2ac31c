"""The forms of a helper's pages: to whom accounts are given, and where slips are printed."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectMultipleField, StringField
from wtforms.widgets import CheckboxInput, ListWidget

from elearn.errors import InvalidInput, Refusal
from elearn.web import Form, at_most, told


class PlaceForm(Form):
    """An area, by its name or its code."""

    area = StringField(
        _("Địa bàn"),
        [at_most(120)],
        description=_("Tên hoặc mã xã, tỉnh. Để trống là địa bàn của anh/chị."),
        render_kw={"autocomplete": "off"},
    )

    @property
    def place(self) -> str:
        return (self.area.data or "").strip()

    def refuse(self, refused: Refusal) -> None:
        """Show beside a field what was refused."""
        if isinstance(refused, InvalidInput):
            for name, words in refused.fields.items():
                self[name].errors = [told(words)]
        else:
            self.area.errors = [told(refused.message)]


class MakeForm(PlaceForm):
    """An area, and the posts whose holders are given accounts."""

    posts = SelectMultipleField(
        _("Chức danh"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )

    def __init__(self, given: Any, posts: Sequence[tuple[str, str]]) -> None:
        super().__init__(given)
        self.posts.choices = list(posts)


class SlipForm(PlaceForm):
    """An area, and whether slips handed out before are made void."""

    anew = BooleanField(_("In lại cho cả những người đã có phiếu (phiếu cũ không dùng được nữa)"))
