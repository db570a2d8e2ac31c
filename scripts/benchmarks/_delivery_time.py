"""What a server and the load generator cost in processor time, whoever else uses the machine."""

import os
import resource
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def of_tree(root: int) -> float:
    """Return the processor seconds of a process and of those that descend from it."""
    parents, spent = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(") ")[2].split()
        except (FileNotFoundError, ProcessLookupError):  # It ended meanwhile.
            continue
        pid = int(stat.parent.name)
        parents[pid], spent[pid] = int(words[1]), (int(words[11]) + int(words[12])) / _TICKS
    return sum(spent[pid] for pid in spent if _descends(pid, root, parents))


def of_ended_children() -> float:
    """Return the processor seconds of all children of ours that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _descends(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid != root and pid in parents:
        pid = parents[pid]
    return pid == root
