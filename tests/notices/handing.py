"""What letters are handed in with, and how they stand."""

from sqlalchemy.orm import Session

from elearn.notices import Letter

SECRET = "not a secret"
FROM = "Hội LHPN <hoi@vidu.vn>"


def state_of(db: Session, letter: Letter) -> tuple[object, int, str | None]:
    """Return its state, how often it was tried, and what was said against it."""
    db.expire_all()
    return letter.state, letter.attempts, letter.error
