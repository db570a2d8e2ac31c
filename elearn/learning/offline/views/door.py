"""The blueprint that leases, envelopes and what belongs to them stand in."""

from flask import Blueprint

bp = Blueprint("offline", __name__)
