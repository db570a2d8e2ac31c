"""From now on this process may compute, and read and write what it has opened; nothing else.

Who takes foreign files apart does so with large programs in which somebody may one day find a hole.
What comes through it can then open no file, reach no network and start no program: the kernel
refuses each call that is not in a short list (seccomp). Other walls stand in `confined`.
"""

import ctypes
import platform
import struct

_NO_NEW_PRIVILEGES, _SECCOMP, _BY_FILTER = 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOWED, _REFUSED = 0x7FFF0000, 0x00050001  # The latter tells EPERM.
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4

#: Architecture → what the kernel calls it, and the numbers of: reading, writing and leaving what is
#: open, memory, signals, time, chance, waiting for oneself, and ending.
_CALLS: dict[str, tuple[int, tuple[int, ...]]] = {
    "x86_64": (
        0xC000003E,
        (
            *(0, 1, 3, 5, 7, 8, 20),
            *(9, 10, 11, 12, 25, 28, 99),
            *(13, 14, 15, 131, 219, 234),
            *(35, 96, 98, 228, 230, 318),
            *(24, 39, 186, 202, 204, 334),
            *(60, 231),
        ),
    ),
    "aarch64": (
        0xC00000B7,
        (
            *(63, 64, 57, 80, 73, 62, 66),
            *(222, 226, 215, 214, 216, 233, 179),
            *(134, 135, 139, 132, 128, 131),
            *(101, 169, 165, 113, 115, 278),
            *(124, 172, 178, 98, 123, 293),
            *(93, 94),
        ),
    ),
}


class _Program(ctypes.Structure):
    """A filter as the kernel takes it: how many steps, and where they stand."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def seclude() -> bool:
    """Give up all else for good; return whether the kernel and the machine know how."""
    known = _CALLS.get(platform.machine())
    if known is None:
        return False
    steps = b"".join(_steps(*known))
    program = _Program(len(steps) // 8, steps)
    kernel = ctypes.CDLL(None, use_errno=True)
    zeros = (ctypes.c_ulong(0),) * 3
    if kernel.prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), *zeros) != 0:
        return False
    return bool(kernel.prctl(_SECCOMP, _BY_FILTER, ctypes.byref(program), *zeros[:2]) == 0)


def _steps(architecture: int, calls: tuple[int, ...]) -> list[bytes]:
    """Return the steps of the filter: another architecture's calls mean something else."""
    return [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_EQUAL, architecture, skip=1),
        _step(_RETURN, _REFUSED),
        _step(_LOAD, _NUMBER_AT),
        *(_step(_EQUAL, call, skip=len(calls) - place) for place, call in enumerate(calls)),
        _step(_RETURN, _REFUSED),
        _step(_RETURN, _ALLOWED),
    ]


def _step(code: int, value: int, *, skip: int = 0) -> bytes:
    """Return one step; a comparison that holds skips so many of the following."""
    return struct.pack("<HBBI", code, skip, 0, value)
