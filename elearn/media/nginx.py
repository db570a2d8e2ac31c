"""nginx: the configuration by which it checks signed addresses itself and hands out the files.

What it refuses and what it says of a file is what `elearn.media.serving` does; a test asks both.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from elearn.errors import Refusal
from elearn.media import addresses
from elearn.media.serving.replies import KEEP
from elearn.text import msg

_DATA = Path(__file__).parent / "data"
_PLACE = re.compile(r"@([a-z_]+)@")
_PLAIN = re.compile(r"[^\s\"'{};$\\@]+")
_ZONE = "levels=2:2 keys_zone=elearn_files:16m inactive=30d"


@dataclass(frozen=True, slots=True)
class Site:
    """What nginx stands in front of, and under which name."""

    name: str
    #: "443 ssl http2", or an address and a port.
    listen: str
    upstream: str
    logs: Path
    certificate: Path | None = None
    certificate_key: Path | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """Where files lie: in a folder of this machine, or in a bucket of which one is a copy."""

    folder: Path | None
    cache: Path = Path("/var/cache/nginx/elearn")
    cache_size: str = "20g"


def configuration(site: Site, files: Files, *, secret_key: str, upload_limit_mb: int) -> str:
    """Return the whole configuration of a site.

    :raise Refusal: if a name or a path holds a sign that nginx would read as its own.
    """
    told = {
        **_site(site),
        **_files(files),
        "key": addresses.key_of(secret_key),
        "upload_limit": str(upload_limit_mb),
        "until": addresses.UNTIL,
        "person": addresses.PERSON,
        "mac": addresses.MAC,
        "file": addresses.FILE,
    }
    return _filled("nginx.conf", told)


def _site(site: Site) -> dict[str, str]:
    lines = [f"    listen {_listening(site.listen)};"]
    for word, path in (
        ("ssl_certificate", site.certificate),
        ("ssl_certificate_key", site.certificate_key),
    ):
        if path:
            lines.append(f"    {word} {_plain(path)};")
    return {
        "name": _plain(site.name),
        "listen": "\n".join(lines),
        "upstream": _plain(site.upstream),
        "logs": _plain(site.logs),
    }


def _files(files: Files) -> dict[str, str]:
    if files.folder is None:
        size = _plain(files.cache_size)
        shared = f"proxy_cache_path {_plain(files.cache)} {_ZONE} max_size={size};"
        return {"shared": shared, "bytes": _filled("nginx-bucket.conf", {})}
    types = " ".join(f"{kind} {ending};" for ending, kind in addresses.MEDIA_TYPES.items())
    told = {"folder": _plain(files.folder), "types": types, "keep": KEEP}
    return {"shared": "", "bytes": _filled("nginx-directory.conf", told)}


def _filled(name: str, told: dict[str, str]) -> str:
    text = (_DATA / name).read_text().rstrip("\n")
    return _PLACE.sub(lambda place: told[place[1]], text)


def _listening(words: str) -> str:
    return " ".join(_plain(word) for word in words.split())


def _plain(value: str | Path) -> str:
    if not _PLAIN.fullmatch(str(value)):
        raise Refusal(msg("nginx không nhận “%(value)s”: bỏ dấu cách và dấu riêng.", value=value))
    return str(value)
