"""Playlists as text; no ffmpeg."""

from elearn.media import hls
from elearn.media.hls import Segment, Variant

PLAYLIST = """#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-MAP:URI="240p.mp4",BYTERANGE="1370@0"
#EXTINF:4.000000,
#EXT-X-BYTERANGE:80000@1370
240p.mp4
#EXTINF:1.000000,
#EXT-X-BYTERANGE:20000@81370
240p.mp4
#EXT-X-ENDLIST
"""

LOW = Variant("240p.m3u8", 160_000, 120_000, "avc1.4d4015,mp4a.40.2", 426, 240)
HIGH = Variant("480p.m3u8", 500_000, 300_000, "avc1.4d401e,mp4a.40.2", 852, 480)


def test_the_segments_of_a_playlist_are_lengths_and_ranges():
    assert hls.segments(PLAYLIST) == (Segment(4.0, 80_000, 1370), Segment(1.0, 20_000, 81_370))


def test_the_head_is_what_the_map_says():
    assert hls.head_size(PLAYLIST) == 1370


def test_a_short_rest_at_the_end_is_no_peak():
    parts = (Segment(4.0, 40_000, 0), Segment(0.1, 9_000, 40_000))

    peak, average = hls.bandwidths(parts)

    assert peak == 80_000
    assert average == round(49_000 * 8 / 4.1)


def test_a_playlist_points_to_another_address_in_its_map_and_in_every_segment():
    moved = hls.pointing_to(PLAYLIST, "/elsewhere/240p.mp4?a=1")

    assert moved.count("/elsewhere/240p.mp4?a=1") == 3
    assert '#EXT-X-MAP:URI="/elsewhere/240p.mp4?a=1",BYTERANGE="1370@0"' in moved
    assert hls.segments(moved) == hls.segments(PLAYLIST)


def test_a_master_playlist_begins_with_the_lightest():
    text = hls.master([HIGH, LOW])

    assert text.index("240p.m3u8") < text.index("480p.m3u8")
    assert 'BANDWIDTH=500000,AVERAGE-BANDWIDTH=300000,CODECS="avc1.4d401e,mp4a.40.2"' in text
    assert "RESOLUTION=852x480" in text


def test_a_master_playlist_may_be_kept_below_a_height():
    assert "480p" not in hls.master([HIGH, LOW], highest=240)


def test_a_master_playlist_never_is_empty():
    assert "240p.m3u8" in hls.master([HIGH, LOW], highest=144)


def test_sound_alone_has_no_resolution():
    sound = Variant("audio.m3u8", 40_000, 33_000, "mp4a.40.2")

    assert "RESOLUTION" not in hls.master([sound])
