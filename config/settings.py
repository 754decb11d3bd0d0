"""What whoever runs the bot decides: from the environment (prefix TCO_) and .env, checked once.

Every setting is documented in .env.example, and a test holds the two together. Secrets are
`SecretStr`: they never appear in a log, a traceback or an error. A wrong or misspelt setting gives
one `ConfigError` that names the variable, what is wrong and what would be right.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import unquote, urlsplit

from dotenv import dotenv_values
from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from config.errors import ConfigError
from config.languages import lay_over
from config.setting_types import ChatName, InterfaceLanguage, MatrixId, Seconds, WebhookUrl
from config.toml import explain, suggest, wrong
from config.types import Timezone, Url

PREFIX = "TCO_"

_DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")
_TELEGRAM_TOKEN = re.compile(r"\d+:\S+")


def _split(value: object) -> object:
    return (
        [part.strip() for part in value.split(",") if part.strip()]
        if isinstance(value, str)
        else value
    )


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class Settings(BaseSettings):
    """All settings. Times are in seconds, sizes in bytes.

    Attributes:
        data_dir: Where the database and the Matrix keys are kept; made at need.
        database_url: SQLAlchemy URL; SQLite in `data_dir` unless given. Secret, since it may hold a
            password.
        telegram_token: From BotFather; None leaves Telegram out.
        telegram_base_url: Where the Bot API is, up to and with /bot.
        telegram_allowed_users: Numeric user ids that the bot obeys; empty for everybody.
        telegram_per_second: Messages a second that Telegram lets the bot send in all; more than 30
            only for who pays for broadcasts.
        telegram_uncertain: What becomes of a message whose answer was lost, so that nobody knows
            whether it arrived: "skip" leaves it be and it may never arrive, "resend" sends it again
            and it may arrive twice.
        telegram_webhook_url: Where Telegram calls the bot from outside, in the place of polling:
            an https address on port 443, 80, 88 or 8443; None lets the bot poll.
        telegram_webhook_host: The address of this machine on which these calls are taken.
        telegram_webhook_port: The port on which they are taken, behind a proxy that speaks TLS.
        matrix_homeserver: The server's URL; None leaves Matrix out.
        matrix_user: The bot's full user id.
        matrix_password: Used once to log in; give this or the token.
        matrix_token: An access token; needs `matrix_device_id`.
        matrix_device_id: The device that the token belongs to, or the name for a new one.
        matrix_allowed_inviters: User ids, or patterns such as "@*:example.org", whose invitations
            are accepted; empty for everybody's.
        admin_chats: Chats of those who run the bot, "telegram:123" or "matrix:!room:server"; /admin
            works there and feedback comes there.
        access_list: Who may talk to the bot: "telegram:123", "matrix:@*:example.org"; empty for
            everybody, unless there is a code.
        access_code: Lets in whoever gives it; secret.
        commands_burst: Commands that one person may give at once.
        commands_seconds: And then one in so many seconds.
        database_wait_seconds: How long a bot that starts waits for a server that is away.
        alerts_a_day: How often an event and its parts call a chat within a day at most; the digest
            tells the rest.
        alerts_an_hour: How many alerts a chat gets within an hour at most; the rest is told in one
            message at its end.
        keep_days: How many days finished deliveries, and the texts of articles that report nothing,
            are kept.
        backup_hours: How old the newest backup in the data folder may become; None makes none.
        backup_keep: How many of these are kept.
        config_dir: A folder with catalogues of the operator's own, laid over those that come with
            the bot; None for none.
        default_language: In which a new chat is spoken to when its own language is not known.
        default_timezone: IANA zone of a new chat.
        web_port: Where the diary, and calendars to subscribe to, are served; None serves nothing.
        web_host: The address that is listened on.
        web_url: What addresses on the web begin with, where a proxy stands before the bot; there
            hubs call as well.
        web_hsts_seconds: For how long browsers are told to come by TLS alone, behind a proxy that
            does it; 0 tells them nothing.
        docs_dir: A folder with the built documentation, to be served at /docs; None serves none.
        monitor_port: Where /healthz and /metrics are served, for programs that watch over the bot;
            None serves none.
        monitor_host: The address that is listened on for these.
        log_level: The least grave level that is logged.
        log_format: "console" for people, "json" for machines, "auto" by whether a terminal reads.
        poll_tick_seconds: How often the database is asked for sources that are due.
        read_tick_seconds: How often it is asked for unread articles.
        digest_tick_seconds: How often it is asked for chats whose digest is due.
        send_tick_seconds: How often it is asked for deliveries.
        http_connect_timeout_seconds: To reach a server.
        http_timeout_seconds: For a whole fetch, redirects and slow drips included.
        http_max_bytes: Most that is read of one answer, after decompression.
        http_allow_private: Whether private and loopback addresses may be fetched; for tests and the
            demo.
        user_agent: What the bot calls itself to outlets.
        first_poll_days: How old an article may be to be read when its source is polled for the
            first time; 0 for any age.
        article_days: How old an article may be to be read at all, so that an archive starts
            quietly; 0 for any age.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    data_dir: Path = Path("data")
    database_url: SecretStr = SecretStr("")

    telegram_token: SecretStr | None = None
    telegram_base_url: Url = "https://api.telegram.org/bot"
    telegram_allowed_users: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split)] = ()
    telegram_per_second: Annotated[int, Field(ge=1, le=1000)] = 30
    telegram_uncertain: Literal["skip", "resend"] = "skip"
    telegram_webhook_url: WebhookUrl | None = None
    telegram_webhook_host: str = "127.0.0.1"
    telegram_webhook_port: Annotated[int, Field(ge=1, le=65_535)] = 8443

    matrix_homeserver: Url | None = None
    matrix_user: MatrixId | None = None
    matrix_password: SecretStr | None = None
    matrix_token: SecretStr | None = None
    matrix_device_id: str | None = None
    matrix_allowed_inviters: Annotated[tuple[MatrixId, ...], NoDecode, BeforeValidator(_split)] = ()

    admin_chats: Annotated[tuple[ChatName, ...], NoDecode, BeforeValidator(_split)] = ()
    access_list: Annotated[tuple[ChatName, ...], NoDecode, BeforeValidator(_split)] = ()
    access_code: SecretStr | None = None
    commands_burst: Annotated[int, Field(ge=1, le=1000)] = 20
    commands_seconds: Seconds = 2

    database_wait_seconds: Annotated[float, Field(ge=0, le=86_400)] = 300
    alerts_a_day: Annotated[int, Field(ge=1, le=1000)] = 4
    alerts_an_hour: Annotated[int, Field(ge=1, le=1000)] = 8
    keep_days: Annotated[int, Field(ge=30, le=36_500)] = 400

    backup_hours: Annotated[float, Field(gt=0, le=8_760)] | None = None
    backup_keep: Annotated[int, Field(ge=1, le=1000)] = 7
    config_dir: Path | None = None

    default_language: InterfaceLanguage = "en"
    default_timezone: Timezone = "UTC"

    web_port: Annotated[int, Field(ge=1, le=65_535)] | None = None
    web_host: str = "127.0.0.1"
    web_url: Url | None = None
    web_hsts_seconds: Annotated[int, Field(ge=0, le=100_000_000)] = 0
    docs_dir: Path | None = None
    monitor_port: Annotated[int, Field(ge=1, le=65_535)] | None = None
    monitor_host: str = "127.0.0.1"

    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = (
        "INFO"
    )
    log_format: Literal["auto", "console", "json"] = "auto"

    poll_tick_seconds: Seconds = 15
    read_tick_seconds: Seconds = 5
    digest_tick_seconds: Seconds = 15
    send_tick_seconds: Seconds = 1

    http_connect_timeout_seconds: Seconds = 10
    http_timeout_seconds: Seconds = 60
    http_max_bytes: Annotated[int, Field(ge=10_000, le=100_000_000)] = 5_000_000
    http_allow_private: bool = False
    user_agent: Annotated[str, Field(min_length=1)] = "tco-bot/0.1 (+https://example.org/tco-bot)"
    first_poll_days: Annotated[float, Field(ge=0, le=36_500)] = 2
    article_days: Annotated[float, Field(ge=0, le=36_500)] = 14

    @property
    def web_address(self) -> str | None:
        """What addresses on the web begin with, without a slash at the end.

        None where nothing is served.
        """
        if self.web_port is None:
            return None
        return (self.web_url or f"http://{self.web_host}:{self.web_port}").rstrip("/")

    @property
    def public_url(self) -> str | None:
        """Where the bot can be called from the Internet, without a slash at the end.

        None where nobody has said.
        """
        return self.web_address if self.web_url else None

    @field_validator("telegram_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not _TELEGRAM_TOKEN.fullmatch(token.get_secret_value()):
            raise wrong(
                "is not a bot token",
                "write the whole token that BotFather gave, digits, a colon and letters",
            )
        return token

    @field_validator("access_code")
    @classmethod
    def _long_enough(cls, code: SecretStr | None) -> SecretStr | None:
        if code and (
            len(code.get_secret_value()) < 8
            or not re.fullmatch(r"[A-Za-z0-9-]+", code.get_secret_value())
        ):
            raise wrong(
                "can be guessed, or cannot stand in a link",
                "write at least 8 letters, digits and hyphens",
            )
        return code

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: SecretStr) -> SecretStr:
        if url.get_secret_value() and not url.get_secret_value().startswith(_DATABASES):
            raise wrong(
                "is for a database that is not known",
                "begin it with sqlite:/// or postgresql+psycopg://",
            )
        return url

    @field_validator("user_agent")
    @classmethod
    def _one_line(cls, value: str) -> str:
        if not value.isascii() or not value.isprintable():
            raise wrong(
                "holds characters that no HTTP header may hold",
                "write plain ASCII such as name/1.0 (+https://example.org/)",
            )
        return value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not self.database_url.get_secret_value():
            object.__setattr__(
                self, "database_url", SecretStr(f"sqlite:///{self.data_dir / 'tco-bot.db'}")
            )
        if self.matrix_homeserver:
            if not self.matrix_user:
                raise wrong(
                    "is missing although TCO_MATRIX_HOMESERVER is set",
                    "write the bot's full id such as @bot:example.org",
                    "matrix_user",
                )
            if not (self.matrix_password or self.matrix_token):
                raise wrong(
                    "is missing, and so is TCO_MATRIX_TOKEN, although TCO_MATRIX_HOMESERVER is set",
                    "set one of the two",
                    "matrix_password",
                )
        if self.matrix_token and not self.matrix_device_id:
            raise wrong(
                "is missing although TCO_MATRIX_TOKEN is set",
                "write the id of the device that the token was made for",
                "matrix_device_id",
            )
        return self


