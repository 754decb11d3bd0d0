"""Settings come from the environment and .env, and a wrong one is told in one message that names it
and keeps its secret."""

import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from config.errors import ConfigError
from config.settings import SECRETS, Settings, load_settings, secrets_of

ENV_EXAMPLE = Path(__file__).parents[2] / ".env.example"

pytestmark = pytest.mark.usefixtures("bare_environment")


def test_with_nothing_set_everything_has_its_default() -> None:
    settings = load_settings()
    assert settings.database_url.get_secret_value() == "sqlite:///data/tco-bot.db"
    assert settings.telegram_token is None
    assert settings.default_timezone == "UTC"
    assert not settings.http_allow_private


def test_the_database_follows_the_data_folder(tmp_path: Path) -> None:
    assert (
        load_settings(data_dir=tmp_path).database_url.get_secret_value()
        == f"sqlite:///{tmp_path}/tco-bot.db"
    )


def test_the_environment_wins_over_the_file_and_an_override_over_both(
    bare_environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(
        "TCO_LOG_LEVEL=error\nTCO_DEFAULT_LANGUAGE=kk\nTCO_LOG_FORMAT=json\n", "utf-8"
    )
    bare_environment.setenv("TCO_DEFAULT_LANGUAGE", "ky")
    bare_environment.setenv("TCO_LOG_FORMAT", "console")
    settings = load_settings(log_format="auto")
    assert (settings.log_level, settings.default_language, settings.log_format) == (
        "ERROR",
        "ky",
        "auto",
    )


def test_the_bot_can_be_called_from_outside_only_where_somebody_says_at_which_address() -> None:
    assert load_settings(env_file=None, web_port=8080).public_url is None
    assert load_settings(env_file=None, web_url="https://bot.example/").public_url is None
    assert (
        load_settings(env_file=None, web_port=8080, web_url="https://bot.example/").public_url
        == "https://bot.example"
    )


def test_lists_are_written_with_commas(bare_environment: pytest.MonkeyPatch) -> None:
    bare_environment.setenv("TCO_TELEGRAM_ALLOWED_USERS", "12, 345,")
    bare_environment.setenv("TCO_MATRIX_ALLOWED_INVITERS", "@aida:example.org,@*:example.com")
    settings = load_settings()
    assert settings.telegram_allowed_users == (12, 345)
    assert settings.matrix_allowed_inviters == ("@aida:example.org", "@*:example.com")


def test_an_empty_variable_means_the_default(bare_environment: pytest.MonkeyPatch) -> None:
    bare_environment.setenv("TCO_TELEGRAM_TOKEN", "")
    bare_environment.setenv("TCO_HTTP_MAX_BYTES", "")
    assert load_settings() == load_settings(env_file=None)
    assert load_settings().telegram_token is None


def test_every_setting_is_documented_in_the_example_and_nothing_else_is() -> None:
    lines = ENV_EXAMPLE.read_text("utf-8").splitlines()
    named = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(named) == sorted(f"TCO_{name.upper()}" for name in Settings.model_fields)
    for number, line in enumerate(lines):
        if line.startswith("TCO_"):
            above = lines[:number]
            assert next(text for text in reversed(above) if not text.startswith("TCO_")).startswith(
                "# "
            ), f"{line} has no comment"


def test_the_example_as_it_stands_means_the_defaults() -> None:
    assert load_settings(env_file=ENV_EXAMPLE) == load_settings(env_file=None)


def test_the_class_docstring_speaks_of_every_setting() -> None:
    assert Settings.__doc__ is not None
    for name in Settings.model_fields:
        assert f"        {name}: " in Settings.__doc__.replace("\n    ", "\n        "), name


BROKEN: list[tuple[dict[str, str], str]] = [
    (
        {"DEFAULT_TIMEZONE": "Asia/Bishkekk"},
        (
            "TCO_DEFAULT_TIMEZONE: is «Asia/Bishkekk», which is not a time zone. Did you "
            "mean Asia/Bishkek?"
        ),
    ),
    (
        {"DEFAULT_TIMEZONE": "../etc/passwd"},
        (
            "TCO_DEFAULT_TIMEZONE: is «../etc/passwd», which is not a time zone. Write "
            "an IANA name such as Asia/Bishkek."
        ),
    ),
    (
        {"DEFAULT_LANGUAGE": "de"},
        (
            "TCO_DEFAULT_LANGUAGE: is «de», which the bot does not speak. Write one of "
            "en, tr, az, kk, ky, uz, ru."
        ),
    ),
    (
        {"LOG_LEVEL": "loud"},
        (
            "TCO_LOG_LEVEL: is «LOUD», which is not known. Write one of 'DEBUG', 'INFO', "
            "'WARNING' or 'ERROR'."
        ),
    ),
    ({"HTTP_MAX_BYTES": "5 MB"}, "TCO_HTTP_MAX_BYTES: is «5 MB». Write a whole number."),
    (
        {"HTTP_MAX_BYTES": "3"},
        "TCO_HTTP_MAX_BYTES: is «3». It should be greater than or equal to 10000.",
    ),
    ({"POLL_TICK_SECONDS": "0"}, "TCO_POLL_TICK_SECONDS: is «0». It should be greater than 0."),
    ({"HTTP_ALLOW_PRIVATE": "maybe"}, "TCO_HTTP_ALLOW_PRIVATE: is «maybe». Write true or false."),
    (
        {"TELEGRAM_ALLOWED_USERS": "12,@aida"},
        "TCO_TELEGRAM_ALLOWED_USERS: holds «@aida». Write a whole number.",
    ),
    (
        {"MATRIX_ALLOWED_INVITERS": "aida"},
        (
            "TCO_MATRIX_ALLOWED_INVITERS: holds «aida», which is not a Matrix user id. "
            "Write the full id such as @bot:example.org."
        ),
    ),
    (
        {"TELEGRAM_BASE_URL": "api.telegram.org"},
        (
            "TCO_TELEGRAM_BASE_URL: is «api.telegram.org», which is not a URL. Write a "
            "full http or https URL such as https://example.org/."
        ),
    ),
    (
        {"MATRIX_HOMESERVER": "https://matrix.example.org"},
        (
            "TCO_MATRIX_USER: is missing although TCO_MATRIX_HOMESERVER is set. Write "
            "the bot's full id such as @bot:example.org."
        ),
    ),
    (
        {"MATRIX_HOMESERVER": "https://matrix.example.org", "MATRIX_USER": "@bot:example.org"},
        (
            "TCO_MATRIX_PASSWORD: is missing, and so is TCO_MATRIX_TOKEN, although "
            "TCO_MATRIX_HOMESERVER is set. Set one of the two."
        ),
    ),
    (
        {"MATRIX_TOKEN": "syt_secret"},
        (
            "TCO_MATRIX_DEVICE_ID: is missing although TCO_MATRIX_TOKEN is set. Write "
            "the id of the device that the token was made for."
        ),
    ),
    (
        {"TELEGRAM_TOKEN": "my-secret"},
        (
            "TCO_TELEGRAM_TOKEN: is not a bot token. Write the whole token that "
            "BotFather gave, digits, a colon and letters."
        ),
    ),
    (
        {"DATABASE_URL": "mysql://user:hunter2@host/name"},
        (
            "TCO_DATABASE_URL: is for a database that is not known. Begin it with "
            "sqlite:/// or postgresql+psycopg://."
        ),
    ),
    (
        {"USER_AGENT": "tço-bot"},
        (
            "TCO_USER_AGENT: holds characters that no HTTP header may hold. Write plain "
            "ASCII such as name/1.0 (+https://example.org/)."
        ),
    ),
    (
        {"TELEGRAM_TOKE": "1:a"},
        "TCO_TELEGRAM_TOKE: is not a setting. Did you mean TCO_TELEGRAM_TOKEN?",
    ),
]


@pytest.mark.parametrize(
    ("variables", "message"),
    BROKEN,
    ids=["+".join(row[0]) + f" {next(iter(row[0].values()))}" for row in BROKEN],
)
def test_a_wrong_setting_gives_one_readable_message(
    bare_environment: pytest.MonkeyPatch, variables: dict[str, str], message: str
) -> None:
    for name, value in variables.items():
        bare_environment.setenv(f"TCO_{name}", value)
    with pytest.raises(ConfigError) as refused:
        load_settings()
    assert str(refused.value) == message


def test_a_misspelt_name_in_the_file_is_told_with_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TCO_POL_TICK_SECONDS=3\nPATH_OF_ANOTHER_PROGRAM=/\n", "utf-8")
    with pytest.raises(ConfigError) as refused:
        load_settings()
    assert (
        str(refused.value)
        == ".env, TCO_POL_TICK_SECONDS: is not a setting. Did you mean TCO_POLL_TICK_SECONDS?"
    )


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("TCO_USER_AGENT=Türkiye\n".encode("windows-1254"))
    with pytest.raises(ConfigError) as refused:
        load_settings()
    assert str(refused.value) == ".env: is not UTF-8 text. Save the file as UTF-8."


def test_an_unknown_override_is_told() -> None:
    with pytest.raises(
        ConfigError, match=r"^poll_tick: is not a setting\. Did you mean poll_tick_seconds\?$"
    ):
        load_settings(poll_tick=3)


@pytest.mark.parametrize("name", sorted(SECRETS))
@given(
    secret=st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=12, max_size=40)
)
def test_no_error_and_no_picture_of_the_settings_holds_a_secret(name: str, secret: str) -> None:
    wrong_kinds: list[Any] = [secret, [secret], {"a": secret}]
    for value in wrong_kinds:
        try:
            shown = repr(load_settings(env_file=None, **{name: value, "matrix_device_id": "D"}))
        except ConfigError as error:
            shown = (
                str(error)
                + repr(error.__cause__)
                + repr(error.__context__ if not error.__suppress_context__ else None)
            )
        assert secret not in shown


def test_every_setting_that_names_a_secret_is_kept_as_one() -> None:
    assert {
        name for name in Settings.model_fields if name.endswith(("token", "password"))
    } <= SECRETS
    assert "database_url" in SECRETS
    assert isinstance(
        load_settings(telegram_token="1:a").telegram_token, SecretStr
    )  # a token of the right shape is taken


def test_settings_survive_a_round_trip() -> None:
    settings = load_settings(default_timezone="Asia/Bishkek", telegram_allowed_users=[1, 2])
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301 - our own bytes
    assert Settings.model_validate(settings.model_dump()) == settings


@pytest.mark.parametrize(
    ("url", "secrets"),
    [
        ("sqlite:///data/tco-bot.db", []),
        ("postgresql://diary:p%40ss-word@db/tco", ["p%40ss-word", "p@ss-word"]),
        ("postgresql://[db", []),
    ],
)
def test_of_the_databases_address_the_password_alone_is_a_secret(
    url: str, secrets: list[str]
) -> None:
    settings = load_settings(env_file=None, database_url=url)
    assert sorted(secrets_of(settings)) == sorted(secrets)
