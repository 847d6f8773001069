from __future__ import annotations

import pytest

from reader.sources.addresses import Space, space_of

PUBLIC = (
    "8.8.8.8",
    "192.0.1.1",
    "172.15.0.1",
    "172.32.0.1",
    "100.128.0.1",
    "223.255.255.255",
    "2606:4700::1111",
    "2400:cb00::1",
)
PRIVATE = (
    "0.1.2.3", "10.1.1.1", "100.64.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.0.9", "192.0.0.170", "192.0.2.1",
    "192.31.196.1", "192.52.193.1", "192.88.99.1", "192.168.1.1", "192.175.48.1", "198.19.0.1", "198.51.100.1", "203.0.113.1",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2620:4f:8000::1", "3fff::1",
    "5f00::1", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "4000::1", "1::1",
)  # fmt: skip
LOCAL = ("127.0.0.1", "127.255.255.255", "169.254.169.254", "0.0.0.0", "::1", "::", "fe80::1", "fe80::1%eth0")


@pytest.mark.parametrize("address", PUBLIC)
def test_what_no_registry_keeps_back_is_public(address: str) -> None:
    assert space_of(address) is Space.PUBLIC


@pytest.mark.parametrize("address", PRIVATE)
def test_what_a_registry_keeps_back_is_private(address: str) -> None:
    assert space_of(address) is Space.PRIVATE


@pytest.mark.parametrize("address", LOCAL)
def test_this_machine_and_this_wire_are_local(address: str) -> None:
    assert space_of(address) is Space.LOCAL


@pytest.mark.parametrize("written", ["::ffff:192.0.0.8", "64:ff9b::192.0.0.8", "2002:c000:8::1"])
def test_an_address_is_as_private_as_the_one_that_it_carries(written: str) -> None:
    assert space_of(written) is Space.PRIVATE
