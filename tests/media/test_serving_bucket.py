"""Files in a bucket under the same addresses: streamed by Python, kept in slices by nginx."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.serving import make_server

from elearn import clock, media
from elearn.media import nginx
from elearn.media.nginx import Files, Site
from elearn.media.serving import Door
from tests.media import webserver

CONTENT = bytes(range(256)) * 10_000  # Three slices of a megabyte, the last one half full.
SIZE = len(CONTENT)
SECRET = "a secret of a house with a bucket"


def _nothing(_environ: Any, start_response: Any) -> tuple[bytes, ...]:
    start_response("404 Not Found", [("Content-Length", "0")])
    return ()


@pytest.fixture
def address(bucket, tmp_path):
    """Where somebody fetches a film that lies in the bucket."""
    path = tmp_path / "film.mp4"
    path.write_bytes(CONTENT)
    permit = media.Permit(7, 12, clock.now() + timedelta(hours=2))
    return media.file_address(SECRET, permit, bucket.keep(path).sha256, "240p.mp4")


@contextmanager
def python(store) -> Iterator[str]:
    """Run the door alone, on the bucket; give its address."""
    server = make_server("127.0.0.1", 0, Door(_nothing, lambda: (SECRET, store)), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def ask(server, path, method="GET", **headers):
    with closing(http.client.HTTPConnection(server, timeout=60)) as connection:
        connection.request(method, path, headers={"Connection": "close", **headers})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers


RANGES = ["bytes=0-83999", "bytes=1048000-1049000", f"bytes={SIZE - 5}-", "bytes=-1500000"]


def test_python_streams_from_a_bucket(bucket, address):
    with python(bucket) as server:
        assert ask(server, address)[:2] == (200, CONTENT)
        assert ask(server, address, "HEAD")[2]["Content-Length"] == str(SIZE)
        assert ask(server, address, Range="bytes=1048000-1049000")[1] == CONTENT[1048000:1049001]
        assert ask(server, address, Range=f"bytes={SIZE}-")[0] == 416


def test_nginx_fetches_each_megabyte_once_and_checks_each_time(bucket, address, tmp_path):
    prefix = tmp_path / "nginx"
    with webserver.listening() as listener, python(bucket) as behind:
        host, port = listener.getsockname()
        site = Site(host, f"{host}:{port}", behind, prefix)
        files = Files(None, cache=prefix / "cache")
        made = nginx.configuration(site, files, secret_key=SECRET, upload_limit_mb=2048)
        with webserver.serving(made, prefix, listener):
            server = f"{host}:{port}"
            first = [ask(server, address, Range=wanted)[:2] for wanted in RANGES]
            expected = [ask(behind, address, Range=wanted)[:2] for wanted in RANGES]
            bucket.discard(address.split("/")[6])
            again = [ask(server, address, Range=wanted)[:2] for wanted in RANGES]
            whole = ask(server, address)
            altered = ask(server, address.replace("/12/", "/13/"))
            elsewhere = ask(server, address, **{"Sec-Fetch-Site": "cross-site"})

    assert first == expected == again
    assert whole[:2] == (200, CONTENT)
    assert whole[2]["Cache-Control"] == "private, max-age=86400, immutable"
    assert (altered[0], elsewhere[0]) == (404, 403)
