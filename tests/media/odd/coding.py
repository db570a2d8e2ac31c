"""Films as cameras, telephones and programs code them."""

from pathlib import Path

from tests.media.odd.making import (
    AAC,
    H264,
    MP4,
    Odd,
    beeps,
    ffmpeg,
    film,
    flashes,
    pictures,
    sound,
)

_X265 = ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params")
_PQ = "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:hdr10=1"
_HLG = "log-level=none:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc"
_QUICK_VP = ("-deadline", "realtime", "-cpu-used", "8")
_SRT = (
    "1\n00:00:00,500 --> 00:00:01,500\nXin chào các chị\n\n2\n00:00:02,000 --> 00:00:03,500\n{}\n"
)
_MARKS = (
    ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=Mở đầu\n"
    "[CHAPTER]\nTIMEBASE=1/1000\nSTART=2000\nEND=4000\ntitle=Nội dung chính\n"
)


def _with_words(_folder: Path, target: Path) -> None:
    texts = []
    for language, line in (("vie", "Hôm nay ta học"), ("eng", "Today we learn")):
        path = target.with_suffix(f".{language}.srt")
        path.write_text(_SRT.format(line))
        texts.append(path)
    marks = target.with_suffix(".marks")
    marks.write_text(_MARKS)
    words = ("-c:s", "mov_text" if target.suffix == ".mp4" else "subrip")
    languages = ("-metadata:s:s:0", "language=vie", "-metadata:s:s:1", "language=eng")
    inputs = [part for path in (*texts, marks) for part in ("-i", str(path))]
    maps = [part for number in range(4) for part in ("-map", str(number))]
    ffmpeg(
        *(*flashes(), *beeps(), *inputs, *maps, "-map_metadata", "4", *MP4),
        *(*words, *languages, *_attached(target), str(target)),
    )


def _attached(target: Path) -> tuple[str, ...]:
    if target.suffix != ".mkv":
        return ()
    letter = target.with_suffix(".ttf")
    letter.write_bytes(b"\0\1\0\0" + bytes(200))
    return ("-attach", str(letter), "-metadata:s:t", "mimetype=application/x-truetype-font")


def _with_sleeve(_folder: Path, target: Path) -> None:
    sleeve = target.with_suffix(".jpg")
    ffmpeg("-f", "lavfi", "-i", "color=red:s=64x64:d=1", "-frames:v", "1", str(sleeve))
    maps = ("-map", "0", "-map", "1", "-map", "2", "-disposition:v:0", "attached_pic")
    ffmpeg(
        "-i",
        str(sleeve),
        *flashes(),
        *beeps(),
        *maps,
        *MP4,
        "-bf",
        "0",
        "-c:v:0",
        "mjpeg",
        str(target),
    )


