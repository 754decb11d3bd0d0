"""Who opened the Mini App is believed when Telegram says so, lately, and to this bot."""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.platforms.telegram.init_data import (
    CLOCKS_DIFFER,
    GOOD_FOR,
    LONGEST,
    InitDataRefused,
    verified,
)

TOKEN = SecretStr("123456:AAF-the-token-of-the-tests")
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
USER = '{"id":77,"first_name":"Айгүл & co","language_code":"kk-KZ"}'


def signed(token: SecretStr = TOKEN, at: datetime = NOW, **fields: str) -> str:
    """What Telegram's client would give, as its documentation says that it is signed."""
    whole = {"query_id": "AAH", "user": USER, "auth_date": str(int(at.timestamp())), **fields}
    whole["signature"] = "of-telegram's-own-key"
    lines = "\n".join(f"{name}={whole[name]}" for name in sorted(whole))
    key = hmac.new(b"WebAppData", token.get_secret_value().encode(), hashlib.sha256).digest()
    whole["hash"] = hmac.new(key, lines.encode(), hashlib.sha256).hexdigest()
    return urlencode(whole, quote_via=quote)


def refused(init_data: str, now: datetime = NOW) -> InitDataRefused:
    with pytest.raises(InitDataRefused) as error:
        verified(init_data, TOKEN, now)
    assert TOKEN.get_secret_value() not in str(error.value)
    return error.value


def test_what_telegram_signed_is_believed() -> None:
    user = verified(signed(), TOKEN, NOW)
    assert (user.id, user.language) == ("77", "kk")


def test_the_order_of_the_fields_does_not_matter() -> None:
    turned = "&".join(reversed(signed().split("&")))
    assert verified(turned, TOKEN, NOW).id == "77"


def test_a_signature_made_once_by_other_means_is_believed() -> None:
    # openssl dgst -sha256 -hmac WebAppData, and its outcome as the key of a second one.
    fixed = (
        "auth_date=1700000000&user=%7B%22id%22%3A5%7D"
        "&hash=73ede16500f0548e7ce786ff7aa74c70f5096c5125c436ac6ae98aed881ea108"
    )
    then = datetime.fromtimestamp(1_700_000_000, UTC)
    assert verified(fixed, TOKEN, then).id == "5"


@pytest.mark.parametrize("seconds", [0, GOOD_FOR.total_seconds(), -CLOCKS_DIFFER.total_seconds()])
def test_it_is_good_for_an_hour(seconds: float) -> None:
    assert verified(signed(), TOKEN, NOW + timedelta(seconds=seconds)).id == "77"


def test_what_is_older_is_stale() -> None:
    assert refused(signed(), NOW + GOOD_FOR + timedelta(seconds=1)).stale


def test_what_comes_from_the_future_is_refused() -> None:
    assert not refused(signed(), NOW - CLOCKS_DIFFER - timedelta(seconds=1)).stale


@pytest.mark.parametrize(
    "forged",
    [
        signed(SecretStr("123456:another-token")),
        signed().replace("%3A77", "%3A78"),
        signed().replace("auth_date=1", "auth_date=2"),
        signed() + "&more=1",
        signed() + "&user=%7B%22id%22%3A78%7D",
        signed().rpartition("&hash=")[0],
        signed().rpartition("&hash=")[0] + "&hash=",
        signed().rpartition("&hash=")[0] + "&hash=%E2%82%AC",
        signed()[:-1],
        signed().upper(),
        "",
        "hash=",
        "&&&",
        "x" * (LONGEST + 1),
        "&".join(f"a{number}=1" for number in range(1000)),
        "\ud800=1",
        "%00=%00",
    ],
)
def test_what_is_forged_or_broken_is_refused(forged: str) -> None:
    assert not refused(forged).stale


@pytest.mark.parametrize(
    "fields",
    [
        {"user": ""},
        {"user": "[]"},
        {"user": '{"id":"77"}'},
        {"user": '{"id":true}'},
        {"user": '{"id":-1}'},
        {"user": "[" * 2000},
        {"auth_date": ""},
        {"auth_date": "yesterday"},
        {"auth_date": "9" * 15},
    ],
)
def test_what_is_signed_but_says_nothing_is_refused(fields: dict[str, str]) -> None:
    refused(signed(TOKEN, NOW, **fields))


@given(st.text())
def test_anything_else_is_refused(text: str) -> None:
    refused(text)


def test_a_user_without_a_language_has_none() -> None:
    assert verified(signed(user=json.dumps({"id": 5})), TOKEN, NOW).language is None
