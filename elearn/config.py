"""Settings: one frozen value, read once from ELEARN_*, loud about what it does not understand."""

import os
import re
import secrets
import shlex
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self
from urllib.parse import quote

from elearn.errors import Refusal
from elearn.text import msg

PREFIX = "ELEARN_"
_MAY_BE_NONE = {"trusted_proxies"}
_CHOICES = {"language": ("vi", "en")}
_ADDRESSES = {"public_url", "oidc_issuer"}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an operator may choose; each field is the setting ELEARN_<FIELD>."""

    home: Path
    database_url: str
    storage_url: str
    secret_key: str
    product_name: str = "Bồi dưỡng cơ sở"
    public_url: str = "http://localhost:8000"  # It is printed: what was printed never changes.
    language: str = "vi"
    secure_cookies: bool = False
    trusted_proxies: int = 0
    upload_limit_mb: int = 2048
    upload_person_gb: int = 500  # Her films and what she is sending.
    upload_total_gb: int = 5000
    upload_keep_days: int = 7  # An upload waits so long for its next bytes.
    report_interval_seconds: int = 60  # More, as load asks for it: up to 300.
    offline: bool = True  # No: phones forget the worker by which pages open without a line.
    job_lease_seconds: int = 30
    roster_keep_days: int = 30  # What a file of a roster says is needed to take it back.
    oidc_issuer: str = ""  # None: nobody signs in by way of another house.
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_name: str = "OpenID"
    web_workers: int = 2
    web_threads: int = 8  # For pages; films go out beside them.
    mail_url: str = ""  # Without one no letters are sent; notices stand in the product.
    mail_from: str = ""
    caption_command: str = ""  # None: no machine is asked to hear films and write captions.
    storage_access_key: str = ""  # These five are asked for by a bucket only.
    storage_secret_key: str = ""
    storage_endpoint: str = ""  # None: Amazon's own.
    storage_region: str = "us-east-1"
    storage_cache_mb: int = 8192

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Read the settings.

        :raise Refusal: if a setting is unknown or its value cannot be read.
        """
        given = {
            name.removeprefix(PREFIX).lower(): value
            for name, value in environment.items()
            if name.startswith(PREFIX) and not name.startswith("ELEARN_TEST_")
        }
        known = {field.name: field.type for field in fields(cls)}
        for name in given.keys() - known.keys():
            raise Refusal(msg("Không có thiết lập %(name)s.", name=PREFIX + name.upper()))
        _check_mail(given.get("mail_url", ""), given.get("mail_from", ""))
        _check_openid(given)
        _check_command(given.get("caption_command", ""))
        home = Path(given.pop("home", "var")).resolve()
        return cls(
            home=home,
            database_url=given.pop("database_url", f"sqlite:///{quote(str(home))}/elearn.sqlite3"),
            storage_url=given.pop("storage_url", f"file://{home}/files"),
            secret_key=given.pop("secret_key", "") or _kept_secret(home),
            **{name: _read(name, value, known[name]) for name, value in given.items()},  # type: ignore[arg-type]  # the field's own type decides
        )

    @property
    def temporary(self) -> Path:
        """Return the folder for files under way, on the same disk as what is kept."""
        folder = self.home / "tmp"
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def _read(name: str, value: str, kind: object) -> str | int | bool:
    if kind is int:
        return _number(name, value)
    if name in _ADDRESSES and not re.match(r"https?://[^/\s]", value):
        _refuse(name, value, "http://…, https://…")
    allowed = ("yes", "no") if kind is bool else _CHOICES.get(name)
    if allowed and value not in allowed:
        _refuse(name, value, ", ".join(allowed))
    return value == "yes" if kind is bool else value


def _check_command(command: str) -> None:
    """Refuse a command for captions that names no sound to hear, or whose quotes do not close."""
    try:
        words = shlex.split(command)
    except ValueError:
        words = [command]
    if command and not any("{sound}" in word for word in words[1:]):
        _refuse("caption_command", command, "/opt/phu-de {language} {sound}")


def _check_openid(given: Mapping[str, str]) -> None:
    """Refuse a provider that is named by half."""
    names = [f"oidc_{part}" for part in ("issuer", "client_id", "client_secret")]
    missing = [PREFIX + name.upper() for name in names if not given.get(name)]
    if 0 < len(missing) < len(names):
        raise Refusal(msg("Còn thiếu thiết lập %(names)s.", names=", ".join(missing)))


def _check_mail(url: str, sender: str) -> None:
    """Refuse a mail server that cannot be one, without saying its password."""
    if url and not re.fullmatch(r"smtps?://(?:[^@/\s]+@)?[^@/:\s]+(?::\d+)?/?", url):
        _refuse("mail_url", "…", "smtp://user:password@host:587, smtps://…")
    if url and not re.fullmatch(r"[^@\s]+@[^@\s]+", sender):
        _refuse("mail_from", sender, "hoi-phu-nu@vidu.vn")


def _number(name: str, value: str) -> int:
    least = 0 if name in _MAY_BE_NONE else 1
    if not value.isdecimal() or int(value) < least:
        _refuse(name, value, "0, 1, 2 …" if least == 0 else "1, 2, 3 …")
    return int(value)


def _refuse(name: str, value: str, allowed: str) -> None:
    raise Refusal(
        msg(
            "Thiết lập %(name)s không nhận giá trị “%(value)s”, chỉ nhận: %(allowed)s.",
            name=PREFIX + name.upper(),
            value=value,
            allowed=allowed,
        )
    )


def _kept_secret(home: Path) -> str:
    """Return this home's own secret, made at the first start and readable by its owner only."""
    path = home / "secret-key"
    home.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        own = home / f"secret-key-{secrets.token_hex(8)}"
        with open(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())  # After a power cut the name must not stand over nothing.
        with suppress(FileExistsError):  # Another process was quicker: its secret holds.
            path.hardlink_to(own)
        own.unlink()
    return path.read_text()
