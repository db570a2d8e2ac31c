"""The reader's language, and numbers and dates as Vietnamese offices write them."""

from datetime import date, datetime

from flask import Flask, request
from flask_babel import Babel, format_decimal, format_percent, gettext

from elearn import clock
from elearn.text import Message
from elearn.web.session import here

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
COOKIE = "language"
SHORT_SECONDS = 600  # Below ten minutes a learner counts seconds too.


def language() -> str:
    """Return the language chosen on this device, or the installation's own."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in LANGUAGES else here().settings.language


def told(message: Message | str) -> str:
    """Return a message in the reader's language."""
    return message.told(gettext) if isinstance(message, Message) else message


def number(value: float) -> str:
    """Return 403.183 or 80,6."""
    return str(format_decimal(value))


def percent(part: float, whole: float, digits: int = 0) -> str:
    """Return a share as 81%, or with one digit as 80,6%; nothing of nothing is 0%."""
    fraction = "." + "0" * digits if digits else ""
    return str(format_percent(part / whole if whole else 0, f"#,##0{fraction}%"))


def day(value: date | datetime | None) -> str:
    """Return 05/03/2026."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = clock.day_of(value)
    return value.strftime("%d/%m/%Y")


def hour(value: datetime) -> str:
    """Return 20:14 where the users live."""
    return value.astimezone(clock.ZONE).strftime("%H:%M")


def minutes(milliseconds: int) -> int:
    """Return a length in whole minutes, at least one."""
    return max(1, round(milliseconds / 60_000))


def position(seconds: float) -> str:
    """Return a place in a lecture as 12:05, or 1:02:05 past the hour."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def amount(seconds: int, whole: int, *, up: bool = False) -> str:
    """Return so much of a lecture in minutes: 23 of 35, but 0:08 where the whole is short."""
    if whole < SHORT_SECONDS:
        return position(seconds)
    return str(-(-seconds // 60) if up else seconds // 60)


def part(seconds: int, held: int, whole: int) -> str:
    """Return how much of what is held, in minutes: never more than `amount` says of it all."""
    if whole < SHORT_SECONDS:
        return position(seconds)
    return str(min(-(-seconds // 60), held // 60))


def megabytes(size: int) -> str:
    """Return a size as 0,4 MB, 34 MB or 1,82 GB; what is not empty is never 0 MB."""
    value = size / 1_000_000
    if value >= 1000:
        return f"{number(round(value / 1000, 2))} GB"
    return f"{number(max(round(value, 1 if value < 10 else 0), 0.1 if size else 0))} MB"


def init_app(app: Flask) -> None:
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "translations"
    app.config["BABEL_DEFAULT_TIMEZONE"] = str(clock.ZONE)
    Babel(app, locale_selector=language, default_locale="vi")
    for filter_ in (told, number, percent, day, hour, minutes, position, amount, part, megabytes):
        app.jinja_env.filters[filter_.__name__] = filter_
    app.jinja_env.globals.update(language=language, LANGUAGES=LANGUAGES)
