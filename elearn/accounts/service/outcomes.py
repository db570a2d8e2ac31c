"""What an attempt to sign in comes to, and what is said of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from elearn import clock
from elearn.accounts.rules import Standing, telephone_in
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An account was signed in under this token."""

    account_id: int
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """Several persons share the telephone and the password: one of them is signing in."""

    account_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Nobody was signed in."""

    message: Message
    is_paused: bool = False


_WRONG = {
    True: msg("Số điện thoại hoặc mật khẩu chưa đúng."),
    False: msg("Tên đăng nhập hoặc mật khẩu chưa đúng."),
}

NO_CODE = Failure(
    msg("Mã có 8 chữ và số, không có các chữ O, I, L, S, Z và các số 0, 1, 2, 5. Xem lại mã.")
)
WRONG_CODE = Failure(msg("Không có mã này. So lại từng chữ với phiếu, hoặc hỏi người phụ trách."))
USED_CODE = Failure(
    msg("Mã này đã được dùng. Đăng nhập bằng mật khẩu đã đặt; quên thì xin người phụ trách mã mới.")
)
REPLACED_CODE = Failure(msg("Đã có mã mới thay mã này. Dùng phiếu hoặc mã được đưa sau cùng."))

NO_LINK = Failure(msg("Đường dẫn này chép chưa đủ hoặc không đúng."))
USED_LINK = Failure(msg("Đường dẫn này đã được dùng một lần và không dùng lại được."))
OLD_LINK = Failure(msg("Đường dẫn này đã quá một phút nên không còn dùng được."))


def expired_code(expired_at: datetime) -> Failure:
    """Say since when a code holds no more."""
    day = f"{clock.day_of(expired_at):%d/%m/%Y}"
    return Failure(msg("Mã này đã hết hạn ngày %(day)s. Xin người phụ trách mã mới.", day=day))


def wrong(name: str, standing: Standing) -> Failure:
    """Say that the pair did not match, and how often it may be tried again."""
    message = msg(
        "%(wrong)s Còn %(tries)s lần thử, sau đó chờ %(pause)s phút.",
        wrong=_WRONG[telephone_in(name) is not None],
        tries=standing.tries_left,
        pause=-(-standing.next_pause_seconds // 60),
    )
    return Failure(message)


def paused(standing: Standing, until: datetime, *, now: datetime) -> Failure:
    """Say until when a name waits."""
    message = msg(
        "Đã sai %(failures)s lần. Thử lại lúc %(time)s (sau %(minutes)s phút).",
        failures=standing.failures,
        time=_told(until, now),
        minutes=_minutes(until - now),
    )
    return Failure(message, is_paused=True)


def network_paused(until: datetime, *, now: datetime) -> Failure:
    """Say until when everybody on a network waits."""
    message = msg(
        "Mạng đang dùng có quá nhiều lần đăng nhập sai. Thử lại lúc %(time)s "
        "(sau %(minutes)s phút), hoặc dùng mạng khác.",
        time=_told(until, now),
        minutes=_minutes(until - now),
    )
    return Failure(message, is_paused=True)


def _minutes(wait: timedelta) -> int:
    return max(1, -(-int(wait.total_seconds()) // 60))


def _told(moment: datetime, now: datetime) -> str:
    there = moment.astimezone(clock.ZONE)
    return f"{there:%H:%M}" if clock.day_of(now) == there.date() else f"{there:%H:%M %d/%m/%Y}"
