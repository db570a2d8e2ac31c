"""The web door: session per request, sign-in, forms, errors, headers, languages, filters."""

from elearn.web.errors import wants_json
from elearn.web.i18n import told
from elearn.web.session import db, here, keep
from elearn.web.sign_in import actor, login_required, person_id, role_required

__all__ = [
    "actor",
    "db",
    "here",
    "keep",
    "login_required",
    "person_id",
    "role_required",
    "told",
    "wants_json",
]
