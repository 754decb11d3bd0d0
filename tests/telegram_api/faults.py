"""What can go wrong with a call: scripted one by one, or as a seeded storm.

Error bodies are those of Telegram; a 5xx carries a web server's HTML page, as Telegram's front
servers give.
"""

import random
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


class ApiError(Exception):
    """A refusal as the Bot API words it."""

    def __init__(
        self, code: int, description: str, parameters: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    @property
    def body(self) -> dict[str, Any]:
        """The JSON of the refusal."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return {**body, "parameters": dict(self.parameters)} if self.parameters else body


class Malformed(ApiError):
    """A request that no bot should make: 400, and noted as a complaint."""

    def __init__(self, description: str) -> None:
        super().__init__(400, f"Bad Request: {description}")


@dataclass(frozen=True)
class Fault:
    """One call going wrong.

    Attributes:
        name: For the log of calls.
        error: Answered instead; None for no answer at all.
        html: Answered as a page instead of JSON.
        hangs: The connection stays open and silent; otherwise, with no `error`, it is reset.
        accepted: The call is carried out first.
    """

    name: str
    error: ApiError | None = None
    html: bool = False
    hangs: bool = False
    accepted: bool = False


def too_many_requests(seconds: int) -> Fault:
    """429: wait."""
    return Fault(
        "429", ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
    )


def server_error(code: int = 502) -> Fault:
    """5xx with an HTML page."""
    return Fault(str(code), ApiError(code, "Server Error"), html=True)


def unauthorized() -> Fault:
    """401: the token was revoked."""
    return Fault("401", ApiError(401, "Unauthorized"))


def conflict() -> Fault:
    """409: somebody else polls."""
    return Fault(
        "409",
        ApiError(
            409,
            (
                "Conflict: terminated by other getUpdates request; make sure that only "
                "one bot instance is running"
            ),
        ),
    )


def page_instead_of_json() -> Fault:
    """200 with a page, after the call was carried out: a captive portal or a broken proxy."""
    return Fault("page", ApiError(200, "Welcome"), html=True, accepted=True)


def forbidden(reason: str = "bot was blocked by the user") -> Fault:
    """403."""
    return Fault("403", ApiError(403, f"Forbidden: {reason}"))


def bad_request(reason: str, **parameters: int) -> Fault:
    """400."""
    return Fault("400", ApiError(400, f"Bad Request: {reason}", parameters))


def reset() -> Fault:
    """The connection is reset before anything was done."""
    return Fault("reset")


def answer_lost() -> Fault:
    """The call is carried out and the connection reset before the answer."""
    return Fault("answer lost", accepted=True)


def hang(*, accepted: bool = False) -> Fault:
    """No answer ever comes; `accepted` says whether the call was carried out."""
    return Fault("hang", hangs=True, accepted=accepted)


@dataclass
class Storm:
    """Seeded trouble: `share` of the calls to `methods` go wrong, each in one of `ways`.

    The same seed gives the same sequence.
    """

    seed: int
    share: float
    methods: frozenset[str] = frozenset({"sendMessage", "editMessageText"})
    ways: Sequence[Callable[[], Fault]] = (
        lambda: too_many_requests(1),
        lambda: server_error(500),
        lambda: server_error(502),
        reset,
        hang,
        answer_lost,
    )
    _dice: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)  # noqa: S311  # a script of tests, not a secret

    def strike(self, method: str) -> Fault | None:
        """Return what goes wrong with this call to `method`, or None."""
        if method not in self.methods or self._dice.random() >= self.share:
            return None
        return self._dice.choice(self.ways)()


class Script:
    """Which calls go wrong: first what was scripted for the method, in order.

    Then the storm, if there is one.
    """

    def __init__(self) -> None:
        self._next: defaultdict[str, deque[Fault | None]] = defaultdict(deque)
        self._always: dict[str, Fault] = {}
        self.storm: Storm | None = None

    def fail(self, method: str, *faults: Fault | None) -> None:
        """Let the next calls to `method` go wrong, one by one.

        None stands for one that goes well.
        """
        self._next[method].extend(faults)

    def fail_always(self, method: str, fault: Fault | None) -> None:
        """Let all calls to `method` go wrong, until told otherwise by None."""
        if fault is None:
            self._always.pop(method, None)
        else:
            self._always[method] = fault

    def strike(self, method: str) -> Fault | None:
        """Return what goes wrong with this call to `method`, or None."""
        if self._next[method]:
            return self._next[method].popleft()
        return self._always.get(method) or (self.storm.strike(method) if self.storm else None)
