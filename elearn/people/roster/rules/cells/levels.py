"""Cells of levels: education, political theory, state management."""

import re
from functools import lru_cache

from elearn.people.rules import Attainment, Field
from elearn.text import fold

#: By field: folded words, the first that begins a text counts; the longest stand first.
_WORDS: dict[Field, tuple[tuple[str, Attainment], ...]] = {
    Field.EDUCATION: (
        ("tien si", Attainment.DOCTORATE),
        ("ts", Attainment.DOCTORATE),
        ("thac si", Attainment.MASTER),
        ("thac sy", Attainment.MASTER),
        ("ths", Attainment.MASTER),
        ("cao hoc", Attainment.MASTER),
        ("dai hoc", Attainment.UNIVERSITY),
        ("dh", Attainment.UNIVERSITY),
        ("cu nhan", Attainment.UNIVERSITY),
        ("ky su", Attainment.UNIVERSITY),
        ("bac si", Attainment.UNIVERSITY),
        ("cn", Attainment.UNIVERSITY),
        ("ks", Attainment.UNIVERSITY),
        ("cao dang", Attainment.COLLEGE),
        ("cd", Attainment.COLLEGE),
        ("trung hoc pho thong", Attainment.UPPER_SECONDARY),
        ("trung hoc co so", Attainment.LOWER_SECONDARY),
        ("thpt", Attainment.UPPER_SECONDARY),
        ("ptth", Attainment.UPPER_SECONDARY),
        ("cap 3", Attainment.UPPER_SECONDARY),
        ("cap iii", Attainment.UPPER_SECONDARY),
        ("thcs", Attainment.LOWER_SECONDARY),
        ("ptcs", Attainment.LOWER_SECONDARY),
        ("cap 2", Attainment.LOWER_SECONDARY),
        ("cap ii", Attainment.LOWER_SECONDARY),
        ("tieu hoc", Attainment.PRIMARY),
        ("cap 1", Attainment.PRIMARY),
        ("trung cap", Attainment.INTERMEDIATE),
        ("trung hoc chuyen nghiep", Attainment.INTERMEDIATE),
        ("thcn", Attainment.INTERMEDIATE),
        ("tccn", Attainment.INTERMEDIATE),
        ("tc", Attainment.INTERMEDIATE),
        ("so cap", Attainment.VOCATIONAL),
        ("sc", Attainment.VOCATIONAL),
        ("nghe", Attainment.VOCATIONAL),
    ),
    Field.POLITICAL_THEORY: (
        ("cao cap", Attainment.THEORY_ADVANCED),
        ("cc", Attainment.THEORY_ADVANCED),
        ("cu nhan", Attainment.THEORY_BACHELOR),
        ("cn", Attainment.THEORY_BACHELOR),
        ("dai hoc", Attainment.THEORY_BACHELOR),
        ("trung cap", Attainment.THEORY_INTERMEDIATE),
        ("tc", Attainment.THEORY_INTERMEDIATE),
        ("so cap", Attainment.THEORY_BASIC),
        ("sc", Attainment.THEORY_BASIC),
        ("chua", Attainment.THEORY_NONE),
        ("khong", Attainment.THEORY_NONE),
    ),
    Field.STATE_MANAGEMENT: (
        ("ngach chuyen vien cao cap", Attainment.STATE_SENIOR),
        ("chuyen vien cao cap", Attainment.STATE_SENIOR),
        ("cvcc", Attainment.STATE_SENIOR),
        ("ngach chuyen vien chinh", Attainment.STATE_PRINCIPAL),
        ("chuyen vien chinh", Attainment.STATE_PRINCIPAL),
        ("cvc", Attainment.STATE_PRINCIPAL),
        ("ngach chuyen vien", Attainment.STATE_OFFICER),
        ("chuyen vien", Attainment.STATE_OFFICER),
        ("cv", Attainment.STATE_OFFICER),
        ("ngach can su", Attainment.STATE_ASSISTANT),
        ("can su", Attainment.STATE_ASSISTANT),
        ("cs", Attainment.STATE_ASSISTANT),
        ("chua", Attainment.STATE_NONE),
        ("khong", Attainment.STATE_NONE),
    ),
}
_GRADE = re.compile(r"(?:lop )?(\d{1,2}) ?/ ?(10|12)")
_NOISE = re.compile(r"[^\w/]+|\b(?:trinh do|bac|tot nghiep|ngach|boi duong|qlnn|llct|he|hoc van)\b")


@lru_cache(5_000)
def level_said(text: str, field: Field) -> Attainment | None:
    """Return the level that a cleaned text names in a field, if it names one."""
    bare = " ".join(_NOISE.sub(" ", fold(text)).split())
    if field is Field.EDUCATION and (grade := _GRADE.fullmatch(bare)):
        return _of_grade(int(grade[1]), int(grade[2]))
    for word, level in _WORDS[field]:
        if bare == word or bare.startswith(word + " "):
            return level
    return None


def _of_grade(grade: int, most: int) -> Attainment | None:
    """Return the school that 9/12 or 7/10 finishes; grades were ten in the north till 1989."""
    lower, primary = (9, 5) if most == 12 else (7, 4)
    if grade > most:
        return None
    if grade == most:
        return Attainment.UPPER_SECONDARY
    if grade >= lower:
        return Attainment.LOWER_SECONDARY
    return Attainment.PRIMARY if grade >= primary else None
