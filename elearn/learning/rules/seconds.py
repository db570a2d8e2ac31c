"""A set of seconds of one medium: watching is a set, not a number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seconds:
    """Which seconds of a medium are meant; second k runs from k to k+1.

    Kept as one bit a second, the lowest bit first, so that merging is OR.
    """

    bits: int = 0

    @classmethod
    def of(cls, ranges: Iterable[Range], length: int) -> Self:
        """Return the seconds from a up to but not including b, for each range (a, b).

        :raise ValueError: if a range is empty, turned round, or leaves the medium.
        """
        bits = 0
        for start, end in ranges:
            if not 0 <= start < end <= length:
                raise ValueError(f"{start}–{end} of {length}")
            bits |= (1 << end) - (1 << start)
        return cls(bits)

    @classmethod
    def inside(cls, ranges: Iterable[Range], length: int) -> tuple[Self, bool]:
        """Return the seconds of ranges as far as the medium has them, and whether it has all.

        :raise ValueError: if a range is empty, turned round, or begins before the medium.
        """
        within, has_all = [], True
        for start, end in ranges:
            if not 0 <= start < end:
                raise ValueError(f"{start}–{end} of {length}")
            has_all = has_all and end <= length
            if start < length:
                within.append((start, min(end, length)))
        return cls.of(within, length), has_all

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        return cls(int.from_bytes(kept, "little"))

    def to_bytes(self) -> bytes:
        return self.bits.to_bytes((self.bits.bit_length() + 7) // 8, "little")

    def __or__(self, other: "Seconds") -> "Seconds":
        return Seconds(self.bits | other.bits)

    def __and__(self, other: "Seconds") -> "Seconds":
        return Seconds(self.bits & other.bits)

    def __sub__(self, other: "Seconds") -> "Seconds":
        return Seconds(self.bits & ~other.bits)

    def __len__(self) -> int:
        return self.bits.bit_count()

    def first(self, count: int) -> "Seconds":
        """Return the earliest so many of them."""
        if count >= len(self):
            return self
        low, high = 0, self.bits.bit_length()
        while low < high:  # The shortest beginning that holds `count` seconds.
            middle = (low + high) // 2
            if (self.bits & ((1 << middle) - 1)).bit_count() < count:
                low = middle + 1
            else:
                high = middle
        return Seconds(self.bits & ((1 << low) - 1))

    def ranges(self) -> Iterator[Range]:
        """Yield the unbroken stretches (from, up to), in order."""
        rest, start = self.bits, 0
        while rest:
            gap = (rest & -rest).bit_length() - 1
            rest >>= gap
            run = (~rest & (rest + 1)).bit_length() - 1
            yield start + gap, start + gap + run
            rest >>= run
            start += gap + run

    def within(self, start: int, end: int) -> int:
        """Return how many of the seconds lie from start up to end."""
        return ((self.bits >> start) & ((1 << (end - start)) - 1)).bit_count()

    def missing(self, length: int) -> "Seconds":
        """Return the seconds of a medium of this length that are not among these."""
        return Seconds(((1 << length) - 1) & ~self.bits)
