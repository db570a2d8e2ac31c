"""A phone that keeps lectures: what it plays without a line, sealed as it would seal it."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest
from typing import Any


@dataclass
class Phone:
    """Holds leases as their answers came, and seals envelopes by their keys alone."""

    leases: dict[str, dict[str, Any]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def keep(self, told: dict[str, Any]) -> str:
        """Keep what the server answered to whoever asked for a lease; return its token."""
        self.leases[told["lease"]] = told
        return str(told["lease"])

    def played(self, lease: str, *ranges: tuple[int, int], **more: Any) -> str:
        """Return a line that tells of what was played."""
        position = ranges[-1][1] if ranges else 0
        form = self.leases[lease].get("form", "video")
        report = {"form": form, "ranges": [*ranges], "position": position, "from": None, "to": None}
        self.numbers[lease] = self.numbers.get(lease, 0) + 1
        said = {
            "lease": lease,
            "number": self.numbers[lease],
            "made": 0,
            "ahead": None,
            "reports": [report] if ranges else [],
        }
        return self.sealed(lease, {**said, **more})

    def sealed(self, lease: str, said: dict[str, Any]) -> str:
        text = json.dumps(said, separators=(",", ":"), ensure_ascii=False)
        return self.line(lease, text)

    def line(self, lease: str, text: str) -> str:
        told = self.leases[lease]
        key = urlsafe_b64decode(told["key"] + "=")
        mac = digest(key, f"{told['server']}\n{text}".encode(), sha256)
        return f"{urlsafe_b64encode(mac).decode().rstrip('=')} {text}"
