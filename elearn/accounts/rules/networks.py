"""Which part of the internet an address belongs to: enough to count by, too little to follow."""

from ipaddress import ip_address, ip_network

_PREFIX = {4: 24, 6: 48}


#: This machine itself: a person sitting at it, or a proxy that does not say for whom it asks.
LOCAL = "local"


def network_of(address: str | None) -> str:
    """Return the /24 of an IPv4 address, the /48 of an IPv6 one, or that it is this machine."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return LOCAL
    mapped = getattr(found, "ipv4_mapped", None) or found
    if mapped.is_loopback:
        return LOCAL
    return str(ip_network((mapped, _PREFIX[mapped.version]), strict=False))


def shown_network(network: str) -> str:
    """Return a network as it is told: the part of the addresses that all of it share."""
    address, _, size = network.partition("/")
    if size == str(_PREFIX[4]):
        return address.removesuffix("0") + "x"
    return address.removesuffix(":") + "…" if size == str(_PREFIX[6]) else network
