"""The ways to watch a lecture that somebody may choose from, and what each costs her line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import request, url_for

from elearn import media
from elearn.learning.offline.rules import Carried
from elearn.learning.rules import Form
from elearn.media import RenditionFacts, RenditionKind
from elearn.text import Message, msg
from elearn.web.preferences import is_saving

LEAST_SLIDES = 2  # One picture to all that is said is no slides.
_SLIDES = "slides"
#: From so many lines of picture on; the tallest first.
_PICTURES = (
    (720, msg("Rõ nhất, hợp với Wi-Fi")),
    (480, msg("Hình rõ, hợp với 4G khỏe")),
    (360, msg("Hình vừa, hợp với 4G")),
    (240, msg("Hình nhỏ, hợp với 3G")),
    (0, msg("Hình rất nhỏ, cho mạng yếu")),
)
_DETAILS = {
    "slides": msg("Đủ nội dung, hợp với 3G"),
    "sound": msg("Nghe như đài, nhẹ nhất"),
}


@dataclass(frozen=True, slots=True)
class Opus:
    """The same sound, lighter, for browsers that play it: what the whole costs, where it plays."""

    size: int
    url: str


@dataclass(frozen=True, slots=True)
class Weight:
    """One way to watch: what it is called, what it costs, and where it plays from."""

    name: str
    title: Message
    detail: Message
    form: Form
    size: int
    url: str
    #: The one file of it, for a browser without script.
    plain_url: str
    opus: Opus | None = None

    @property
    def icon(self) -> str:
        return str(self.form)

    @property
    def media_type(self) -> str:
        return "video/mp4" if self.form is Form.VIDEO else "audio/mp4"


def weights_of(film: media.Playable, token: str) -> list[Weight]:
    """Return the ways to watch a film, the heaviest first."""
    videos = [_video(one, token) for one in film.videos]
    return [*videos, *_with_sound_alone(film, token)]


def as_fetched(weights: list[Weight], beside: Mapping[str, int]) -> list[Weight]:
    """Return the ways as a phone fetches them: with what is carried beside each file."""
    return [_with(one, beside) for one in weights]


def _with(one: Weight, beside: Mapping[str, int]) -> Weight:
    light = one.opus
    if light is not None:
        light = replace(light, size=light.size + beside[Carried(one.name, is_opus=True).rendition])
    return replace(one, size=one.size + beside[Carried(one.name).rendition], opus=light)


def chosen(film: media.Playable, weights: list[Weight]) -> Weight:
    """Return the weight she chose last, or the lightest in which slides can be read.

    Who saves data is given slides and sound whatever was chosen when there was no need to; asked
    for by name, another weight is played all the same.
    """
    by_name = {weight.name: weight for weight in weights}
    if (asked := request.args.get("weight")) in by_name:
        return by_name[asked]
    if is_saving():
        return lightest(film, weights)
    remembered = request.cookies.get("weight") or film.first_choice.name
    return by_name.get(remembered) or by_name.get(film.first_choice.name, weights[-1])


def lightest(film: media.Playable, weights: list[Weight]) -> Weight:
    """Return the lightest weight in which what is shown can be read."""
    by_name = {weight.name: weight for weight in weights}
    return by_name.get(_SLIDES) or by_name.get(film.first_choice.name, weights[-1])


def _video(one: RenditionFacts, token: str) -> Weight:
    return Weight(
        name=one.name,
        title=msg("Video %(height)sp", height=one.height),
        detail=next(told for least, told in _PICTURES if (one.height or 0) >= least),
        form=Form.VIDEO,
        size=one.size,
        url=url_for("media.master", token=token, max=one.height),
        plain_url=url_for("media.rendition", token=token, name=one.name),
    )


def _with_sound_alone(film: media.Playable, token: str) -> Iterator[Weight]:
    sounds = {one.kind: one for one in film.sounds}
    if RenditionKind.SOUND_AAC not in sounds:
        return
    aac, opus = sounds[RenditionKind.SOUND_AAC], sounds.get(RenditionKind.SOUND_OPUS)
    if film.slides and film.slides.count >= LEAST_SLIDES:
        title = msg("Trang chiếu + tiếng")
        yield _sound(_SLIDES, title, Form.SLIDES, _Sounds(token, aac, opus, film.slides.size))
    yield _sound(aac.name, msg("Chỉ tiếng"), Form.SOUND, _Sounds(token, aac, opus))


@dataclass(frozen=True, slots=True)
class _Sounds:
    """What is heard, in both ways, and what comes with it."""

    token: str
    aac: RenditionFacts
    opus: RenditionFacts | None
    with_it: int = 0

    def playlist(self, one: RenditionFacts) -> str:
        return url_for("media.playlist", token=self.token, name=one.name)


def _sound(name: str, title: Message, form: Form, sounds: _Sounds) -> Weight:
    aac, opus = sounds.aac, sounds.opus
    return Weight(
        name=name,
        title=title,
        detail=_DETAILS[form],
        form=form,
        size=aac.size + sounds.with_it,
        url=sounds.playlist(aac),
        plain_url=url_for("media.rendition", token=sounds.token, name=aac.name),
        opus=Opus(opus.size + sounds.with_it, sounds.playlist(opus)) if opus else None,
    )
