"""The words of a file of changes: its columns, and the manners in which an area changes."""

from enum import StrEnum

from elearn.text import msg


class Manner(StrEnum):
    """What happens to the area of a line."""

    WHOLE = "whole"
    SPLIT = "split"
    MOVED = "moved"
    RENAMED = "renamed"
    RETYPED = "retyped"
    RECODED = "recoded"
    ABOLISHED = "abolished"
    FOUNDED = "founded"


MANNER_NAMES = {
    Manner.WHOLE: msg("Nhập nguyên trạng"),
    Manner.SPLIT: msg("Chia"),
    Manner.MOVED: msg("Chuyển đơn vị cấp trên"),
    Manner.RENAMED: msg("Đổi tên"),
    Manner.RETYPED: msg("Đổi loại"),
    Manner.RECODED: msg("Đổi mã"),
    Manner.ABOLISHED: msg("Kết thúc"),
    Manner.FOUNDED: msg("Thành lập"),
}
#: How offices write them, without diacritics.
MANNER_WORDS = {
    Manner.WHOLE: ("nguyen trang", "nhap nguyen trang", "nhap", "toan bo"),
    Manner.SPLIT: ("chia", "tach", "mot phan"),
    Manner.MOVED: ("chuyen", "chuyen don vi cap tren"),
    Manner.RENAMED: ("doi ten",),
    Manner.RETYPED: ("doi loai", "doi loai hinh"),
    Manner.RECODED: ("doi ma",),
    Manner.ABOLISHED: ("bai bo", "bai bo cap", "giai the", "ket thuc"),
    Manner.FOUNDED: ("thanh lap", "lap moi"),
}
PASSING = (Manner.WHOLE, Manner.SPLIT)
#: What names an area that is passed into, or founded.
INTO = (*PASSING, Manner.FOUNDED)
ENDING = (*PASSING, Manner.ABOLISHED)
ALTERING = (Manner.MOVED, Manner.RENAMED, Manner.RETYPED, Manner.RECODED)


class Place(StrEnum):
    """A column of the file, under its heading without diacritics."""

    OLD_CODE = "ma cu"
    OLD_NAME = "ten cu"
    LEVEL = "cap"
    NEW_CODE = "ma moi"
    NEW_NAME = "ten moi"
    KIND = "loai"
    PARENT = "thuoc (ma)"
    MANNER = "hinh thuc"
    DEFAULT = "mac dinh"


#: The headings of the file we hand out, in its order.
COLUMNS = {
    Place.OLD_CODE: "Mã cũ",
    Place.OLD_NAME: "Tên cũ",
    Place.LEVEL: "Cấp",
    Place.NEW_CODE: "Mã mới",
    Place.NEW_NAME: "Tên mới",
    Place.KIND: "Loại",
    Place.PARENT: "Thuộc (mã)",
    Place.MANNER: "Hình thức",
    Place.DEFAULT: "Mặc định",
}
