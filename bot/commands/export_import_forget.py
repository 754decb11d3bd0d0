"""/export, /import, /forget: a chat's settings as JSON, taken along or deleted."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import time
from functools import partial
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from sqlmodel import Session

from bot.commands.calendar_remind import COURSE, leads_of, remind_fields
from bot.commands.context import Context, by_topic
from bot.commands.follow import person_ids, words_as_target
from bot.commands.registry import Command
from bot.commands.review import periods_of
from bot.language.translator import N_, SUPPORTED
from bot.messages.message import (
    Button,
    Message,
    Preview,
    Span,
    Style,
    clean_line,
    fill_spans,
    text_block,
    text_message,
)
from bot.messages.view import kinds
from config.types import Timezone
from storage import chats, following, people
from storage.chats import ChatFields
from storage.enums import CardForm, Lead, Manner, Mode, Period, Sound, Topic
from storage.following import Subject
from storage.models import Chat, Exclusion, Subscription

MOST_FOLLOWED = 200
"""Subscriptions of one topic that a file may hold."""

_MODES = {Mode.INSTANT: "alerts", Mode.DIGEST: "digest", Mode.BOTH: "both"}
Names = Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=MOST_FOLLOWED)]


class _Follows(BaseModel):
    model_config = ConfigDict(extra="forbid")
    organizations: Names = []
    people: Names = []
    countries: Names = []
    towns: Names = []
    kinds: Names = []
    words: Names = []


class Exported(BaseModel):
    """A chat's settings as they are written down.

    Times are of the chat's zone; days count from 0 for Monday. What comes in the course of a great
    event stands apart from other reminders: settings that were written down before there was such a
    thing say nothing of it, and leave it as it is by itself.
    """

    model_config = ConfigDict(extra="forbid")
    version: Literal[1]
    language: str
    timezone: Timezone
    mode: Literal["alerts", "digest", "both"]
    digest: time | None
    days: Annotated[list[Annotated[int, Field(ge=0, le=6)]], Field(min_length=1, max_length=7)]
    digest_if_quiet: bool = False
    sound: Sound = Sound.ALERTS
    preview: Preview = Preview.NONE
    form: CardForm = CardForm.LONG
    hashtags: bool = False
    quiet: tuple[time, time] | None = None
    reminders: Annotated[list[Lead], Field(max_length=len(Lead))] = []
    course: Annotated[list[Lead], Field(max_length=len(Lead))] | None = None
    reviews: Annotated[list[Period], Field(max_length=2)] = []
    follows: _Follows = _Follows()
    manners: dict[Manner, _Follows] = {}
    keeps_out: _Follows = _Follows()

    @model_validator(mode="after")
    def _known(self) -> "Exported":
        if self.language not in SUPPORTED:
            raise ValueError("language is none that I speak")
        if self.quiet is not None and self.quiet[0] == self.quiet[1]:
            raise ValueError("quiet hours that end as they begin are none")
        return self


async def export(context: Context) -> list[Message]:
    """Show the settings as JSON."""
    _ = context.gettext
    look, chat = context.services.database.read, context.chat
    follows = await look(_held, partial(chats.subscriptions, chat_id=chat.id))
    manners = await look(_by_manner, chat.id)
    keeps_out = await look(_held, partial(following.exclusions, chat_id=chat.id))
    leads = leads_of(chat)
    exported = Exported(
        version=1,
        language=chat.language,
        timezone=chat.timezone,
        mode=_MODES[Mode(chat.mode)],  # type: ignore[arg-type]  # the values are just these three
        digest=chat.digest_at,
        days=[day for day in range(7) if chat.digest_days >> day & 1],
        digest_if_quiet=chat.digest_if_quiet,
        sound=Sound(chat.sound),
        preview=Preview(chat.preview),
        form=CardForm(chat.form),
        hashtags=chat.hashtags,
        quiet=(chat.quiet_from, chat.quiet_until) if chat.quiet_from and chat.quiet_until else None,
        reminders=sorted(set(leads) - COURSE),
        course=sorted(COURSE.intersection(leads)),
        reviews=periods_of(chat),
        follows=follows,
        manners=manners,
        keeps_out=keeps_out,
    )
    data = json.dumps(exported.model_dump(mode="json"), ensure_ascii=False)
    hint = _("To use them in another chat, send {import_command} there, followed by this text.")
    return [
        Message(
            (
                text_block(Span(data, Style.CODE)),
                text_block(fill_spans(hint, import_command=context.command("import"))),
            )
        )
    ]


def _held(
    session: Session, held: Callable[[Session], Sequence[Subscription | Exclusion]]
) -> _Follows:
    return _named(session, held(session))


def _named(session: Session, held: Sequence[Subscription | Exclusion]) -> _Follows:
    """Return what is held, people by their names."""
    of = by_topic(held)
    persons = [
        people.get(session, int(number))
        for number in of[Topic.PERSON]
        if number.isascii() and number.isdigit()
    ]
    names = {person.sound: person.name for person in reversed(persons) if person}
    return _Follows(
        organizations=of[Topic.ORGANIZATION],
        people=list(reversed(names.values())),
        countries=of[Topic.COUNTRY],
        towns=of[Topic.TOWN],
        kinds=of[Topic.KIND],
        words=of[Topic.WORD],
    )


def _by_manner(session: Session, chat_id: int) -> dict[Manner, _Follows]:
    """Return what comes in a manner of its own, by that manner."""
    held = defaultdict[Manner, list[Subscription | Exclusion]](list)
    for subscription in chats.subscriptions(session, chat_id):
        held[Manner(subscription.manner)].append(subscription)
    held.pop(Manner.USUAL, None)
    return {manner: _named(session, theirs) for manner, theirs in held.items()}


async def import_settings(context: Context) -> list[Message]:
    """Take over settings that /export gave.

    All of them or, when something in them is wrong, none.
    """
    _ = context.gettext
    if not context.arguments:
        sentence = _("Send {import_command} followed by the text that {export} gave you.")
        return [
            text_message(
                fill_spans(
                    sentence,
                    import_command=context.command("import"),
                    export=context.command("export"),
                )
            )
        ]
    try:
        given = Exported.model_validate(json.loads(context.arguments))
    except (ValueError, RecursionError) as error:
        where = _place(error)
        return [
            text_message(
                fill_spans(
                    _("I can't read these settings ({where}); nothing was changed."), where=where
                )
            )
        ]
    await context.change(lambda session: _take_over(session, context, given))
    return [
        text_message(
            fill_spans(
                _("Done. {settings} shows what is set now."), settings=context.command("settings")
            )
        )
    ]


def _place(error: Exception) -> str:
    """Return where in the settings the mistake is, in words of the format's own."""
    if isinstance(error, ValidationError):
        return clean_line(".".join(str(part) for part in error.errors()[0]["loc"]) or "JSON", 60)
    return "JSON"


