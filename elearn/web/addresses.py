"""Where a person goes when a thing is done: back to where she came from, never to another site."""


def local(address: str | None, *, otherwise: str = "/") -> str:
    """Return the address if it is a path of this site, else the other.

    Browsers read a backslash as a slash and drop blanks and controls, so none may stand in it.
    """
    text = address or ""
    is_path = text.startswith("/") and not text.startswith("//")
    is_plain = all(sign > " " and sign not in "\\\x7f" for sign in text)
    return text if is_path and is_plain else otherwise