SECRETS = frozenset(
    name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)
)
"""Names of the settings whose values are never shown."""


def secrets_of(settings: Settings) -> list[str]:
    """Return what must never be seen: of the database's address the password alone."""
    secrets: list[str] = []
    for name in SECRETS - {"database_url"}:
        value: SecretStr | None = getattr(settings, name)
        if value:
            secrets.append(value.get_secret_value())
    try:
        password = urlsplit(settings.database_url.get_secret_value()).password
    except ValueError:  # no address at all; whoever opens the database says so without it
        password = None
    if password:
        secrets += {password, unquote(password)}
    return secrets


def load_settings(
    *,
    env_file: Path | None = Path(".env"),
    **overrides: Any,  # noqa: ANN401 - any setting's own type
) -> Settings:
    """Return the settings of the environment and of `env_file`, the environment first.

    Args:
        env_file: A file of NAME=value lines; may be absent; None for no file.
        **overrides: Settings by field name that win over both.

    Raises:
        ConfigError: For the first setting that is wrong; names the variable and never holds a
            secret's value.
    """
    _refuse_unknown(overrides, Settings.model_fields, "")
    _refuse_unknown((name for name in os.environ if name.startswith(PREFIX)), _variables(), "")
    try:
        names: Mapping[str, str | None] = {}
        if env_file:
            names = dotenv_values(env_file, interpolate=False, encoding="utf-8")
            _refuse_unknown(
                (name for name in names if name.upper().startswith(PREFIX)),
                _variables(),
                f"{env_file.name}, ",
            )
        _lay_over(overrides, names)
        build: Callable[..., Settings] = Settings
        return build(_env_file=env_file, **overrides)
    except UnicodeDecodeError:
        raise ConfigError(str(env_file), "is not UTF-8 text", "save the file as UTF-8") from None
    except OSError as error:
        raise ConfigError(
            str(env_file),
            f"cannot be read ({error.strerror})",
            "check the file and its permissions",
        ) from None
    except ValidationError as error:
        raise _readable(error) from None


def _lay_over(overrides: Mapping[str, Any], names: Mapping[str, str | None]) -> None:
    """Know the operator's own languages before settings that name languages are checked."""
    name = f"{PREFIX}CONFIG_DIR"
    given = overrides.get("config_dir") or os.environ.get(name) or names.get(name)
    if not given:
        return
    if not Path(given).is_dir():
        raise ConfigError(name, f"there is no folder {given}", "make it, or leave it empty")
    lay_over(Path(given))


def _variables() -> list[str]:
    return [PREFIX + name.upper() for name in Settings.model_fields]


def _refuse_unknown(names: Iterable[str], known: Iterable[str], where: str) -> None:
    known = list(known)
    for name in names:
        if name not in known and name.upper() not in known:
            raise ConfigError(f"{where}{name}", "is not a setting", suggest(name, known))


def _readable(error: ValidationError) -> ConfigError:
    detail = error.errors(include_url=False)[0]
    name = str((detail.get("ctx") or {}).get("key") or detail["loc"][0])
    problem, fix = explain(detail, secret=name in SECRETS)
    if len(detail["loc"]) > 1 and problem.startswith("is "):  # one of several values
        problem = f"holds {problem[3:]}"
    return ConfigError(PREFIX + name.upper(), problem, fix)