def _take_over(session: Session, context: Context, given: Exported) -> Chat:
    chat_id = context.chat.id
    for subscription in chats.subscriptions(session, chat_id):
        chats.unsubscribe(session, chat_id, subscription.topic, subscription.subject)
    for exclusion in following.exclusions(session, chat_id):
        following.include(session, chat_id, exclusion.topic, exclusion.subject)
    for subject in _known(session, context, given.follows):
        chats.subscribe(session, chat_id, *subject)
    for manner, named in given.manners.items():
        for topic, name in _known(session, context, named):
            chats.set_manner(session, chat_id, topic, name, manner)
    for subject in _known(session, context, given.keeps_out):
        following.exclude(session, chat_id, *subject)
    start, end = given.quiet or (None, None)
    mode = next(mode for mode, name in _MODES.items() if name == given.mode)
    at = given.digest.replace(tzinfo=None, second=0, microsecond=0) if given.digest else None
    days = sum(1 << day for day in set(given.days))
    fields: ChatFields = {
        "language": given.language,
        "timezone": given.timezone,
        "mode": mode,
        "digest_at": at,
        "digest_days": days,
        "digest_if_quiet": given.digest_if_quiet,
        "sound": given.sound,
        "preview": given.preview,
        "form": given.form,
        "hashtags": given.hashtags,
        "quiet_from": start.replace(tzinfo=None) if start else None,
        "quiet_until": end.replace(tzinfo=None) if end else None,
        **remind_fields(_leads(given)),
        "review_week": Period.WEEK in given.reviews,
        "review_month": Period.MONTH in given.reviews,
    }
    return chats.update(session, chat_id, **fields)


def _leads(given: Exported) -> set[Lead]:
    """Return all at which a chat is reminded by its settings, or by itself where they say nothing.

    For a while both sorts stood in one list.
    """
    course = COURSE.intersection(given.reminders) or COURSE
    return {*given.reminders, *(course if given.course is None else given.course)}


def _known(session: Session, context: Context, given: _Follows) -> list[Subject]:
    """Return those subjects that there are; a person not read of so far is kept for later."""
    catalogue = context.services.catalogue
    persons = [person for name in given.people for person in person_ids(session, context, name)]
    words = [
        target.subjects[0][1] for text in given.words for target in words_as_target(context, text)
    ]
    wanted: dict[Topic, tuple[Sequence[str], Collection[str]]] = {
        Topic.ORGANIZATION: (given.organizations, {known.id for known in catalogue.organizations}),
        Topic.PERSON: (persons, persons),
        Topic.COUNTRY: (given.countries, catalogue.places.countries),
        Topic.TOWN: (given.towns, catalogue.places.cities),
        Topic.KIND: (given.kinds, kinds(context.translator)),
        Topic.WORD: (words, words),
    }
    return [
        (topic, subject)
        for topic, (subjects, possible) in wanted.items()
        for subject in subjects
        if subject in possible
    ]


async def forget(context: Context) -> list[Message]:
    """Delete everything about the chat, once that is confirmed."""
    _ = context.gettext
    if context.arguments.casefold() != "everything":
        lines = [
            fill_spans(
                _(
                    "This deletes everything that I know of this chat:"
                    " what it follows, its settings, what it was sent."
                )
            ),
            fill_spans(_("To confirm: {forget}"), forget=context.command("forget everything")),
        ]
        return [
            Message(
                (text_block(*lines),),
                ((Button(_("Delete everything"), command="forget everything"),),),
            )
        ]
    await context.services.database.run(chats.forget, context.chat.id)
    return [
        text_message(
            fill_spans(_("Everything is deleted. If you write to me again, we start afresh."))
        )
    ]


COMMANDS = (
    Command("export", export, N_("this chat's settings as text")),
    Command(
        "import",
        import_settings,
        N_("load exported settings"),
        N_("TEXT"),
        changes=True,
        reads=frozenset({""}),
        longest=20_000,
    ),
    Command("forget", forget, N_("delete everything about this chat"), changes=True),
)
