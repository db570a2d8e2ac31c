"""Which part of the internet an address belongs to: enough to count by, too little to follow."""

from ipaddress import ip_address, ip_network

_PREFIX = {4: 24, 6: 48}


def network_of(address: str | None) -> str:
    """Return the /24 of an IPv4 address, the /48 of an IPv6 one, or `local` for neither."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return "local"
    mapped = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network((mapped, _PREFIX[mapped.version]), strict=False))
