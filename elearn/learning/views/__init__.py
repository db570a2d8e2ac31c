"""The lecture page with its player, and the door through which players report."""

from flask import Blueprint

bp = Blueprint("learning", __name__)

from elearn.learning.views import lecture, watching  # noqa: E402  # They add their routes to bp.

__all__ = ["bp", "lecture", "watching"]
