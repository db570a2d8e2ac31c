"""Privacy: what is held about a person, told to her, handed to her, and erased when she asks.

Each domain tells and forgets its own in its `personal.py`; here that is gathered. An *erasure
request* waits until an administrator of the whole country has answered it.
"""

from elearn.home.privacy.models import STATE_NAMES, ErasureRequest, ErasureState

__all__ = ["STATE_NAMES", "ErasureRequest", "ErasureState"]
