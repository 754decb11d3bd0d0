"""A line to a server on loopback that can be cut.

Between the bot and its platforms, for tests of what a network does.
"""

import asyncio
import socket
import struct
from contextlib import suppress
from typing import Self

_BYTES = 65536
_RESET = struct.pack("ii", 1, 0)
_ROOM = 128


class Relay:
    """Carries connections to a server. Use it as an async context manager.

    Args:
        port: The server's, on loopback.

    Attributes:
        port: Where the line begins, on loopback.
    """

    def __init__(self, port: int) -> None:
        self._server = ("127.0.0.1", port)
        self._open = asyncio.Event()
        self._listening: socket.socket
        self._accepting: asyncio.Task[None]
        self._carrying: set[asyncio.Task[None]] = set()
        self._fill: list[socket.socket] = []
        self.port = 0

    async def __aenter__(self) -> Self:
        self._listen()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._deafen()
        self._listening.close()
        self._empty()
        await self._reset()

    async def cut(self) -> None:
        """Reset every connection, and refuse new ones, until `restore`."""
        await self._deafen()
        self._listening.close()
        await self._reset()

    async def freeze(self) -> None:
        """Let every connection stand still, and every attempt at a new one, until `restore`.

        As if packets went nowhere.
        """
        self._open.clear()
        await self._deafen()
        # A queue of connections that nobody accepts, once it is full, lets the kernel drop what
        # asks for another one.
        self._listening.listen(0)
        for _ in range(2):
            filler = socket.socket()
            filler.setblocking(False)
            with suppress(BlockingIOError):
                filler.connect(("127.0.0.1", self.port))
            self._fill.append(filler)

    async def restore(self) -> None:
        """Let everything through again; what stood still goes on."""
        self._empty()
        if self._listening.fileno() < 0:
            self._listen()
        else:
            self._listening.listen(_ROOM)
            self._begin()

    def _listen(self) -> None:
        self._listening = socket.socket()
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listening.bind(("127.0.0.1", self.port))
        self._listening.listen(_ROOM)
        self._listening.setblocking(False)
        self.port = self._listening.getsockname()[1]
        self._begin()

    def _begin(self) -> None:
        self._open.set()
        self._accepting = asyncio.create_task(self._accept())

    async def _deafen(self) -> None:
        self._accepting.cancel()
        await asyncio.gather(self._accepting, return_exceptions=True)

    def _empty(self) -> None:
        while self._fill:
            self._fill.pop().close()

    async def _reset(self) -> None:
        for task in self._carrying:
            task.cancel()
        await asyncio.gather(*self._carrying, return_exceptions=True)

    async def _accept(self) -> None:
        while True:
            near, _ = await asyncio.get_running_loop().sock_accept(self._listening)
            task = asyncio.create_task(self._carry(near))
            self._carrying.add(task)
            task.add_done_callback(self._carrying.discard)

    async def _carry(self, near: socket.socket) -> None:
        with near, socket.socket() as far:
            far.setblocking(False)
            whole = False
            try:
                await asyncio.get_running_loop().sock_connect(far, self._server)
                async with asyncio.TaskGroup() as both:
                    both.create_task(self._pass_on(near, far))
                    both.create_task(self._pass_on(far, near))
                whole = True
            except* OSError:
                whole = False  # one end broke, so the other one does
            finally:
                if not whole:
                    for end in (near, far):
                        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)

    async def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            data = await loop.sock_recv(source, _BYTES)
            await self._open.wait()
            if not data:
                target.shutdown(socket.SHUT_WR)
                return
            await loop.sock_sendall(target, data)
