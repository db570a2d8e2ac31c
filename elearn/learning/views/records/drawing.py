"""The pages of papers: drawn from what was sent, and shown to those who may see them."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Response
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from elearn import media
from elearn.errors import InvalidInput, NotFound
from elearn.learning.queries.external import record_seen_by
from elearn.learning.rules.external import MOST_PAGES
from elearn.learning.views.door import bp
from elearn.storage import Kept
from elearn.text import msg
from elearn.web import actor, db, here, login_required, stored_answer


def kept_pages(sent: Sequence[FileStorage]) -> list[Kept]:
    """Keep the pages of what was sent, as pictures of ours; before the page's own transaction.

    :raise InvalidInput: naming `pages`, if there are too many or one cannot be read.
    """
    files = [one for one in sent if one and one.filename]
    kept: list[Kept] = []
    for file in files[: MOST_PAGES + 1]:
        kept += _kept(file)
    if len(kept) > MOST_PAGES:
        raise InvalidInput(pages=msg("Nhiều nhất %(most)s trang.", most=MOST_PAGES))
    return kept


def _kept(file: FileStorage) -> list[Kept]:
    with TemporaryDirectory(dir=here().settings.temporary, prefix="paper-") as name:
        folder = Path(name)
        sent = folder / "sent"
        file.save(sent)
        return [
            here().store.keep(page) for page in media.papers.pages_of(sent, folder, most=MOST_PAGES)
        ]


@bp.get("/records/<int:record_id>/pages/<int:number>")
@login_required
def record_page(record_id: int, number: int) -> ResponseReturnValue:
    record = record_seen_by(db(), actor(), record_id)
    page = next((one for one in record.pages if one.number == number), None)
    if page is None:
        raise NotFound(msg("Giấy này không có trang ấy."))
    answer: Response = stored_answer(page.file)
    answer.headers["Cache-Control"] = "no-store"  # One phone serves several people.
    return answer
