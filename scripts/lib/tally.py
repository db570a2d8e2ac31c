"""Add up what several test runs found: tally.py NAME=REPORT.xml …

Several reports of one name are parts of one run. Prints one line a name and, last, the sum. Ends
with 1 if a test failed or was skipped, if a run left no report, or if there was no test at all.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tests a run, or several together, passed, failed and left out."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self) -> str:
        left_out = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{left_out}"

    @property
    def is_good(self) -> bool:
        return self.passed > 0 and not self.failed and not self.skipped


def read(report: Path) -> Tally:
    """Count the cases of a JUnit report; a run that left none counts as one failure."""
    if not report.exists():
        return Tally(failed=1)
    suites = ET.parse(report).getroot().iter("testsuite")  # noqa: S314  # Our own pytest wrote it.
    return sum((_suite(suite) for suite in suites), Tally())


def _suite(suite: ET.Element) -> Tally:
    total, failures, errors, skipped = (
        int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    return Tally(max(0, total - failed - skipped), failed, skipped)


def main(arguments: Iterable[str]) -> int:
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for name, _, report in (argument.partition("=") for argument in arguments):
        tallies[name] += read(Path(report))
    for name, tally in tallies.items():
        print(f"{name}: {tally}")
    total = sum(tallies.values(), Tally())
    print(total)
    return 0 if total.is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
