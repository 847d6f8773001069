"""Which addresses a page may lead to.

The rule is that of browsers (https://wicg.github.io/private-network-access/): a redirect or a link may not lead into a more
private space than the one it comes from.  From a public server it may lead to public ones only; from the user's own network
also into that network; from this machine anywhere.
"""

from __future__ import annotations

import socket
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from reader.sources.networks import is_local, is_special


class Space(IntEnum):
    """How private an address is; a greater value is more private."""

    PUBLIC = 0
    PRIVATE = 1
    """The user's own network, and what is not for the public net: RFC 1918, unique local, shared, reserved, multicast."""
    LOCAL = 2
    """This machine and this wire: loopback, link-local (where clouds keep their keys), unspecified."""


_CARRIERS = tuple(
    IPv6Network(network)
    for network in (
        "::ffff:0:0/96",  # mapped, RFC 4291, 2.5.5.2
        "64:ff9b::/96",  # NAT64, RFC 6052
        "::ffff:0:0:0/96",  # translated, RFC 2765
        "::/96",  # IPv4-compatible, RFC 4291, 2.5.5.1; given up, but still understood
    )
)
"""Networks whose last 32 bits are the IPv4 address that is meant."""
_ISATAP = (0x00005EFE, 0x02005EFE)
"""The 32 bits before the IPv4 address in an interface identifier of ISATAP (RFC 5214, 6.1)."""
_LOCAL_NAMES = frozenset({"localhost", "localhost.localdomain", "localhost6", "ip6-localhost", "ip6-loopback"})
"""RFC 6761, 6.3, and what Linux's `/etc/hosts` calls the same machine."""


def space_of(address: str) -> Space:
    """Judge a numeric IPv4 or IPv6 address, with or without a zone.

    Raises:
        ValueError: it is no address.
    """
    ip = ip_address(address.partition("%")[0])
    inner = _embedded(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None:
        return _judge(inner)
    tunnelled = _tunnelled(ip) if isinstance(ip, IPv6Address) else None
    return max(_judge(ip), _judge(tunnelled)) if tunnelled else _judge(ip)


def space_of_name(host: str) -> Space:
    """Judge a host by its name alone: numbers by their space, `localhost` as local, all other names as public.

    Resolvers take `127.1`, `0x7f000001`, `2130706433` and `0177.0.0.1` for numbers too (inet_aton(3)).
    """
    name = host.strip("[]").rstrip(".").lower()
    if name in _LOCAL_NAMES or name.endswith(".localhost"):
        return Space.LOCAL
    try:
        return space_of(name if ":" in name else socket.inet_ntoa(socket.inet_aton(name)))
    except (OSError, ValueError):  # ValueError: a NUL, or letters that are none of ASCII
        return Space.PUBLIC


def _judge(ip: IPv4Address | IPv6Address) -> Space:
    if is_local(ip):
        return Space.LOCAL
    return Space.PRIVATE if is_special(ip) else Space.PUBLIC


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address is another way of writing: mapped, compatible, translated, 6to4, NAT64."""
    if int(ip) <= 1:  # `::` and `::1`; Python 3.13's `is_loopback` is true of a mapped address, too
        return None
    if any(ip in network for network in _CARRIERS):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.sixtofour


def _tunnelled(ip: IPv6Address) -> IPv4Address | None:
    return IPv4Address(int(ip) & 0xFFFFFFFF) if int(ip) >> 32 & 0xFFFFFFFF in _ISATAP else None
