"""Films that the branch's instructor uploaded, their bytes in the store."""

from datetime import timedelta

from elearn import media
from elearn.media import MediumVersion, VersionState
from elearn.storage import remember
from tests.make import media as make
from tests.permissions.branches import NOW, SECRET_KEY, Branch, Sent, sends, thing

_CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nChào các chị.\n".encode()


@thing("film")
def film(branch: Branch) -> MediumVersion:
    """A film that can be played."""
    path = branch.folder / "film.mp4"
    path.write_bytes(branch.name.encode() * 100)
    file = remember(branch.db, branch.store, path, media_type="video/mp4", now=NOW)
    medium = make.medium(branch.db, created_by_id=branch["instructor"].person_id)
    version = make.medium_version(branch.db, medium, seconds=100, poster_id=file.id)
    make.rendition(branch.db, version, "240p", file_id=file.id)
    make.caption(branch.db, version)
    return version


@thing("medium_id")
def medium_id(branch: Branch) -> int:
    return int(branch["film"].medium_id)


@thing("version_id")
def version_id(branch: Branch) -> int:
    return int(branch["film"].id)


@thing("media.retry.version_id")
def failed_version_id(branch: Branch) -> int:
    """A film that could not be prepared."""
    medium = make.medium(branch.db, created_by_id=branch["instructor"].person_id)
    why = {"text": "Tệp này không mở được."}
    return make.medium_version(branch.db, medium, state=VersionState.FAILED, reason=why).id


@thing("learning.release.version_id")
def next_version_id(branch: Branch) -> int:
    """The second version of a film, that waits to be released."""
    medium = make.medium(branch.db, created_by_id=branch["instructor"].person_id)
    _first, second = (make.medium_version(branch.db, medium, number=one) for one in (1, 2))
    return int(second.id)


@thing("learning.give_release.version_id")
def next_version_given(branch: Branch) -> int:
    return int(next_version_id(branch))


@thing("media.token")
def permit(branch: Branch) -> str:
    until = NOW + timedelta(hours=2)
    return media.permit(SECRET_KEY, branch["version_id"], branch["person_id"], until=until)


@thing("media.name")
def rendition(branch: Branch) -> str:
    return "240p"


@thing("language")
def language(branch: Branch) -> str:
    return "vi"


@sends("media.add_captions")
def add_captions(branch: Branch) -> Sent:
    return Sent(data={"language": "en"}, files={"captions": (_CAPTIONS, "loi.vtt")})


@thing("media.kind")
def caption_kind(branch: Branch) -> str:
    return "srt"


@sends("media.save_captions")
def save_captions(branch: Branch) -> Sent:
    return Sent(data={"revision": 1, "text": _CAPTIONS.decode()})


@sends("media.remove_captions")
def remove_captions(branch: Branch) -> Sent:
    return Sent(data={"revision": 1})
