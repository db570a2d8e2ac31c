"""elearn: lectures, true records of watching, certificates and coverage for grassroots cadres."""

import gc

# What is put together at the start stays: to look through all of it for garbage again and again
# took an eighth of every start. What a page makes is gone with its answer, without such a look.
gc.set_threshold(50_000, 20, 50)
