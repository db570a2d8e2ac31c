"""The links to one version: made, copied, taken back by whoever may change the medium."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, lazy_gettext
from flask_babel import gettext as _
from wtforms import RadioField, StringField
from wtforms.validators import InputRequired

from elearn import clock
from elearn.media import previews, queries, service
from elearn.media.rules import MAKERS
from elearn.media.rules.previews import LASTING
from elearn.media.views.door import bp
from elearn.web import Form, SelectChoice, actor, at_most, db, here, role_required, told

_LASTING = [SelectChoice(days, LazyString(told, name)) for days, name in LASTING.items()]


class PreviewForm(Form):
    """Whom a link is for, and how long it holds."""

    note = StringField(
        lazy_gettext("Gửi cho ai"),
        [InputRequired(lazy_gettext("Gõ tên hoặc đơn vị của người xem trước.")), at_most(120)],
        description=lazy_gettext("Chỉ để anh/chị nhớ; người xem không thấy dòng này."),
    )
    days = RadioField(lazy_gettext("Dùng được trong"), coerce=int, choices=_LASTING, default=7)


@bp.get("/versions/<int:version_id>/previews")
@role_required(*MAKERS)
def previews_of(version_id: int) -> ResponseReturnValue:
    return _page(version_id, PreviewForm(formdata=None))


@bp.post("/versions/<int:version_id>/previews")
@role_required(*MAKERS)
def make_preview(version_id: int) -> ResponseReturnValue:
    version, form = queries.version_by_id(db(), version_id), PreviewForm()
    service.refuse_strangers(actor(), version.medium)
    if not form.validate():
        return _page(version_id, form), 422
    asked = service.Invitation(**form.values("note", "days"))
    service.make_preview(db(), actor(), version, asked, now=clock.now())
    flash(_("Đã tạo đường dẫn. Sao chép rồi gửi cho người xem trước."))
    return redirect(url_for("media.previews_of", version_id=version_id), 303)


@bp.post("/previews/<int:preview_id>/taking-back")
@role_required(*MAKERS)
def take_back_preview(preview_id: int) -> ResponseReturnValue:
    preview = queries.preview_by_id(db(), preview_id)
    service.take_back(db(), actor(), preview, now=clock.now())
    flash(_("Đã thu hồi. Ai mở đường dẫn này sẽ không xem được nữa."))
    return redirect(url_for("media.previews_of", version_id=preview.version_id), 303)


def _page(version_id: int, form: PreviewForm) -> str:
    version = queries.version_by_id(db(), version_id)
    service.refuse_strangers(actor(), version.medium)
    return render_template(
        "media/previews.html",
        version=version,
        form=form,
        previews=queries.previews_of(db(), version_id),
        address_of=_address,
        now=clock.now(),
    )


def _address(preview_id: int) -> str:
    """Return a link as it is sent: whole, under the name people know."""
    word = previews.word_of(here().settings.secret_key, preview_id)
    path = url_for("media.preview", word=word)
    return f"{here().settings.public_url.rstrip('/')}{path}"
