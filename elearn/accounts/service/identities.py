"""Link an account to another house's sign-in, sign in by it, and unlink it."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.accounts.models import LinkedIdentity
from elearn.accounts.queries import Presence, account_linked, identity_of
from elearn.accounts.rules import Identity
from elearn.accounts.service.outcomes import SignedIn
from elearn.accounts.service.sessions import Device, open_session
from elearn.errors import Conflict
from elearn.text import msg


def link_identity(
    db: Session, presence: Presence, identity: Identity, device: Device, *, now: datetime
) -> LinkedIdentity:
    """Let whoever is signed in be signed in by a provider; the same link made twice is made once.

    :raise Conflict: if this person of the provider is linked to another account already, or the
        account to another person of it.
    """
    same = LinkedIdentity.issuer == identity.issuer, LinkedIdentity.subject == identity.subject
    held = db.scalar(select(LinkedIdentity).where(*same))
    if held and held.account_id == presence.account_id:
        return held
    if held or identity_of(db, presence.account_id, identity.issuer):
        raise Conflict(
            msg(
                "Tài khoản bên kia đã nối với một tài khoản khác ở đây, hoặc tài khoản này đã nối"
                " rồi. Bỏ nối trước đã."
            )
        )
    link = LinkedIdentity(
        account_id=presence.account_id,
        issuer=identity.issuer,
        subject=identity.subject,
        linked_at=now,
    )
    db.add(link)
    db.flush()
    _write_down(db, presence, "account.linked", device, now=now)
    return link


def unlink_identity(
    db: Session, presence: Presence, issuer: str, device: Device, *, now: datetime
) -> None:
    """Sign in by the password alone from now on; nothing happens if there was no link."""
    if link := identity_of(db, presence.account_id, issuer):
        db.delete(link)
        _write_down(db, presence, "account.unlinked", device, now=now)


def sign_in_linked(
    db: Session, identity: Identity, device: Device, *, now: datetime
) -> SignedIn | None:
    """Sign in whoever linked this identity; nobody if none did.

    No role comes of it, and a second factor is asked for as after a password.
    """
    account = account_linked(db, identity.issuer, identity.subject)
    if account is None:
        return None
    token = open_session(db, account, now=now, device=device, is_proved=False)
    return SignedIn(account.id, token)


def _write_down(
    db: Session, presence: Presence, act: str, device: Device, *, now: datetime
) -> None:
    owner = replace(presence.actor, origin=device.network)
    audit.record(db, owner, act, "account", presence.account_id, now=now)
