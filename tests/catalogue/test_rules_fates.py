"""What a load does to a thing, whatever the folder and the system have done since the last."""

import pytest

from elearn.catalogue.rules import Fate, Standing, fate_in_folder, fate_out_of_folder

AS_LOADED = Standing("a", "a")
EDITED = Standing("b", "a")
MADE_HERE = Standing("a", None)
WITHDRAWN = Standing("a", "a", is_withdrawn=True)
OF_ANOTHER = Standing("a", "a", is_foreign=True)
OF_ANOTHER_WITHDRAWN = Standing("a", "a", is_withdrawn=True, is_foreign=True)


@pytest.mark.parametrize(
    ("standing", "is_same", "fate"),
    [
        (None, False, Fate.ADDED),
        (AS_LOADED, True, Fate.SAME),
        (AS_LOADED, False, Fate.CHANGED),
        (EDITED, True, Fate.SETTLED),
        (EDITED, False, Fate.SKIPPED),
        (MADE_HERE, True, Fate.SETTLED),
        (MADE_HERE, False, Fate.SKIPPED),
        (WITHDRAWN, True, Fate.RETURNED),
        (WITHDRAWN, False, Fate.CHANGED),
        (OF_ANOTHER, True, Fate.SAME),
        (OF_ANOTHER, False, Fate.SKIPPED),
        (OF_ANOTHER_WITHDRAWN, True, Fate.SAME),
    ],
)
def test_what_the_folder_has(standing, is_same, fate):
    assert fate_in_folder(standing, is_same=is_same, overwrite=False) is fate


@pytest.mark.parametrize("standing", [AS_LOADED, EDITED, MADE_HERE, WITHDRAWN])
def test_what_is_to_be_overwritten_changes_however_it_stands(standing):
    assert fate_in_folder(standing, is_same=False, overwrite=True) is Fate.CHANGED


@pytest.mark.parametrize(
    ("standing", "is_used", "overwrite", "fate"),
    [
        (AS_LOADED, False, False, Fate.GONE),
        (AS_LOADED, True, False, Fate.KEPT),
        (AS_LOADED, True, True, Fate.KEPT),
        (EDITED, False, False, Fate.KEPT),
        (EDITED, False, True, Fate.GONE),
        (MADE_HERE, False, False, Fate.FOREIGN),
        (MADE_HERE, False, True, Fate.FOREIGN),
        (WITHDRAWN, False, False, Fate.FOREIGN),
        (OF_ANOTHER, False, False, Fate.FOREIGN),
    ],
)
def test_what_the_folder_does_not_have(standing, is_used, overwrite, fate):
    assert fate_out_of_folder(standing, is_used=is_used, overwrite=overwrite) is fate
