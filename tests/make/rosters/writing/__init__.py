"""How cells are written: each way returns the cell and what it must be understood as."""

from tests.make.rosters.writing.dates import written_date
from tests.make.rosters.writing.names import written_name
from tests.make.rosters.writing.phones import written_phone
from tests.make.rosters.writing.posts import written_post

__all__ = ["written_date", "written_name", "written_phone", "written_post"]
