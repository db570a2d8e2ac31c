"""A file in which Xã Hưng Hà passes into a new commune."""

import pytest

from elearn import areas, workbooks
from tests.make import areas as make
from tests.make.areas import area


@pytest.fixture
def line(db):
    """Xã Hưng Hà passes whole into a new commune."""
    code = areas.version_on(db, area(db).id, make.NOW).code
    return (code, "Hưng Hà", "xã", "99901", "Xã Trần", "xã", "33", "nguyên trạng")


@pytest.fixture
def file(line):
    columns = [workbooks.Column(heading) for heading in areas.COLUMNS.values()]
    return workbooks.workbook("Một", columns, [line])
