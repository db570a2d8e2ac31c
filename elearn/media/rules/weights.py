"""In what forms a film is kept to be played: pictures with sound, and sound alone in two ways."""

from enum import StrEnum


class RenditionKind(StrEnum):
    """What a rendition holds."""

    VIDEO = "video"
    #: Plays everywhere.
    SOUND_AAC = "sound_aac"
    #: A third lighter; an old iPhone does not play it.
    SOUND_OPUS = "sound_opus"

    @property
    def media_type(self) -> str:
        return "video/mp4" if self is RenditionKind.VIDEO else "audio/mp4"


AUDIO = "audio"
OPUS = "opus"
SOUND_NAMES = {RenditionKind.SOUND_AAC: AUDIO, RenditionKind.SOUND_OPUS: OPUS}
