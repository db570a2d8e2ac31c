"""Levels of education, of political theory and of state management: closed and in order."""

from collections.abc import Iterable
from enum import StrEnum

from elearn.text import msg


class Field(StrEnum):
    """In what a level is held."""

    EDUCATION = "education"
    POLITICAL_THEORY = "political_theory"
    STATE_MANAGEMENT = "state_management"


FIELD_NAMES = {
    Field.EDUCATION: msg("Trình độ chuyên môn"),
    Field.POLITICAL_THEORY: msg("Lý luận chính trị"),
    Field.STATE_MANAGEMENT: msg("Quản lý nhà nước"),
}


class Attainment(StrEnum):
    """A level that was reached; that one was never trained is known too, and not unknown."""

    PRIMARY = "primary"
    LOWER_SECONDARY = "lower_secondary"
    UPPER_SECONDARY = "upper_secondary"
    VOCATIONAL = "vocational"
    INTERMEDIATE = "intermediate"
    COLLEGE = "college"
    UNIVERSITY = "university"
    MASTER = "master"
    DOCTORATE = "doctorate"
    THEORY_NONE = "theory_none"
    THEORY_BASIC = "theory_basic"
    THEORY_INTERMEDIATE = "theory_intermediate"
    THEORY_ADVANCED = "theory_advanced"
    THEORY_BACHELOR = "theory_bachelor"
    STATE_NONE = "state_none"
    STATE_ASSISTANT = "state_assistant"
    STATE_OFFICER = "state_officer"
    STATE_PRINCIPAL = "state_principal"
    STATE_SENIOR = "state_senior"


#: The levels of each field, the lowest first.
ATTAINMENTS = {
    Field.EDUCATION: (
        Attainment.PRIMARY,
        Attainment.LOWER_SECONDARY,
        Attainment.UPPER_SECONDARY,
        Attainment.VOCATIONAL,
        Attainment.INTERMEDIATE,
        Attainment.COLLEGE,
        Attainment.UNIVERSITY,
        Attainment.MASTER,
        Attainment.DOCTORATE,
    ),
    Field.POLITICAL_THEORY: (
        Attainment.THEORY_NONE,
        Attainment.THEORY_BASIC,
        Attainment.THEORY_INTERMEDIATE,
        Attainment.THEORY_ADVANCED,
        Attainment.THEORY_BACHELOR,
    ),
    Field.STATE_MANAGEMENT: (
        Attainment.STATE_NONE,
        Attainment.STATE_ASSISTANT,
        Attainment.STATE_OFFICER,
        Attainment.STATE_PRINCIPAL,
        Attainment.STATE_SENIOR,
    ),
}

ATTAINMENT_NAMES = {
    Attainment.PRIMARY: msg("Tiểu học"),
    Attainment.LOWER_SECONDARY: msg("Trung học cơ sở"),
    Attainment.UPPER_SECONDARY: msg("Trung học phổ thông"),
    Attainment.VOCATIONAL: msg("Sơ cấp nghề"),
    Attainment.INTERMEDIATE: msg("Trung cấp"),
    Attainment.COLLEGE: msg("Cao đẳng"),
    Attainment.UNIVERSITY: msg("Đại học"),
    Attainment.MASTER: msg("Thạc sĩ"),
    Attainment.DOCTORATE: msg("Tiến sĩ"),
    Attainment.THEORY_NONE: msg("Chưa qua đào tạo lý luận chính trị"),
    Attainment.THEORY_BASIC: msg("Sơ cấp lý luận chính trị"),
    Attainment.THEORY_INTERMEDIATE: msg("Trung cấp lý luận chính trị"),
    Attainment.THEORY_ADVANCED: msg("Cao cấp lý luận chính trị"),
    Attainment.THEORY_BACHELOR: msg("Cử nhân lý luận chính trị"),
    Attainment.STATE_NONE: msg("Chưa qua bồi dưỡng quản lý nhà nước"),
    Attainment.STATE_ASSISTANT: msg("Ngạch cán sự"),
    Attainment.STATE_OFFICER: msg("Ngạch chuyên viên"),
    Attainment.STATE_PRINCIPAL: msg("Ngạch chuyên viên chính"),
    Attainment.STATE_SENIOR: msg("Ngạch chuyên viên cao cấp"),
}

_FIELDS = {level: field for field, levels in ATTAINMENTS.items() for level in levels}


def field_of(level: Attainment) -> Field:
    """Return in what this level is held."""
    return _FIELDS[level]


def highest(levels: Iterable[Attainment]) -> dict[Field, Attainment]:
    """Return the highest level of each field among some; a field without any is unknown."""
    found: dict[Field, Attainment] = {}
    for level in sorted(levels, key=list(Attainment).index):
        found[field_of(level)] = level
    return found
