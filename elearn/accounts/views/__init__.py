"""Pages of signing in, of choosing who one is, and of one's own account."""

from elearn.accounts.views import account, grants, second_factor, signing_in
from elearn.accounts.views.door import bp

__all__ = ["account", "bp", "grants", "second_factor", "signing_in"]
