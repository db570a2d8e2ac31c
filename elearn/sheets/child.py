"""The process that reads a foreign file: `python -m elearn.sheets.child FILE`.

It prints one line of JSON after another, as `frames` tells, and nothing of the file is ever a name,
a type or an instruction to who hears it.
"""

import codecs
import sys

from elearn.secluded import seclude
from elearn.sheets.faults import Fault
from elearn.sheets.frames import fault_line, lines_of
from elearn.sheets.opening import opened

#: What a file may be written in: what is not loaded before we are secluded never will be.
_CODECS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1258", "cp437", "latin-1")


def main(path: str) -> None:
    """Print what the file holds, or what is wrong with it."""
    with open(path, "rb") as file:
        data = file.read()
    for name in _CODECS:
        codecs.lookup(name)
    seclude()
    try:
        for line in lines_of(opened(data)):
            sys.stdout.write(line)
    except Fault as fault:
        sys.stdout.write(fault_line(fault))
    except MemoryError:
        sys.stdout.write(fault_line(Fault("out_of_memory")))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # It is a file.
    main(sys.argv[1])
