"""What can be counted of a group, and the closed sets a definition is written with."""

from enum import StrEnum

from elearn.areas import Level
from elearn.learning import CompletionForm
from elearn.text import Message, msg


class Measure(StrEnum):
    """What is counted of a group."""

    TRAINED = "person_trained"
    TRAINED_THIS_YEAR = "person_trained_annual"
    CERTIFIED = "person_certified"
    PARTICIPATION = "participation"
    CLASS = "class"
    TURNS_PER_PERSON = "turns_per_person"
    NEW_UNTRAINED = "new_in_post_untrained"
    TURNOVER = "turnover"


#: Measures that are a share of those in post: so many persons of so many.
SHARES = frozenset(
    {Measure.TRAINED, Measure.TRAINED_THIS_YEAR, Measure.CERTIFIED, Measure.NEW_UNTRAINED}
)

#: Measures that add up over days and areas: turns, classes, people who came and went.
ADDITIVE = frozenset(set(Measure) - SHARES)

MEASURE_NOTES = {
    Measure.TRAINED_THIS_YEAR: msg("trong năm"),
    Measure.CERTIFIED: msg("có chứng chỉ"),
    Measure.PARTICIPATION: msg("lượt bồi dưỡng"),
    Measure.CLASS: msg("số lớp"),
    Measure.TURNS_PER_PERSON: msg("số lượt bình quân một người"),
    Measure.NEW_UNTRAINED: msg("mới nhận nhiệm vụ, chưa bồi dưỡng"),
    Measure.TURNOVER: msg("biến động"),
}

#: In what an additive measure is counted.
UNIT_NAMES = {
    Measure.PARTICIPATION: msg("lượt"),
    Measure.CLASS: msg("lớp"),
    Measure.TURNS_PER_PERSON: msg("lượt/người"),
}
PERSONS = msg("người")


class Comparator(StrEnum):
    """How a share stands to a target: not less, more, or (of a whole group) just as much."""

    GTE = "gte"
    GT = "gt"
    EQ = "eq"


COMPARATOR_NAMES = {
    Comparator.GTE: msg("tối thiểu"),
    Comparator.GT: msg("trên"),
    Comparator.EQ: msg("đạt"),
}


class CountingWindow(StrEnum):
    """Since when what was done counts: the first day of the scheme, of the year, or ever."""

    SCHEME = "scheme"
    YEAR = "year"
    EVER = "ever"


class Direction(StrEnum):
    """Which way people went: into the group, out of it, or out of it to another place or work."""

    IN = "in"
    OUT = "out"
    MOVED = "moved"


DIRECTION_NAMES = {
    Direction.IN: msg("vào"),
    Direction.OUT: msg("ra"),
    Direction.MOVED: msg("điều động, luân chuyển, biệt phái"),
}

ORGANISER_NAMES = {
    Level.CENTRAL: msg("Trung ương tổ chức"),
    Level.PROVINCE: msg("tỉnh tổ chức"),
    Level.DISTRICT: msg("huyện tổ chức"),
    Level.COMMUNE: msg("xã tổ chức"),
}


FORM_NOTES = {
    CompletionForm.ONLINE: msg("trên mạng"),
    CompletionForm.IN_PERSON: msg("trực tiếp"),
    CompletionForm.BLENDED: msg("kết hợp"),
    CompletionForm.SHARED: msg("xem chung"),
    CompletionForm.EXTERNAL: msg("học ở nơi khác"),
    CompletionForm.EARLIER_PAPER: msg("giấy đã cấp trước"),
}


def all_told(notes: tuple[Message, ...]) -> Message | None:
    """Return remarks as one, parted by commas; nothing where there are none."""
    if len(notes) < 2:
        return notes[0] if notes else None
    return msg("%(first)s, %(rest)s", first=notes[0], rest=all_told(notes[1:]))
