"""`elearn media nginx`: the configuration of the web server that stands in front."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from elearn.cli import Installation
from elearn.media import nginx
from elearn.media.nginx import Files, Site
from elearn.storage import Directory

_CERTIFICATES = "/etc/letsencrypt/live/{name}"
_PATH = click.Path(path_type=Path)


@click.command("nginx")
@click.option("--listen", default="", help="Mặc định: 443 ssl http2; không có HTTPS thì 80.")
@click.option("--upstream", default="127.0.0.1:8000", show_default=True, help="Nơi elearn nghe.")
@click.option("--certificates", type=_PATH, help="Thư mục có fullchain.pem và privkey.pem.")
@click.option("--logs", type=_PATH, default=Path("/var/log/nginx"), show_default=True)
@click.option("--cache", type=_PATH, default=Path("/var/cache/nginx/elearn"), show_default=True)
@click.pass_obj
def nginx_(here: Installation, /, cache: Path, **told: Any) -> None:
    """In cấu hình nginx của hệ thống này. Trong đó có khóa: chỉ để root đọc được."""
    settings, store = here.settings, here.store
    folder = store.folder if isinstance(store, Directory) else None
    click.echo(
        nginx.configuration(
            _site(settings.public_url, **told),
            Files(folder.resolve() if folder else None, cache),
            secret_key=settings.secret_key,
            upload_limit_mb=settings.upload_limit_mb,
        )
    )


def _site(address: str, **told: Any) -> Site:
    """Return the site at an address that people know; with HTTPS it needs a certificate."""
    parts = urlsplit(address)
    name, is_safe = parts.hostname or "_", parts.scheme == "https"
    folder = told["certificates"] or Path(_CERTIFICATES.format(name=name))
    return Site(
        name,
        told["listen"] or ("443 ssl http2" if is_safe else "80"),
        told["upstream"],
        told["logs"],
        folder / "fullchain.pem" if is_safe else None,
        folder / "privkey.pem" if is_safe else None,
    )
