"""The workbook that offices fill in for a change of areas, with lines to go by."""

from elearn import workbooks
from elearn.areas.rules import COLUMNS

_WIDE = 24
_EXAMPLES = (
    ("00001", "Xã Mẫu Một", "xã", "00091", "Xã Mẫu Mới", "xã", "01", "nguyên trạng", ""),
    ("00002", "Xã Mẫu Hai", "xã", "00091", "Xã Mẫu Mới", "xã", "01", "chia", "x"),
    ("00002", "Xã Mẫu Hai", "xã", "00092", "Phường Mẫu", "phường", "01", "chia", ""),
    ("00003", "Xã Mẫu Ba", "xã", "", "Xã Tên Khác", "", "", "đổi tên", ""),
    ("00004", "Xã Mẫu Bốn", "xã", "", "", "phường", "", "đổi loại", ""),
    ("00005", "Xã Mẫu Năm", "xã", "", "", "", "04", "chuyển", ""),
    ("00006", "Xã Mẫu Sáu", "xã", "00096", "", "", "", "đổi mã", ""),
    ("007", "Huyện Mẫu", "huyện", "", "", "", "", "bãi bỏ", ""),
    ("", "", "xã", "00098", "Xã Mẫu Tám", "xã", "01", "thành lập", ""),
)


def change_template() -> bytes:
    """Return the workbook with its headings and one line for each manner of change."""
    columns = [
        workbooks.Column(heading, _WIDE if "Tên" in heading else 14) for heading in COLUMNS.values()
    ]
    return workbooks.workbook("Thay doi dia ban", columns, _EXAMPLES)
