"""Undoing a response's compression as it streams in, under a cap on what comes out.

Servers declare gzip and send plain text, compress twice, cut the stream short or send a small bomb;
the first bytes are believed, not the declaration.
"""

import zlib
from collections.abc import Callable

_GZIP_MAGIC = b"\x1f\x8b"
_ROUNDS = 2


class TooBig(Exception):
    """More came out than the cap allows."""


class Decompressor:
    """One layer of decompression, chosen by the first bytes.

    Attributes:
        complete: False once the stream has ended before the compressed data did.
    """

    def __init__(self, declared: str, sink: Callable[[bytes], None], cap: int) -> None:
        self.complete = True
        self._declared = declared.strip().lower()
        self._sink = sink
        self._cap = cap
        self._size = 0
        self._start = b""
        self._feed: Callable[[bytes], None] | None = None
        self._stream: zlib._Decompress | None = None
        self._gzip = False

    def feed(self, data: bytes) -> None:
        """Take the next bytes from the wire.

        Raises:
            TooBig: The cap is passed.
            zlib.error: The compressed data is broken.
        """
        if self._feed is None:
            self._start += data
            if len(self._start) < len(_GZIP_MAGIC):
                return
            data, self._start = self._start, b""
            self._feed = self._choose(data)
        self._feed(data)

    def close(self) -> None:
        """Say that nothing more comes."""
        if self._start:
            self._plain(self._start)
        if self._stream is not None:
            self.complete = self._stream.eof

    def _choose(self, start: bytes) -> Callable[[bytes], None]:
        if start.startswith(_GZIP_MAGIC):
            self._stream, self._gzip = zlib.decompressobj(zlib.MAX_WBITS | 16), True
        elif self._declared == "deflate" and start.lstrip()[:1] not in (b"<", b"{", b"\xef"):
            zlib_header = start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if zlib_header else -zlib.MAX_WBITS)
        else:
            return self._plain
        return self._inflate

    def _plain(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._cap:
            raise TooBig
        self._sink(data)

    def _inflate(self, data: bytes) -> None:
        stream = self._stream
        while stream is not None and data:
            if stream.eof:
                # a gzip file may have several members, one behind the other (RFC 1952 2.2)
                if not self._gzip or not data.startswith(_GZIP_MAGIC[:1]):
                    return  # padding
                stream = self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._plain(stream.decompress(data, self._cap - self._size + 1))
            data = stream.unused_data if stream.eof else stream.unconsumed_tail


def inflate_again(body: bytes, cap: int) -> tuple[bytes, bool]:
    """Undo compression that is still there after the declared one was undone.

    Returns:
        The body, and whether it was complete.

    Raises:
        TooBig: The cap is passed.
        zlib.error: The compressed data is broken.
    """
    complete = True
    for _ in range(_ROUNDS):
        if not body.startswith(_GZIP_MAGIC):
            break
        out = bytearray()
        layer = Decompressor("gzip", out.extend, cap)
        layer.feed(body)
        layer.close()
        body, complete = bytes(out), complete and layer.complete
    return body, complete
