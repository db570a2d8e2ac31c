"""How much a request may carry: little, except to the pages that take files.

The token of a form stands in its body. So a body is read before it is known who sends it, and
nobody unknown shall make the server read gigabytes.
"""

from flask import Flask, request

SMALL_BYTES = 2_000_000
TAKING_FILES = {"media.take", "media.renew"}
#: They read no form, and no more than the upload has yet to get; the sender was let in before.
TAKING_PIECES = {"media.tus_create", "media.tus_send", "media.tus_instead"}
_NO_LIMIT = 1 << 62
#: A workbook too large by less than as much again is taken in, and refused in words on its page.
WORKBOOK_BYTES = 40_000_000
TAKING_WORKBOOKS = {"people.import_take"}
#: A picture of a camera, a PDF of a lecture, the pages of a paper.
TAKING_PICTURES = {
    *("media.split_slide", "media.redraw_slide", "media.give_deck"),
    *("learning.give_record", "learning.give_correction"),
}
TAKING_REPORTS = {"offline.give_report_files"}


def _limit() -> None:
    if request.endpoint in TAKING_FILES:
        return
    if request.endpoint in TAKING_PIECES:
        request.max_content_length = _NO_LIMIT
        return
    is_workbook = request.endpoint in TAKING_WORKBOOKS | TAKING_PICTURES | TAKING_REPORTS
    request.max_content_length = WORKBOOK_BYTES if is_workbook else SMALL_BYTES
    request.max_form_memory_size = SMALL_BYTES


def init_app(app: Flask) -> None:
    app.before_request(_limit)
