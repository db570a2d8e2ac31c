"""What is counted of one indicator in one area on a day."""

from dataclasses import dataclass

from elearn.coverage.rules.standing import Standing


@dataclass(frozen=True, slots=True)
class Figure:
    """How many are in post in an area on a day, and in which state; for turns how many they are."""

    in_post: int = 0
    reached: int = 0
    under_way: int = 0
    new_in_post: int = 0
    #: Of those in post, how many stand here by estimate.
    estimated: int = 0

    @property
    def never(self) -> int:
        """Return how many were never reached."""
        return self.in_post - self.reached - self.under_way - self.new_in_post

    @property
    def standings(self) -> dict[Standing, int]:
        """Return how many are in each state; together they are those in post."""
        return {
            Standing.TRAINED: self.reached,
            Standing.UNDER_WAY: self.under_way,
            Standing.NEW_IN_POST: self.new_in_post,
            Standing.NEVER: self.never,
        }


NOTHING = Figure()
