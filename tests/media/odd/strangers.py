"""Files that are no films: lists of films, pictures, documents, and what points at others."""

import zlib
from pathlib import Path

from tests.media.odd.bait import Bait
from tests.media.odd.making import Recipe, ffmpeg, refused, written

_MPD = (
    '<?xml version="1.0"?>\n<MPD><Period><AdaptationSet><Representation><BaseURL>'
    "DOOR/a.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>"
)


def _pointing(text: str) -> Recipe:
    """Return the recipe of a text that points at the canary and at the door."""

    def cook(folder: Path, target: Path) -> None:
        bait = Bait.in_(folder)
        target.write_text(text.replace("CANARY", str(bait.canary)).replace("DOOR", bait.door))

    return cook


def _still(_folder: Path, target: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-frames:v", "1", str(target))


STRANGERS = (
    refused("list.m3u8", "HLS", _pointing("#EXTM3U\n#EXTINF:4,\nDOOR/a.ts\nCANARY\n")),
    refused("list.mp4", "HLS called MP4", _pointing("\n#EXTM3U\n#EXTINF:4,\nCANARY\n")),
    refused(
        "key.ts",
        "HLS with a key elsewhere",
        _pointing('#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="DOOR/k"\n#EXTINF:4,\ncrypto:CANARY\n'),
    ),
    refused("concat.mkv", "a list of files", _pointing("ffconcat version 1.0\nfile CANARY\n")),
    refused("dash.mpd", "DASH", _pointing(_MPD)),
    refused(
        "call.sdp",
        "an address to call",
        _pointing("v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n"),
    ),
    refused("subfile.mp4", "an address of a part", _pointing("subfile,,start,0,end,99,,:CANARY")),
    refused(
        "data.mp4",
        "an address that is the file",
        _pointing("data:video/mp4;base64,AAAAIGZ0eXBpc29t"),
    ),
    refused("still.gif", "a picture", _still),
    refused(
        "still.avif.mp4",
        "a picture in the box of a film",
        written(b"\0\0\0\x18ftypavif\0\0\0\0avifmif1" + bytes(2000)),
    ),
    refused("nothing.mp4", "nothing", written(b"")),
    refused("noise.mp4", "noise", written(zlib.compress(bytes(range(256)) * 99, 9)[::-1] * 40)),
    refused("slides.pptx", "slides", written(b"PK\3\4\x14\0\6\0" + bytes(3000))),
    refused(
        "page.mp4",
        "a saved page",
        written(b"<!DOCTYPE html>\n<html><head><title>Video</title>" + b" " * 999),
    ),
    refused(
        "project.mlt",
        "a project of an editor",
        written(b'<?xml version="1.0"?>\n<mlt><producer/></mlt>'),
    ),
    refused(
        "captions.srt", "captions", written("1\n00:00:00,500 --> 00:00:01,500\nXin chào\n".encode())
    ),
    refused("program.mp4", "a program", written(b"MZ\x90\0" + bytes(3000))),
    refused(
        "real.rm", "RealMedia", written(b".RMF\0\0\0\x12\0\1\0\0\0\0\0\0\0\6PROP" + bytes(3000))
    ),
)
