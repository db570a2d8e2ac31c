"""The letter itself: what a notice says, in the reader's language, and where one goes on."""

from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

from elearn.config import Settings
from elearn.notices.models import Letter, Notice
from elearn.notices.rules import code_of, text_of, title_of
from elearn.text import Message, msg, nfc

_FOLDER = Path(__file__).parents[1] / "translations"
_CODE_TITLE = msg("Mã xác nhận địa chỉ e-mail: %(code)s")
_CODE_TEXT = msg(
    "Gõ mã %(code)s ở trang Thông báo để nhận thông báo qua e-mail. Mã dùng được trong một giờ."
    "\n\nNếu không phải anh/chị gõ địa chỉ này, bỏ qua thư này: sẽ không có thư nào nữa."
)
_OPEN = msg("Mở: %(address)s")
_STOP = msg("Không muốn nhận thư nữa thì bỏ địa chỉ ở trang Thông báo: %(address)s")


@cache
def _translations(language: str) -> NullTranslations:
    return Translations.load(_FOLDER, [language])


def letter_of(letter: Letter, settings: Settings) -> EmailMessage:
    """Return a letter as it is handed in; the same one has the same id each time it is tried.

    :raise ValueError: if no letter can be sent to such an address.
    """
    title, body = _words(letter, settings)
    written = EmailMessage()
    written["From"] = settings.mail_from
    written["To"] = letter.address
    written["Subject"] = nfc(title)  # A head is one line.
    written["Date"] = format_datetime(letter.written_at)
    written["Message-ID"] = f"<letter-{letter.id}@{_host(settings.mail_from)}>"
    written["Auto-Submitted"] = "auto-generated"
    written.set_content(body, charset="utf-8", cte="base64")
    return written


def _host(address: str) -> str:
    return address.rpartition("@")[2].strip("> ")


def _words(letter: Letter, settings: Settings) -> tuple[str, str]:
    if letter.notice is None:
        code = code_of(settings.secret_key, letter.person_id, letter.address, letter.written_at)
        return _in(letter, msg(_CODE_TITLE.template, code=code)), _in(
            letter, msg(_CODE_TEXT.template, code=code)
        )
    return _told(letter, letter.notice, settings)


def _told(letter: Letter, notice: Notice, settings: Settings) -> tuple[str, str]:
    title = _in(letter, title_of(notice.kind, notice.details))
    parts = [title + ".", _in(letter, text_of(notice.kind, notice.details))]
    if notice.link:
        parts.append(_in(letter, msg(_OPEN.template, address=settings.public_url + notice.link)))
    stop = f"{settings.public_url}/notices"
    parts += ["-- ", _in(letter, msg(_STOP.template, address=stop))]
    return title, "\n\n".join(parts) + "\n"


def _in(letter: Letter, words: Message) -> str:
    return words.told(_translations(letter.language).gettext)
