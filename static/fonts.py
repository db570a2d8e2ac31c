"""Cut the two weights of Be Vietnam Pro down to what Vietnamese pages use, and keep the whole ones.

    python static/fonts.py SOURCE_FOLDER TARGET_FOLDER

The source holds a folder for each family. For each weight the target receives the whole font
(BeVietnamPro-400.ttf), which slides are set in, and the cut one (be-vietnam-pro-400.woff2), which
pages fetch. Of Tinos, which has the measures of Times and official paper is set in, it receives
the whole fonts.
"""

import shutil
import sys
import unicodedata
from pathlib import Path

from fontTools import subset

WEIGHTS = {400: "400Regular", 600: "600SemiBold"}
PAPER = ("400Regular", "400Regular_Italic", "700Bold")
PLAIN = "".join(map(chr, range(0x20, 0x7F)))
SIGNS = "\u00a0«»§©°±²³·×÷–—‘’“”…•₫€←↑→↓−≤≥✓"
VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"
FEATURES = ["ccmp", "kern", "locl", "lnum", "mark", "mkmk", "tnum"]


def vietnamese() -> str:
    """Return every letter of the alphabet with every tone, both as one character and in parts."""
    toned = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
    small = VOWELS + "đ" + "".join(toned)
    return small + small.upper() + TONES


def cut(source: Path, target: Path) -> None:
    """Write the letters, signs and figures of SOURCE that pages need to TARGET."""
    options = subset.Options(
        flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True
    )
    font = subset.load_font(str(source), options)
    letters = subset.Subsetter(options)
    letters.populate(text=PLAIN + SIGNS + vietnamese())
    letters.subset(font)
    subset.save_font(font, str(target), options)


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for weight, folder in WEIGHTS.items():
        whole = next((source / "be-vietnam-pro" / folder).glob("*.ttf"))
        cut(whole, target / f"be-vietnam-pro-{weight}.woff2")
        shutil.copyfile(whole, target / f"BeVietnamPro-{weight}.ttf")
    for folder in PAPER:
        shutil.copy(next((source / "tinos" / folder).glob("*.ttf")), target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
