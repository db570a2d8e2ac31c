"""What learners of the deadline day ask, as bytes: pages, and reports of their players."""

import json
from time import time

from scripts.proofs._deadline_site import Seat

_FROM = """Host: localhost
Accept: application/json
Content-Type: application/json
Sec-Fetch-Site: same-origin
User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile
""".strip().replace("\n", "\r\n")


def page(seat: Seat, path: str) -> bytes:
    """Return the request for a page."""
    head = _FROM.replace("application/json", "text/html")
    return f"GET {path} HTTP/1.1\r\n{head}\r\nCookie: {seat.cookie}\r\n\r\n".encode()


def report(seat: Seat, ranges: list[list[int]], position: int) -> bytes:
    """Return the request that reports these seconds, played until now."""
    at = int(time() * 1000)
    said = {
        "session": seat.session,
        "form": "video",
        "ranges": ranges,
        "position": position,
        "from": at - 15_000,
        "to": at,
        "knows": position,
    }
    body = json.dumps({"sent_at": at, "ahead": 0, "reports": [said]}, separators=(",", ":"))
    head = (
        f"POST /watching/reports HTTP/1.1\r\n{_FROM}\r\nCookie: {seat.cookie}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode()
