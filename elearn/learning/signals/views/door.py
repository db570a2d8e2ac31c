"""The blueprint that the pages of signals and outages stand in, and what their templates ask."""

from datetime import datetime, timedelta

from flask import Blueprint

from elearn import clock

bp = Blueprint("signals", __name__)


@bp.app_template_filter()
def to_second(moment: datetime) -> str:
    """Return 20:14:05 where the users live."""
    try:
        local = moment.astimezone(clock.ZONE)
    except OverflowError:  # A device may say the last hour of the year 9999.
        local = moment
    return local.strftime("%H:%M:%S")


@bp.app_template_filter()
def ahead(offset: timedelta) -> str:
    """Return +0:12 or −61:05: minutes and seconds by which a clock runs fast or slow."""
    seconds = round(offset.total_seconds())
    sign = "−" if seconds < 0 else "+"
    return f"{sign}{abs(seconds) // 60}:{abs(seconds) % 60:02}"
