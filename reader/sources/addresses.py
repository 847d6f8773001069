"""Which addresses a page may lead to.

The rule is that of browsers (https://wicg.github.io/private-network-access/): a redirect or a link may not lead into a more
private space than the one it comes from.  From a public server it may lead to public ones only; from the user's own network
also into that network; from this machine anywhere.
"""

from __future__ import annotations

from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address


class Space(IntEnum):
    """How private an address is; a greater value is more private."""

    PUBLIC = 0
    PRIVATE = 1
    """The user's own network, and what is not for the public net: RFC 1918, unique local, shared, reserved, multicast."""
    LOCAL = 2
    """This machine and this wire: loopback, link-local (where clouds keep their keys), unspecified."""


_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address that is meant


def space_of(address: str) -> Space:
    """Judge a numeric IPv4 or IPv6 address, with or without a zone.

    Raises:
        ValueError: it is no address.
    """
    ip = ip_address(address.partition("%")[0])
    inner = _embedded(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None:
        return max(_judge(inner), Space.PUBLIC)
    return _judge(ip)


def space_of_name(host: str) -> Space:
    """Judge a host by its name alone: numbers by their space, `localhost` as local, all other names as public."""
    try:
        return space_of(host.strip("[]"))
    except ValueError:
        name = host.rstrip(".").lower()
        return Space.LOCAL if name == "localhost" or name.endswith(".localhost") else Space.PUBLIC


def _judge(ip: IPv4Address | IPv6Address) -> Space:
    if ip.is_loopback or ip.is_link_local or ip.is_unspecified:
        return Space.LOCAL
    return Space.PUBLIC if ip.is_global and not ip.is_multicast else Space.PRIVATE


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """Give the IPv4 address that an IPv6 address stands for: mapped, 6to4, NAT64."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    return IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
