"""A commune says who leaves a post: first which, then the day and the reason."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.access import Role
from elearn.people import queries, service
from elearn.people.models import Tenure
from elearn.people.views.acting import Act, act_page
from elearn.people.views.door import bp
from elearn.people.views.proposals.beginning import refuse_others
from elearn.people.views.proposals.forms import LeaveForm
from elearn.text import Message, msg
from elearn.web import actor, db, role_required


@bp.route("/proposals/end", methods=["GET", "POST"])
@role_required(Role.ADMINISTRATOR)
def propose_end() -> ResponseReturnValue:
    refuse_others()
    key = request.args.get("tenure", type=int)
    if key is None:
        return _choose()
    tenure = queries.tenure_of(db(), actor(), key, clock.today())
    form = LeaveForm()
    if request.method == "GET":
        form.day.data = clock.today()
    return act_page(_act(tenure, form), lambda: _end(tenure, form))


def _choose() -> str:
    text = request.args.get("q", "").strip()
    held = queries.posts_held(db(), actor(), clock.today(), text)
    return render_template("people/proposal_which.html", text=text, held=held)


def _act(tenure: Tenure, form: LeaveForm) -> Act:
    return Act(
        _("Đề nghị thôi chức danh"),
        _("Gửi đề nghị"),
        form,
        (url_for("people.proposals"), _("Đề nghị")),
        [
            (_("Người giữ"), tenure.person.full_name),
            (_("Chức danh"), tenure.post.name),
            (_("Đơn vị"), tenure.org_unit.name),
        ],
        note=_("Chức danh chỉ kết thúc khi tỉnh xác nhận. Kết quả học và giấy đã cấp giữ nguyên."),
    )


def _end(tenure: Tenure, form: LeaveForm) -> Message:
    leaving = service.Leaving(tenure.id, **form.values("day", "reason", "decision"))
    service.propose_end(db(), actor(), leaving, now=clock.now())
    return msg("Đã gửi đề nghị. Khi tỉnh xác nhận sẽ có thông báo.")
