"""Which addresses are for the public net: the registries of special addresses that IANA keeps, as of 2026-11-23.

    https://www.iana.org/assignments/iana-ipv4-special-registry/
    https://www.iana.org/assignments/iana-ipv6-special-registry/
    https://www.iana.org/assignments/ipv6-address-space/         2000::/3 alone is given to networks

The list is our own, since that of `ipaddress` changes with the version of Python: 192.0.0.0/24 was public there before 3.13.
What a registry calls globally reachable, but no web page is served from (anycast of protocols), counts as special too.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

_LOCAL = (
    IPv4Network("127.0.0.0/8"),  # loopback, RFC 1122
    IPv4Network("169.254.0.0/16"),  # link-local, RFC 3927
    IPv4Network("0.0.0.0/32"),  # this host, RFC 1122
    IPv6Network("::1/128"),  # loopback, RFC 4291
    IPv6Network("::/128"),  # unspecified, RFC 4291
    IPv6Network("fe80::/10"),  # link-local, RFC 4291
)
_SPECIAL_IPV4 = (
    IPv4Network("0.0.0.0/8"),  # this network, RFC 791
    IPv4Network("10.0.0.0/8"),  # private use, RFC 1918
    IPv4Network("100.64.0.0/10"),  # shared by a carrier, RFC 6598
    IPv4Network("172.16.0.0/12"),  # private use, RFC 1918
    IPv4Network("192.0.0.0/24"),  # protocol assignments, RFC 6890
    IPv4Network("192.0.2.0/24"),  # documentation, RFC 5737
    IPv4Network("192.31.196.0/24"),  # AS112, RFC 7535
    IPv4Network("192.52.193.0/24"),  # AMT, RFC 7450
    IPv4Network("192.88.99.0/24"),  # anycast of 6to4, RFC 7526
    IPv4Network("192.168.0.0/16"),  # private use, RFC 1918
    IPv4Network("192.175.48.0/24"),  # AS112, RFC 7534
    IPv4Network("198.18.0.0/15"),  # benchmarking, RFC 2544
    IPv4Network("198.51.100.0/24"),  # documentation, RFC 5737
    IPv4Network("203.0.113.0/24"),  # documentation, RFC 5737
    IPv4Network("224.0.0.0/4"),  # multicast, RFC 5771
    IPv4Network("240.0.0.0/4"),  # reserved, RFC 1112; with the limited broadcast, RFC 8190
)
_GIVEN_IPV6 = IPv6Network("2000::/3")
_SPECIAL_IPV6 = (
    IPv6Network("2001::/23"),  # protocol assignments, RFC 2928: Teredo, ORCHID, benchmarking, AMT
    IPv6Network("2001:db8::/32"),  # documentation, RFC 3849
    IPv6Network("2620:4f:8000::/48"),  # AS112, RFC 7534
    IPv6Network("3fff::/20"),  # documentation, RFC 9637
)


def is_local(ip: IPv4Address | IPv6Address) -> bool:
    """Return whether an address is of this machine or of this wire, where clouds keep their keys."""
    return any(ip in network for network in _LOCAL)


def is_special(ip: IPv4Address | IPv6Address) -> bool:
    """Return whether an address is not for the public net."""
    if isinstance(ip, IPv4Address):
        return any(ip in network for network in _SPECIAL_IPV4)
    return ip not in _GIVEN_IPV6 or any(ip in network for network in _SPECIAL_IPV6)
