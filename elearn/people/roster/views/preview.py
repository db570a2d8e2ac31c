"""What the file would change, row by row, before anything does."""

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn.people.queries import SEEING
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries import batches, rows
from elearn.people.roster.rules.verdicts import RowStatus
from elearn.people.roster.views import door
from elearn.people.roster.views.showing.pairs import ShownDoubt, doubt_shown
from elearn.people.roster.views.showing.questions import questions_shown
from elearn.people.roster.views.showing.rows import shown
from elearn.people.views.door import bp
from elearn.text import Message, msg
from elearn.web import actor, db, role_required

_ALL = "all"
_MOST_ASKED = 3
TABS: dict[str, Message] = {
    RowStatus.DOUBTFUL: msg("Cần %(you)s quyết định"),
    RowStatus.NEW: msg("Mới"),
    RowStatus.CHANGED: msg("Thay đổi"),
    RowStatus.UNCHANGED: msg("Không đổi"),
    RowStatus.ERROR: msg("Lỗi"),
    RowStatus.SKIPPED: msg("Bỏ qua"),
    _ALL: msg("Tất cả"),
}
_ALWAYS = {RowStatus.NEW, RowStatus.CHANGED, _ALL}
#: What is opened first, if there is any: what asks something of the reader, or would be written.
_FIRST = (RowStatus.DOUBTFUL, RowStatus.NEW, RowStatus.CHANGED, RowStatus.ERROR)
_SHOWN_AT = {BatchState.READY, BatchState.COMMITTED, BatchState.UNDONE}


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the preview: its key, its words, how many rows it has."""

    key: str
    words: Message
    count: int


def tabs_of(counts: dict[RowStatus, int], you: str) -> list[Tab]:
    """Return the tabs that have something to show; their sum is the file."""
    number = {**{key.value: count for key, count in counts.items()}, _ALL: sum(counts.values())}
    every = [
        Tab(key, Message(words.template, (("you", you),)), number.get(key, 0))
        for key, words in TABS.items()
    ]
    return [one for one in every if one.count or one.key in _ALWAYS]


@bp.get("/import/<int:batch_id>/preview")
@role_required(*SEEING)
def import_preview(batch_id: int) -> ResponseReturnValue:
    door.refuse_proposers()
    batch = batches.batch_seen_by(db(), actor(), batch_id)
    if batch.state not in _SHOWN_AT:
        return redirect(url_for("people.import_one", batch_id=batch.id))
    line = batches.lines_of(db(), [batch])[0]
    tabs = tabs_of(line.counts, door.you())
    tab = _tab_of(tabs)
    page = rows.rows_page(db(), batch, _status(tab), request.args.get("page", 1, type=int))
    return render_template(
        "people/roster/preview.html",
        batch=batch,
        line=line,
        tabs=tabs,
        tab=tab,
        page=page,
        has_sheets=len({one.sheet for one in page.rows}) > 1,
        rows=shown(db(), page.rows),
        page_address=lambda number: _address(batch, tab, number),
        doubt=_doubt(batch) if tab == RowStatus.DOUBTFUL else None,
        questions=questions_shown(db(), rows.questions_of(db(), batch)),
        most_asked=_MOST_ASKED,
        clear=rows.clear_of(db(), batch),
        may_decide=batch.erased_at is None and batches.may_decide(db(), actor(), batch),
        you=door.you(),
    )


def _tab_of(tabs: list[Tab]) -> str:
    """Return the tab that is asked for; one that has nothing to show any more gives way."""
    full = {one.key for one in tabs if one.count}
    first = next((one.value for one in _FIRST if one.value in full), _ALL)
    asked = request.args.get("tab", first)
    return asked if asked in {one.key for one in tabs} else first


def _status(tab: str) -> RowStatus | None:
    return RowStatus(tab) if tab in list(RowStatus) else None


def _address(batch: RosterBatch, tab: str, page: int) -> str:
    return url_for("people.import_preview", batch_id=batch.id, tab=tab, page=page)


def _doubt(batch: RosterBatch) -> ShownDoubt | None:
    found = rows.doubt_from(db(), batch, request.args.get("doubt", 0, type=int))
    return doubt_shown(db(), actor(), found) if found else None
