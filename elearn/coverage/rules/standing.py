"""What a person in post is on a day, of four states exactly one; and which list names her."""

from enum import StrEnum

from elearn.text import msg


class Standing(StrEnum):
    """How a person in post stands to what is asked of her."""

    TRAINED = "trained"
    UNDER_WAY = "under_way"
    NEW_IN_POST = "new_in_post"
    NEVER = "never"


class Which(StrEnum):
    """Which of a figure's persons are asked for by name: a state, or all who lack it still."""

    UNTRAINED = "untrained"
    TRAINED = Standing.TRAINED.value
    UNDER_WAY = Standing.UNDER_WAY.value
    NEW_IN_POST = Standing.NEW_IN_POST.value
    NEVER = Standing.NEVER.value

    @property
    def standing(self) -> Standing | None:
        """Return the one state that is asked for; nothing where it is several."""
        return None if self is Which.UNTRAINED else Standing(self.value)


STANDING_NAMES = {
    Standing.TRAINED: msg("Đã bồi dưỡng"),
    Standing.UNDER_WAY: msg("Đang học"),
    Standing.NEW_IN_POST: msg("Mới nhận nhiệm vụ"),
    Standing.NEVER: msg("Chưa từng học"),
}
#: The same where it is asked who has learnt within the year.
ANNUAL_NAMES = {**STANDING_NAMES, Standing.NEVER: msg("Chưa học trong năm")}
#: The same where it is asked who holds a certificate.
CERTIFIED_NAMES = {
    **STANDING_NAMES,
    Standing.TRAINED: msg("Có chứng chỉ"),
    Standing.NEVER: msg("Chưa có chứng chỉ"),
}
