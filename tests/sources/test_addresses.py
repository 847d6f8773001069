from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.addresses import Space, space_of, space_of_name

LOCAL = (
    "127.0.0.1 127.8.9.10 0.0.0.0 169.254.169.254 ::1 :: fe80::1 fe80::1%eth0 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: "
    "::127.0.0.1 ::a9fe:a9fe ::ffff:0:127.0.0.1 64:ff9b::a9fe:a9fe fe80::5efe:1.1.1.1 2606:4700::5efe:127.0.0.1"
)
PRIVATE = (
    "10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 fc00::1 ff02::1 "
    "fec0::1 64:ff9b:1::7f00:1 3fff::1 100::1 2001:db8::1 ::10.0.0.1 2001:0:7f00:1:: 2606:4700::200:5efe:10.0.0.1"
)
PUBLIC = "93.184.216.34 1.1.1.1 172.32.0.1 2606:4700::1111 ::ffff:1.1.1.1 64:ff9b::101:101 2606:4700::5efe:1.1.1.1"


@pytest.mark.parametrize("address", LOCAL.split())
def test_this_machine_and_this_wire_are_local(address: str) -> None:
    assert space_of(address) is Space.LOCAL


@pytest.mark.parametrize("address", [*PRIVATE.split(), "::ffff:192.168.0.1", "2002:a00:1::"])
def test_the_users_own_network_and_what_is_reserved_are_private(address: str) -> None:
    assert space_of(address) is Space.PRIVATE


@pytest.mark.parametrize("address", PUBLIC.split())
def test_the_rest_is_public(address: str) -> None:
    assert space_of(address) is Space.PUBLIC


@pytest.mark.parametrize("carrier", ["::ffff:{}", "::ffff:0:{}", "64:ff9b::{}", "2002:{high:x}:{low:x}::"])
@given(address=st.ip_addresses(v=4))
def test_an_address_is_as_private_inside_an_ipv6_address_as_it_is_itself(carrier: str, address: IPv4Address) -> None:
    high, low = divmod(int(address), 1 << 16)
    assert space_of(carrier.format(address, high=high, low=low)) is space_of(str(address))


@given(address=st.ip_addresses(v=4), way=st.sampled_from(["{}", "{:#x}", "0{:o}"]))
def test_a_number_that_a_resolver_understands_is_an_address(address: IPv4Address, way: str) -> None:
    assert space_of_name(way.format(int(address))) is space_of(str(address))


@given(st.ip_addresses(v=6))
def test_every_address_has_a_space(address: IPv6Address) -> None:
    meant = address.sixtofour or address  # a tunnel's address is as public as what it leads to; Python 3.13 calls none global
    assert (space_of(str(address)) is Space.PUBLIC) <= meant.is_global


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
        ("localhost.localdomain", Space.LOCAL),
        ("ip6-localhost", Space.LOCAL),
        ("127.0.0.1.", Space.LOCAL),
        ("127.1", Space.LOCAL),
        ("2130706433", Space.LOCAL),
        ("0x7f000001", Space.LOCAL),
        ("0x7F.1", Space.LOCAL),
        ("017700000001", Space.LOCAL),
        ("0177.0.0.1", Space.LOCAL),
        ("169.254.43518", Space.LOCAL),
        ("10.1", Space.PRIVATE),
        ("0xc0a80001", Space.PRIVATE),
        ("[::ffff:7f00:1]", Space.LOCAL),
        ("16843009", Space.PUBLIC),
        ("127.0.0.1.example", Space.PUBLIC),
        ("münchen.example", Space.PUBLIC),
        ("a\0b", Space.PUBLIC),
        ("", Space.PUBLIC),
    ],
)
def test_a_name_tells_its_space_as_far_as_a_name_can(name: str, space: Space) -> None:
    assert space_of_name(name) is space
