"""Texts of old fonts come back, alone where that is sure and in a column always; others stay."""

import csv
import random
import unicodedata
from functools import cache
from pathlib import Path

import pytest
import yaml

import elearn
from elearn.encodings import Encoding, decoded, evidence

TCVN3, VNI, WINDOWS_1258 = Encoding.TCVN3, Encoding.VNI, Encoding.WINDOWS_1258
HERE = Path(elearn.__file__).parent
TONES = "\u0300\u0301\u0303\u0309\u0323"
# Written down from the fonts' own charts, apart from what is tested.
OF_TCVN3 = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)
OF_VNI = {
    "đ": "ñ", "ơ": "ô", "ư": "ö", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î",
    "â": "aâ", "ấ": "aá", "ầ": "aà", "ẩ": "aå", "ẫ": "aã", "ậ": "aä", "ê": "eâ", "ế": "eá",
    "ề": "eà", "ể": "eå", "ễ": "eã", "ệ": "eä", "ô": "oâ", "ố": "oá", "ồ": "oà", "ổ": "oå",
    "ỗ": "oã", "ộ": "oä", "ă": "aê", "ắ": "aé", "ằ": "aè", "ẳ": "aú", "ẵ": "aü", "ặ": "aë",
    "ớ": "ôù", "ờ": "ôø", "ở": "ôû", "ỡ": "ôõ", "ợ": "ôï", "ứ": "öù", "ừ": "öø", "ử": "öû",
    "ữ": "öõ", "ự": "öï",
}  # fmt: skip
OF_VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}


def in_tcvn3(text):
    """Return a text as typed in these fonts: a capital with a tone is typed small."""
    return "".join(
        OF_TCVN3.get(sign, OF_TCVN3.get(sign.lower(), sign)) if not sign.isascii() else sign
        for sign in text
    )


def in_vni(text):
    return "".join(one_in_vni(sign) if ord(sign) > 0xA0 else sign for sign in text)


@cache
def one_in_vni(sign):
    small = sign.lower()
    if small not in OF_VNI:
        apart = unicodedata.normalize("NFD", small)
        written = apart[0] + OF_VNI_TONES[apart[1]]
    else:
        written = OF_VNI[small]
    return written.upper() if sign.isupper() else written


def in_windows_1258(text):
    """Return a text as Excel shows the bytes of Windows-1258 in a country of Western letters."""
    return "".join(map(one_in_windows_1258, text))


@cache
def one_in_windows_1258(sign):
    apart = unicodedata.normalize("NFD", sign)
    letter = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
    coded = (letter + "".join(mark for mark in apart if mark in TONES)).encode("cp1258")
    return "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in coded)


WRITERS = {TCVN3: in_tcvn3, VNI: in_vni, WINDOWS_1258: in_windows_1258}


@cache
def communes():
    names = set()
    for path in ("communes.csv", "communes_legacy.csv"):
        with (HERE / "areas" / "data" / path).open(encoding="utf-8") as file:
            names |= {unicodedata.normalize("NFC", row["name"]) for row in csv.DictReader(file)}
    return sorted(names)


@cache
def people():
    lists = yaml.safe_load((HERE / "home/demo/data/names.yaml").read_text(encoding="utf-8"))
    draw = random.Random(6)
    words = [
        [place[part].replace("_", " ").split() for part in ("family", "middle", "given")]
        for place in lists.values()
    ]
    names = {" ".join(map(draw.choice, parts)) for parts in words for _ in range(800)}
    return sorted(unicodedata.normalize("NFC", name) for name in names)


def plain(name):
    """Return a name with its words begun as one begins them who has no capitals with tones."""
    return " ".join(word[:1].lower() + word[1:] for word in name.split(" "))


@pytest.mark.parametrize("names", [communes, people], ids=["communes", "people"])
@pytest.mark.parametrize("encoding", WRITERS)
def test_every_name_comes_back_in_its_column(names, encoding):
    written = {name: WRITERS[encoding](name) for name in names()}
    marked = {name: text for name, text in written.items() if not text.isascii()}

    assert evidence(marked.values()) is encoding
    assert [
        (name, text)
        for name, text in marked.items()
        if plain(decoded(text, encoding)[0]) != plain(name)
    ] == []


