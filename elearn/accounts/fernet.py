"""Secrets at rest, encrypted by a key that this installation's own secret key makes."""

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from elearn.errors import Conflict
from elearn.text import msg


def seal(secret: str, *, key: str) -> str:
    """Return a secret as a table may hold it."""
    return _cipher(key).encrypt(secret.encode()).decode()


def unseal(sealed: str, *, key: str) -> str:
    """Return a sealed secret.

    :raise Conflict: if it was sealed by another installation, or under an earlier key.
    """
    try:
        return _cipher(key).decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Conflict(
            msg(
                "Lớp bảo vệ thứ hai của tài khoản này không còn đọc được vì khóa của hệ thống đã"
                " đổi. Nhờ quản trị trung ương đặt lại."
            )
        ) from None


def fingerprint(text: str, *, key: str) -> str:
    """Return what stands for a text in a table, which tells nothing to who has no key."""
    return hmac.digest(_derived(key, b"elearn fingerprints"), text.encode(), "sha256").hex()


def _cipher(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_derived(key, b"elearn second factor")))


def _derived(key: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=purpose).derive(key.encode())