CODING = (
    Odd("vp8.webm", "VP8, Vorbis", film("-c:v", "libvpx", *_QUICK_VP, "-c:a", "libvorbis")),
    Odd("vp9.webm", "VP9, Opus", film("-c:v", "libvpx-vp9", *_QUICK_VP, "-c:a", "libopus")),
    Odd("av1.mkv", "AV1, Opus", film("-c:v", "libsvtav1", "-preset", "12", "-c:a", "libopus")),
    Odd("hevc.mp4", "HEVC", film(*_X265, "log-level=none", *AAC)),
    Odd("pq.mkv", "HEVC in 10 bit, HDR (PQ)", film(*_X265, _PQ, "-pix_fmt", "yuv420p10le", *AAC)),
    Odd("hlg.mp4", "HEVC in 10 bit, HLG", film(*_X265, _HLG, "-pix_fmt", "yuv420p10le", *AAC)),
    Odd("high10.mkv", "H.264 in 10 bit 4:4:4", film(*MP4, "-pix_fmt", "yuv444p10le")),
    Odd(
        "interlaced.ts",
        "MPEG-2 in half pictures, MP2",
        film(
            "-c:v",
            "mpeg2video",
            "-flags",
            "+ilme+ildct",
            "-vf",
            "setfield=tff",
            "-b:v",
            "1M",
            "-c:a",
            "mp2",
        ),
    ),
    Odd(
        "interlaced.mkv",
        "H.264 in half pictures",
        film(*MP4, "-flags", "+ilme+ildct", "-x264opts", "tff=1", "-vf", "setfield=tff", rate=25),
    ),
    Odd(
        "odd-size.mkv",
        "321 × 181, FFV1, PCM",
        film("-c:v", "ffv1", "-pix_fmt", "yuv444p", "-c:a", "pcm_s24le", size="321x181"),
    ),
    Odd(
        "anamorphic.mp4",
        "pixels wider than tall",
        film(*MP4, "-vf", "setsar=16/11", size="180x144"),
    ),
    Odd(
        "alpha.webm",
        "VP9 that lets light through",
        film("-c:v", "libvpx-vp9", *_QUICK_VP, "-pix_fmt", "yuva420p", "-c:a", "libopus"),
    ),
    Odd(
        "alpha.mov",
        "ProRes 4444, PCM",
        film(
            "-c:v",
            "prores_ks",
            "-profile:v",
            "4444",
            "-pix_fmt",
            "yuva444p10le",
            "-c:a",
            "pcm_s16le",
        ),
    ),
    Odd(
        "animation.mov",
        "QuickTime Animation with alpha",
        film("-c:v", "qtrle", "-pix_fmt", "argb", "-c:a", "pcm_s16be"),
    ),
    Odd("sleeve.mp4", "a picture on the sleeve before the film", _with_sleeve),
    Odd(
        "timecode.mov",
        "a data track with the camera's clock",
        film(*MP4, "-timecode", "10:00:00:00"),
    ),
    Odd("surround.mp4", "sound in 5.1", film(*MP4, channels="5.1")),
    Odd("surround.mkv", "E-AC-3 in 5.1", film(*H264, "-c:a", "eac3", channels="5.1")),
    Odd(
        "flash.flv",
        "Sorenson Spark, MP3",
        film("-c:v", "flv", "-c:a", "libmp3lame", "-ar", "44100"),
    ),
    Odd(
        "phone.3gp",
        "MPEG-4 at 176 × 144, AAC at 16 kHz",
        film("-c:v", "mpeg4", "-c:a", "aac", "-ar", "16000", "-ac", "1", size="176x144", rate=15),
    ),
    Odd(
        "xvid.avi",
        "MPEG-4 with B pictures, MP3",
        film("-c:v", "mpeg4", "-bf", "2", "-c:a", "libmp3lame"),
    ),
    Odd("motion.avi", "Motion JPEG, PCM", film("-c:v", "mjpeg", "-c:a", "pcm_s16le")),
    Odd("window.wmv", "WMV 2, WMA", film("-c:v", "wmv2", "-c:a", "wmav2", "-f", "asf")),
    Odd("free.ogv", "Theora, Vorbis", film("-c:v", "libtheora", "-c:a", "libvorbis")),
    Odd("tape.dv", "DV tape", film("-target", "pal-dv", size="720x576")),
    Odd(
        "studio.mxf",
        "MXF, MPEG-2, PCM",
        film("-c:v", "mpeg2video", "-c:a", "pcm_s16le", "-ar", "48000"),
    ),
    Odd("words.mkv", "captions in two languages, chapters, a letter", _with_words),
    Odd("words.mp4", "captions and chapters in MP4", _with_words),
    Odd("deaf.mp4", "no sound", pictures(*H264), has_beeps=False),
    Odd(
        "voice.wav",
        "8 kHz, one channel",
        sound("-c:a", "pcm_mulaw", rate=8000, channels="mono"),
        has_beeps=False,
    ),
    Odd("voice.mp3", "MP3", sound("-c:a", "libmp3lame"), has_beeps=False),
    Odd("voice.flac", "FLAC, 96 kHz", sound("-c:a", "flac", rate=96_000), has_beeps=False),
    Odd("voice.m4a", "AAC", sound("-c:a", "aac"), has_beeps=False),
    Odd("voice.wma", "WMA", sound("-c:a", "wmav2", "-f", "asf"), has_beeps=False),
    Odd("voice.opus", "Opus", sound("-c:a", "libopus"), has_beeps=False),
    Odd("voice.aac", "AAC without a box", sound("-c:a", "aac", "-f", "adts"), has_beeps=False),
    Odd("tall.mp4", "upright, 180 × 320", film(*MP4, size="180x320")),
)
