"""What is done to sound: one channel, no holes, and every film as loud as the next."""

from collections.abc import Sequence
from typing import Any

import ffmpeg

from elearn.media.ffmpeg.ladder import SAMPLE_RATE
from elearn.media.ffmpeg.loudness import Loudness
from elearn.media.ffmpeg.probe import Probe

# The loudness of speech on phones (EBU R 128 s2, Apple, Spotify); broadcasting's −23 is too quiet
# for a phone held out in a yard. What is all but silent is not blown up into noise.
TARGET_LUFS = -16.0
MOST_GAIN_DB = 20.0
HIGHEST_PEAK_DB = -1.5


def sounds(file: Any, probe: Probe, loudness: Loudness | None, rates: Sequence[int]) -> list[Any]:
    """Return the sound in one channel at one loudness, once in each of these sampling rates.

    Silence where the source has none, and not nothing: players stumble over a film without sound.
    """
    split = _levelled(_mono(file, probe), loudness).filter("apad")
    split = split.filter_multi_output("asplit", len(rates))
    return [
        split[number] if rate == SAMPLE_RATE else split[number].filter("aresample", rate)
        for number, rate in enumerate(rates)
    ]


def _mono(file: Any, probe: Probe) -> Any:
    if probe.sound is None:
        silence = f"anullsrc=channel_layout=mono:sample_rate={SAMPLE_RATE}"
        return ffmpeg.input(silence, f="lavfi").audio
    # `async` fills the holes of broken recordings, so that speech stays with the lips.
    stream = file[str(probe.sound.track)].filter(
        "aresample", SAMPLE_RATE, **{"async": 1, "first_pts": 0}
    )
    return stream.filter("aformat", channel_layouts="mono")


def _levelled(stream: Any, loudness: Loudness | None) -> Any:
    """Return the sound as loud as all other films; a limiter only where peaks would be cut off."""
    if loudness is None:
        return stream
    gain = max(-MOST_GAIN_DB, min(MOST_GAIN_DB, TARGET_LUFS - loudness.lufs))
    stream = stream.filter("volume", f"{gain:.2f}dB")
    if loudness.peak_db + gain <= HIGHEST_PEAK_DB:
        return stream
    return stream.filter("alimiter", limit=round(10 ** (HIGHEST_PEAK_DB / 20), 4), level=0)
