"""elearn: lectures, true records of watching, certificates and coverage for grassroots cadres."""

import gc

# What is put together at the start stays. To look through all of it for garbage again and again
# took an eighth of every start, and as many times what a page makes is gone with its answer.
gc.set_threshold(50_000, 20, 50)