@pytest.mark.parametrize("encoding", WRITERS)
def test_a_name_alone_is_read_or_left_and_hardly_ever_read_wrongly(encoding):
    marked = {name: WRITERS[encoding](name) for name in people()}
    read = {name: decoded(text)[0] for name, text in marked.items() if not text.isascii()}
    right = sum(read[name] == name for name in read)
    wrong = [name for name in read if read[name] not in {name, marked[name]}]

    assert right > 0.97 * len(read)
    assert wrong == []


@pytest.mark.parametrize("names", [communes, people], ids=["communes", "people"])
def test_no_name_in_unicode_is_ever_changed(names):
    assert [name for name in names() if decoded(name) != (name, Encoding.UNICODE)] == []
    assert evidence(names()) is Encoding.UNICODE


@pytest.mark.parametrize(
    "name",
    [
        *("Y Blô Niê", "H'Hen Niê", "H’Hen Niê", "Đà", "Rơ Ông Ha Nơr", "K'Brêl", "A Thô", "Ê Đê"),
        *("Hélène", "François", "Zoë", "Loïc", "René Thérèse", "Müller", "Jörg Bön", "Núñez"),
        *("São Paulo", "Søren", "Lê Hà", "Vò", "Hoàng Thúy Hòa", "Hoà", "Thuý", "«Lê Hà»", "5°"),
        *("Nguyễn Thị Ha`", "N\u0103m 1984", "Nguyê\u0303n", ""),
    ],
)
def test_a_name_of_any_land_is_left_as_it_stands(name):
    assert decoded(name) == (name, Encoding.UNICODE)


@pytest.mark.parametrize("hint", WRITERS)
def test_the_column_changes_nothing_in_good_unicode(hint):
    for name in ("Nguyễn Thị Hường", "Trần Văn A", "Bui Thi Thuy", "Nguyê\u0303n"):
        assert decoded(name, hint) == (name, Encoding.UNICODE)


@pytest.mark.parametrize(
    ("text", "meant", "encoding"),
    [
        ("NguyÔn ThÞ H\u00adêng", "Nguyễn Thị Hường", TCVN3),
        ("TRÇN THÞ ¸NH", "TRẦN THỊ ÁNH", TCVN3),
        ("NguyÔn ThÞ ¸nh", "Nguyễn Thị Ánh", TCVN3),
        ("Chñ tÞch ñy ban", "Chủ tịch ủy ban", TCVN3),
        ("x· ¸i Quèc", "xã Ái Quốc", TCVN3),
        ("Hä vµ tªn", "Họ và tên", TCVN3),
        ("Nguyeãn Thò Höôøng", "Nguyễn Thị Hường", VNI),
        ("NGUYEÃN THÒ HÖÔØNG", "NGUYỄN THỊ HƯỜNG", VNI),
        ("Leâ Thò Hoàng", "Lê Thị Hồng", VNI),
        ("NguyêÞn Thiò HýõÌng", "Nguyễn Thị Hường", WINDOWS_1258),
        ("Ðào", "Đào", WINDOWS_1258),
        ("Nguyá»…n Thá»\u2039 Lan", "Nguyễn Thị Lan", Encoding.UTF8),
        ("HÃ\u00a0 VÄƒn HÆ°á»\u009dng", "Hà Văn Hường", Encoding.UTF8),
    ],
)
def test_a_text_of_an_old_font_is_read_as_it_was_meant(text, meant, encoding):
    assert decoded(text) == (meant, encoding)


@pytest.mark.parametrize(
    ("text", "hint", "meant"),
    [
        ("Vò", TCVN3, "Vũ"),
        ("Thó", TCVN3, "Thú"),
        ("Y Bl« Niª", TCVN3, "Y Blô Niê"),
        ("Hoàng", VNI, "Hồng"),
        ("NýÞ", WINDOWS_1258, "Nữ"),
    ],
)
def test_what_may_be_two_things_is_what_its_column_is(text, hint, meant):
    assert decoded(text, hint) == (meant, hint)


def test_a_few_cells_do_not_make_a_column():
    cells = ["Nguyễn Thị Hường", "Trần Thị Lan", "Lê Hà", "NguyÔn ThÞ H\u00adêng", "1984"]

    assert evidence(cells) is Encoding.UNICODE
    assert evidence([]) is Encoding.UNICODE
