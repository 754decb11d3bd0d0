"""The address guard: fetching what strangers name, the bot must never reach inside.

The check stands where the socket is made, on the address that is really connected to. Literal
addresses, odd spellings, redirects and DNS answers that change between check and use (rebinding)
all end there, so nothing has to be guessed from the text of a URL.
"""

import errno
import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]
"""One answer of getaddrinfo: family, kind, protocol, canonical name, socket address."""

SocketFactory = Callable[[AddressInfo], socket.socket]

PRIVATE = ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
"""The addresses of this machine and of its local network."""

_TUNNELS = tuple(
    ip_network(net)
    for net in (
        "192.0.0.0/24",  # protocol assignments (RFC 6890)
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "::/96",  # IPv4-compatible (RFC 4291, 2.5.5.1)
        "::ffff:0:0:0/96",  # IPv4-translated (RFC 2765)
        "64:ff9b::/96",  # NAT64 (RFC 6052)
        "64:ff9b:1::/48",  # local NAT64 (RFC 8215)
        "2001::/32",  # Teredo (RFC 4380)
        "2002::/16",  # 6to4 (RFC 3056)
        "fec0::/10",  # site-local (RFC 3879)
        "3fff::/20",  # documentation (RFC 9637)
        "5f00::/16",  # segment routing (RFC 9602)
    )
)
"""What `is_global` of Python 3.11 to 3.13 does not everywhere know to lead off the Internet."""


class RefusedAddress(OSError):
    """The address is not public; nothing was sent to it.

    Its text is the same for every address, so that the connector raises the first one when all of a
    host's addresses are refused.

    Attributes:
        address: The address that was refused.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(errno.EACCES, "not a public address")


def plain_socket(info: AddressInfo) -> socket.socket:
    """Return an unconnected socket for `info`."""
    family, kind, protocol, _, _ = info
    return socket.socket(family=family, type=kind, proto=protocol)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether `address` is on the public Internet and leads nowhere else."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address in network for network in _TUNNELS)


class Guard:
    """Makes sockets to public addresses and to those of `allowed`, and to no others."""

    def __init__(
        self, allowed: Iterable[str] = (), *, factory: SocketFactory = plain_socket
    ) -> None:
        """Set what is allowed besides the public Internet.

        Args:
            allowed: Networks or addresses, such as "127.0.0.0/8".
            factory: What makes a socket for an address that has passed.

        Raises:
            ValueError: An entry of `allowed` is no network.
        """
        self._allowed: tuple[IPv4Network | IPv6Network, ...] = tuple(
            ip_network(entry, strict=False) for entry in allowed
        )
        self._factory = factory

    def allows(self, address: str) -> bool:
        """Tell whether a connection to `address`, a literal IP address, may be made."""
        try:
            parsed = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
        return is_public(parsed) or any((mapped or parsed) in network for network in self._allowed)

    def __call__(self, info: AddressInfo) -> socket.socket:
        """Make the socket for `info`; this is the connector's `socket_factory`.

        Raises:
            RefusedAddress: The address is neither public nor allowed.
        """
        address = str(info[4][0])
        if not self.allows(address):
            raise RefusedAddress(address)
        return self._factory(info)
