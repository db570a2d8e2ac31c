"""Files handed out before the application is asked: no session, no database, the address decides.

What is answered here nginx answers alike from the configuration of `elearn media nginx`; a test
asks both.
"""

from elearn.media.serving.door import Door

__all__ = ["Door"]
