"""Six digits that change every half minute (RFC 6238), as an app on a telephone makes them."""

import hmac
from datetime import datetime

import pyotp

SECONDS = 30
_AROUND = (0, -1, 1)  # A telephone's clock may be half a minute off.


def new_secret() -> str:
    """Return a secret to be shared with one app: 32 letters and digits."""
    return pyotp.random_base32()


def code_at(secret: str, now: datetime) -> str:
    """Return the digits that the app shows now."""
    return pyotp.TOTP(secret).generate_otp(_counter(now))


def counter_of(secret: str, code: str, *, now: datetime) -> int | None:
    """Return of which half minute around now these are the digits; none if of none."""
    app, middle = pyotp.TOTP(secret), _counter(now)
    near = (middle + step for step in _AROUND)
    return next((one for one in near if hmac.compare_digest(app.generate_otp(one), code)), None)


def address(secret: str, user_name: str, product: str) -> str:
    """Return what the QR code says to the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=user_name, issuer_name=product)


def _counter(now: datetime) -> int:
    return int(now.timestamp()) // SECONDS
