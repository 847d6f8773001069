from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.addresses import Space, space_of, space_of_name

LOCAL = (
    "127.0.0.1 127.8.9.10 0.0.0.0 169.254.169.254 ::1 :: fe80::1 fe80::1%eth0 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::"
)
PRIVATE = (
    "10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 fc00::1 ff02::1"
)
PUBLIC = "93.184.216.34 1.1.1.1 172.32.0.1 2606:4700::1111 ::ffff:1.1.1.1 64:ff9b::101:101"


@pytest.mark.parametrize("address", LOCAL.split())
def test_this_machine_and_this_wire_are_local(address: str) -> None:
    assert space_of(address) is Space.LOCAL


@pytest.mark.parametrize("address", [*PRIVATE.split(), "::ffff:192.168.0.1", "2002:a00:1::"])
def test_the_users_own_network_and_what_is_reserved_are_private(address: str) -> None:
    assert space_of(address) is Space.PRIVATE


@pytest.mark.parametrize("address", PUBLIC.split())
def test_the_rest_is_public(address: str) -> None:
    assert space_of(address) is Space.PUBLIC


@given(st.ip_addresses(v=4))
def test_an_address_is_as_private_mapped_into_ipv6_as_it_is_itself(address: IPv4Address) -> None:
    assert space_of(f"::ffff:{address}") is space_of(str(address))


@given(st.ip_addresses(v=6))
def test_every_address_has_a_space(address: IPv6Address) -> None:
    assert (space_of(str(address)) is Space.PUBLIC) <= address.is_global


@pytest.mark.parametrize(
    ("name", "space"),
    [
        ("localhost", Space.LOCAL),
        ("LOCALHOST.", Space.LOCAL),
        ("db.localhost", Space.LOCAL),
        ("[::1]", Space.LOCAL),
        ("192.168.0.1", Space.PRIVATE),
        ("paper.example", Space.PUBLIC),
        ("localhost.example", Space.PUBLIC),
    ],
)
def test_a_name_tells_its_space_as_far_as_a_name_can(name: str, space: Space) -> None:
    assert space_of_name(name) is space
