"""What may be played without a line, and how many seconds of it may be credited."""

from enum import StrEnum


class LeaseEnd(StrEnum):
    """Why a lease ended before its day."""

    DELETED = "deleted"  # She deleted the copy.
    SIGNED_OUT = "signed_out"  # She signed out, and the copy was deleted with that.
    REPLACED = "replaced"  # The same lecture was fetched anew.
