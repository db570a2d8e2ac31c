"""Lists of cadres as offices send them, of any size and with any mess, and what they must mean.

`made(random.Random(seed), wanted)` gives a `List`: sheets of cells and the answer that a dry run
owes. It is written from the field's own description and knows nothing of the product's reading;
`put(list, path)` makes a real .xlsx, .xls or .csv of it. Any fix may stand alone or with others.
"""

from tests.make.rosters.answers import differences
from tests.make.rosters.files import put
from tests.make.rosters.lists import List, made
from tests.make.rosters.wanted import Wanted

__all__ = ["List", "Wanted", "differences", "made", "put"]
