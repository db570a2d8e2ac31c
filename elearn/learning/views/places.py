"""Where the page of a lecture finds what belongs to its film: on this server, or on the phone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import url_for

from elearn import media
from elearn.media import ShownSlide
from elearn.web import here

_PERMIT_LASTS = timedelta(hours=12)  # An evening's study, with a pause.


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses of what is shown with a film; the captions by their language."""

    poster: str
    storyboard: str
    captions: Mapping[str, str]
    slides: Sequence[str]


def permit_for(film: media.Playable, person_id: int, now: datetime) -> media.Permit:
    """Return a permit that keeps its address for an hour, so that a reload costs no megabyte."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    return media.Permit(film.version_id, person_id, hour + _PERMIT_LASTS)


def places_under(
    permit: media.Permit, token: str, film: media.Playable, slides: Sequence[ShownSlide]
) -> Places:
    """Return where the holder of a permit finds things; the permit itself is the token."""
    key = here().settings.secret_key
    spoken = [one.language for one in film.captions]
    return Places(
        poster=url_for("media.poster", token=token),
        storyboard=url_for("media.storyboard", token=token),
        captions={one: url_for("media.captions", token=token, language=one) for one in spoken},
        slides=[media.file_address(key, permit, one.sha256, "slide.webp") for one in slides],
    )
