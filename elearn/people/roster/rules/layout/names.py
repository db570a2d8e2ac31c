"""Where the name of a place ends, in texts of small letters, of capitals, and of both."""

import re

from elearn.people.roster.rules.layout.kinds import KIND, Rank, is_meant, rank_of

_NAME_WORD = re.compile(r"[^\W_][\w'’.\u2011-]*")
_MOST_WORDS = 5
# What goes on after a name in a title of capitals, where nothing else tells its end. Names end in
# "Có", "Là", "Quý" and "Từ" too, so that more words or a number must stand behind these.
_SENTENCE = re.compile(
    r"(?:tham (?:gia|dự)|về|của|được|cử|đề nghị|đăng ký|theo|kèm|nhiệm kỳ|lớp|giai đoạn|phụ nữ"
    r"|dự (?:lớp|thi|kiến|học|tập)|tại (?:lớp|xã|huyện|tỉnh)|học (?:viên|tập|lớp|nghiệp)"
    r"|trong|ngoài|trên địa|đã|hiện (?:nay|có|đang)|tính đến|nhận|(?:từ|đến) (?:ngày|tháng)"
    r"|(?:và|có|là|đang|thuộc) (?!năm|tham|ya|chải)\w+)(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:số|khóa|khoá|đợt|năm|tháng|ngày|quý|từ|đến)(?: *[\d.…]+| +[ivx]+)(?!\w)", re.IGNORECASE
)
_SMALL = frozenset(("ủ", "áng", "ý", "é", "ly", "trường"))
# "Xã hội chủ nghĩa", "tỉnh ủy viên", "xã, phường", "huyện đoàn" are no places,
_NO_NAME = re.compile(
    r"(?:này|nào|trên|phụ nữ|phường|xã|huyện|tỉnh|quận|thị (?:xã|trấn)|tham gia|quản lý|công tác"
    r"|hội (?:chủ nghĩa|liên hiệp|lhpn|viên|nông dân|cựu)"
    r"|(?:hội|viên|đội|uỷ|ủy|đoàn|số|nhà|ta|mình)(?=\W*$))(?!\w)",
    re.IGNORECASE,
)
# nor are "tổ trưởng", "chi hội phó", "tổ chức", "khu vực".
_NO_BRANCH = re.compile(r"(?:trưởng|phó|chức|vực|viên|hợp tác|dân phố)(?!\w)", re.IGNORECASE)


def end_of_name(text: str, start: int) -> int:
    """Return where the name ends that begins here; the same place if none does."""
    is_cased = not _is_one_case(text)
    if _NO_NAME.match(text, start):
        return start
    end = at = start
    for _ in range(_MOST_WORDS):
        word = _NAME_WORD.match(text, at)
        if word is None or _goes_on(text, at) or (is_cased and _is_small(word[0])):
            break
        end = at = word.end()
        if text[at : at + 1] != " ":
            break
        at += 1
    return start + len(text[start:end].rstrip(".-"))


def is_no_branch(text: str, start: int) -> bool:
    """Return whether what follows a word for a branch says that it is none."""
    return _NO_BRANCH.match(text, start) is not None


def _is_small(word: str) -> bool:
    """Return whether a word is of no name; some names are written with a small letter."""
    return word[0].islower() and word not in _SMALL


def _goes_on(text: str, at: int) -> bool:
    """Return whether the name has ended, and a number, a sentence or another place follows."""
    if _NUMBERED.match(text, at) or (_is_one_case(text) and _SENTENCE.match(text, at)):
        return True
    kind = KIND.match(text, at)
    if kind is None or kind[1] is None or not is_meant(text, kind) or rank_of(kind) is Rank.BRANCH:
        return False
    after = _NAME_WORD.match(text, kind.end())  # "Tứ Xã" is a name: nothing is named after it.
    return after is not None and not _goes_on(text, kind.end())


def _is_one_case(text: str) -> bool:
    """Return whether capitals cannot tell where a name begins and ends."""
    return text.isupper() or text.islower()
