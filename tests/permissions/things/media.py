"""Films that the branch's instructor uploaded, their bytes in the store."""

from datetime import timedelta

from elearn import media
from elearn.media import MediumVersion, VersionState, previews
from elearn.media.models import Preview, Storyboard
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
    make.slide_set(branch.db, version, 0, 5000)
    sheet = {"tile_width": 160, "tile_height": 90, "columns": 10, "tiles": 10}
    branch.db.add(Storyboard(version_id=version.id, file_id=file.id, interval_ms=10_000, **sheet))
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


@thing("preview_id")
def preview_id(branch: Branch) -> int:
    """A link for reviewers that holds."""
    maker = branch["instructor"].person_id
    made = Preview(version_id=branch["version_id"], note="Chị Hoa", created_by_id=maker)
    made.created_at, made.expires_at = NOW, NOW + timedelta(days=7)
    branch.db.add(made)
    branch.db.flush()
    return made.id


@thing("word")
def preview_word(branch: Branch) -> str:
    return previews.word_of(SECRET_KEY, branch["preview_id"])


@sends("media.make_preview")
def make_preview(branch: Branch) -> Sent:
    return Sent(data={"note": "Chị Hoa", "days": 7})


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


@thing("media.number")
def slide_number(branch: Branch) -> int:
    return 1


@sends("media.save_slides")
def save_slides(branch: Branch) -> Sent:
    return Sent(data={"seen": 1, "at-1": "0:00", "at-2": "0:06"})


@sends("media.restore_slides")
def restore_slides(branch: Branch) -> Sent:
    return Sent(data={"number": 1})
