"""Report files: bringing some, what became of each, and trying again what was put aside."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from elearn import clock, people
from elearn.learning.offline.queries.files import file_page, file_seen_by, files_page
from elearn.learning.offline.rules.files import MOST_FILE_BYTES, Flaw, report_in, shown
from elearn.learning.offline.rules.wording import FLAWS, REASONS
from elearn.learning.offline.service.files import Brought, Taking, bring, retry
from elearn.learning.offline.views.door import bp
from elearn.learning.views.terms import terms
from elearn.text import msg
from elearn.web import Form, actor, db, here, keep, role_required, told
from elearn.web.i18n import number
from elearn.web.sign_in import csrf

_MOST_FILES = 20
_MOST_PAGE = 9_999
_OLD = msg("Trang này đã mở quá lâu. Chọn lại tệp rồi nộp lần nữa.")
_NONE = msg("Chọn tệp mà điện thoại đã lưu, tên có chữ “.elearn”.")
_MANY = msg("Mỗi lần nộp nhiều nhất %(most)s tệp, mỗi tệp tối đa 2 MB.", most=_MOST_FILES)


class FilesForm(Form):
    """One report file or several."""

    files = MultipleFileField(
        lazy_gettext("Tệp báo cáo xem"),
        description=lazy_gettext(
            "Tệp điện thoại đã lưu, như bao-cao-xem-22-11-2026.elearn.txt; đổi tên cũng được."
            " Chọn được nhiều tệp một lần."
        ),
    )


@bp.get("/report-files")
@role_required(*people.SEEING)
def report_files() -> ResponseReturnValue:
    return _list(FilesForm(formdata=None))


# The form tests its token itself, after the sender was let in: otherwise the files would be read
# first, from anybody.
@bp.post("/report-files")
@csrf.exempt  # type: ignore[untyped-decorator]  # flask-wtf has no types
@role_required(*people.DECIDING)
def give_report_files() -> ResponseReturnValue:
    try:
        form = FilesForm()
    except RequestEntityTooLarge:
        form = FilesForm(formdata=None)
        form.files.errors = [told(_MANY)]
        return _list(form), 413
    given = [one for one in form.files.data or () if one.filename]
    if not form.validate():
        return _list(form), 422
    if not 0 < len(given) <= _MOST_FILES:
        form.files.errors = [told(_MANY if given else _NONE)]
        return _list(form), 422
    return _given(form, given)


@bp.get("/report-files/<int:file_id>")
@role_required(*people.SEEING)
def report_file(file_id: int) -> ResponseReturnValue:
    file = file_seen_by(db(), actor(), file_id)
    page = min(request.args.get("page", 1, type=int), _MOST_PAGE)
    return render_template(
        "offline/file.html",
        file=file,
        page=file_page(db(), actor(), file, page),
        reasons=REASONS,
        page_address=lambda one: url_for("offline.report_file", file_id=file.id, page=one),
        may_retry=actor().has(*people.DECIDING),
    )


@bp.post("/report-files/<int:file_id>/retry")
@role_required(*people.DECIDING)
def retry_report_file(file_id: int) -> ResponseReturnValue:
    file = file_seen_by(db(), actor(), file_id)
    done = retry(db(), actor(), file, _taking(), now=clock.now())
    flash(
        _("Đã thử lại: %(count)s phần không còn để riêng.", count=number(done))
        if done
        else _("Đã thử lại, vẫn chưa nhận được. Các phần ấy được giữ nguyên.")
    )
    return redirect(url_for("offline.report_file", file_id=file.id), 303)


def _given(form: FilesForm, given: list[FileStorage]) -> ResponseReturnValue:
    """Take the files that can be taken, and say of the others why they cannot."""
    brought, flaws = _read(given)
    now = clock.now()
    files = bring(db(), actor(), brought, _taking(), now=now) if brought else []
    if flaws:
        keep()
        form.files.errors = flaws
        return _list(form, taken=len(files)), 422
    if any(one.brought_at < now for one in files):
        flash(_("Tệp này đã nộp trước đó: nộp lại cũng chỉ tính một lần."))
    if len(set(files)) == 1:
        return redirect(url_for("offline.report_file", file_id=files[0].id), 303)
    flash(_("Đã đọc %(count)s tệp.", count=len(set(files))))
    return redirect(url_for("offline.report_files"), 303)


def _read(given: list[FileStorage]) -> tuple[list[Brought], list[str]]:
    brought, flaws = [], []
    for one in given:
        name, content = one.filename or "?", one.stream.read(MOST_FILE_BYTES + 1)
        report = report_in(content)
        if isinstance(report, Flaw):
            flaws.append(f"{shown(name, 80)}: {told(FLAWS[report])}")
        else:
            brought.append(Brought(name, content, report))
    return brought, flaws


def _taking() -> Taking:
    return Taking(here().settings.secret_key, terms())


def _list(form: FilesForm, taken: int = 0) -> str:
    if "csrf_token" in form.errors:
        form.form_errors.append(told(_OLD))
    before = request.args.get("before", type=int)
    return render_template(
        "offline/files.html",
        form=form,
        page=files_page(db(), actor(), before=before),
        before=before,
        taken=taken,
        may_bring=actor().has(*people.DECIDING),
    )
