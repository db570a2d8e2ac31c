"""What a device is called, told from what its browser says of itself."""

#: The first sign found decides: many browsers also carry the names of those they descend from.
_BROWSERS = (
    ("Zalo", "Zalo"),
    ("coc_coc", "Cốc Cốc"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("UCBrowser", "UC Browser"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
#: Messengers that open links in a browser of their own.
_APPS = ("Zalo", "FBAN", "FBAV", "FB_IAB", "Messenger")
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """Return a name like `Chrome, Android`; empty if nothing in it is known."""
    parts = (_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent))
    return ", ".join(part for part in parts if part)


def is_within_app(user_agent: str) -> bool:
    """Return whether a page stands in the browser of a messenger, which plays no films well."""
    return any(sign in user_agent for sign in _APPS)


def _first(signs: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for sign, name in signs if sign in text), "")
