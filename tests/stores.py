"""Stores of both kinds for tests: a directory, and a bucket of a real S3 server on this machine."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from elearn.storage import Access, Bucket, Directory, Store

ROOT = Path(__file__).resolve().parents[1]
BUCKET = "films"
LONG_AGO = 1_600_000_000
KEY = "S3RVER"  # The server's only one, and its secret.
#: It listens at a port of its own choice, tells it, and ends when its input does.
_SERVER = """
const S3rver = require("s3rver");
const options = {
  directory: process.argv[1], address: "127.0.0.1", port: 0, silent: true,
  vhostBuckets: false, configureBuckets: [{ name: process.argv[2] }],
};
new S3rver(options).run((problem, place) => {
  if (problem) throw problem;
  console.log(place.port);
});
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
"""


@dataclass(frozen=True, slots=True)
class S3Server:
    """A server of one bucket, and the folder it keeps its objects in."""

    endpoint: str
    folder: Path

    def store(self, cache: Path, *, prefix: str = "", cache_mb: int = 100) -> Bucket:
        """Open a store in the bucket, with its copies in a folder."""
        access = Access(KEY, KEY, self.endpoint, cache=cache, cache_mb=cache_mb)
        return Bucket(BUCKET, prefix, access)

    def environment(self, prefix: str = "") -> dict[str, str]:
        """Return the settings of an installation that keeps its files here."""
        return {
            "ELEARN_STORAGE_URL": f"s3://{BUCKET}/{prefix}".rstrip("/"),
            "ELEARN_STORAGE_ACCESS_KEY": KEY,
            "ELEARN_STORAGE_SECRET_KEY": KEY,
            "ELEARN_STORAGE_ENDPOINT": self.endpoint,
        }


@contextmanager
def s3_server(folder: Path) -> Iterator[S3Server]:
    """Run an S3 server over a folder; it ends with the block, or with this process."""
    command = ["node", "-e", _SERVER, str(folder), BUCKET]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        port = process.stdout.readline().strip() if process.stdout else ""
        if not port:
            raise RuntimeError("the S3 server did not start")
        try:
            yield S3Server(f"http://127.0.0.1:{port}", folder)
        finally:
            process.communicate()


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """The run's S3 server."""
    with s3_server(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def bucket(s3: S3Server, tmp_path: Path) -> Bucket:
    """A store of the test's own in the bucket."""
    return s3.store(tmp_path / "cache", prefix=uuid4().hex)


@pytest.fixture(params=["directory", "bucket"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A store of each kind in turn."""
    if request.param == "directory":
        return Directory(tmp_path / "files")
    bucket: Bucket = request.getfixturevalue("bucket")
    return bucket


def make_old(store: Store, s3: S3Server | None = None) -> None:
    """Let everything in a store seem to have been kept long ago."""
    for path in _folder(store, s3).rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def spoil(store: Store, s3: S3Server | None, sha256: str, data: bytes) -> None:
    """Put other bytes under the name of a file, as a failing disk might."""
    found = _folder(store, s3).rglob(f"{sha256}*")
    [path] = [one for one in found if one.name.endswith((sha256, "_object"))]
    path.write_bytes(data)


def _folder(store: Store, s3: S3Server | None) -> Path:
    """Return where the bytes of a store lie on this machine, of a bucket too."""
    if isinstance(store, Bucket) and s3:
        return s3.folder / BUCKET / store.prefix
    if isinstance(store, Directory):
        return store.folder
    raise TypeError(store)
