"""The pages of certificates: one's own, the register, issuing and ending, and the public check."""

from elearn.certificates.views import ending, issuing, own, public, register
from elearn.certificates.views.door import bp

__all__ = ["bp", "ending", "issuing", "own", "public", "register"]
