"""Answers with a file of the store, wherever it lies."""

from flask import Response, request, send_file

from elearn.storage import StoredFile
from elearn.web.session import here


def stored_answer(file: StoredFile, media_type: str = "") -> Response:
    """Answer with a whole file, or with nothing if the browser has it.

    :raise FileNotFoundError: if the store has lost it.
    """
    kind = media_type or file.media_type
    if path := here().store.local_path(file.sha256):
        return send_file(path, mimetype=kind, etag=file.sha256, conditional=True)
    answer = Response(here().store.read(file.sha256), mimetype=kind, direct_passthrough=True)
    answer.content_length = file.size
    answer.set_etag(file.sha256)
    answer.make_conditional(request)
    return answer
