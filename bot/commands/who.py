"""/who: where somebody was, and with whom."""

from dataclasses import replace

from sqlmodel import Session

from bot.commands.arguments import either, joined
from bot.commands.context import Context
from bot.commands.follow import FollowTarget, head_of, meant_by, person_number
from bot.commands.pagination import paged
from bot.language.romanize import sound
from bot.language.stems import unbent
from bot.messages.event_list import EventQuery
from bot.messages.message import (
    Button,
    Line,
    Message,
    clean_line,
    fill_spans,
    text_block,
    text_message,
)
from bot.pipeline.known_people import find_by_sound, find_nearest
from storage import people
from storage.enums import Topic
from storage.events import EventFilter

USUAL = 5
"""Events on a page."""

SHORTEST_NAME = 3
"""Letters from which a bare word is taken for somebody's name."""


async def who(context: Context) -> list[Message]:
    """Show where somebody was, and with whom."""
    _ = context.gettext
    if not context.arguments:
        return [
            text_message(
                fill_spans(
                    _("Name somebody: {example}"),
                    example=context.command(f"who {context.person('Omuraliev')}"),
                )
            )
        ]
    found = await _meant(context, context.arguments)
    if not found:
        return [text_message(await _nobody(context))]
    if len(found) > 1:
        labels = [context.person(target.label) for target in found]
        question = fill_spans(
            _("“{name}” could be several: {people}."),
            name=clean_line(context.arguments, 60),
            people=either(context, labels),
        )
        buttons = tuple(
            (Button(label, command=f"who person {target.subjects[0][1]}"),)
            for label, target in zip(labels, found, strict=True)
        )
        return [Message((text_block(question),), buttons)]
    return [await _whereabouts(context, found[0])]


async def _meant(context: Context, name: str) -> list[FollowTarget]:
    """Return the people who may be meant by `name`, or by the number that a button holds."""
    if (number := person_number(name)) is None:
        return await _called(context, name)
    person = await context.services.database.read(people.get, number)
    return [FollowTarget(person.name, ((Topic.PERSON, str(person.id)),))] if person else []


async def _called(context: Context, name: str) -> list[FollowTarget]:
    """Return the people who go by a name, in whichever case form it was written."""
    for form in unbent(name):
        if found := await context.services.database.read(meant_by, form, head_of(context, form)):
            return found
    return []


async def is_known(context: Context, name: str) -> bool:
    """Return whether anybody has been read of who goes by `name`."""
    return len(name) >= SHORTEST_NAME and bool(
        await context.services.database.read(find_by_sound, name, limit=1)
    )


async def _whereabouts(context: Context, person: FollowTarget) -> Message:
    _ = context.gettext
    ids = frozenset(int(subject) for _topic, subject in person.subjects)
    name = context.person(person.label)
    others, held, spelled = await context.services.database.read(_company, ids)
    role = context.services.composer.office(context.chat, *held) if held is not None else ""
    before: list[Line] = [fill_spans(_("Last named as: {role}"), role=role)] if role else []
    lines = dict.fromkeys(clean_line(spelling, 80) for spelling in spelled)
    if also := [spelling for spelling in lines if spelling != name]:
        before.append(fill_spans(_("Also written: {names}"), names=", ".join(also[:5])))
    if others:
        before.append(
            fill_spans(
                _("Most often with: {names}"),
                names=", ".join(context.person(name) for name in others),
            )
        )
    nothing = fill_spans(_("I know of no event that {name} attended."), name=name)
    asked = EventQuery(
        name,
        nothing,
        EventFilter(people=ids),
        count=USUAL,
        offset=context.offset,
        before=tuple(before),
    )
    listing = await context.services.composer.events(context.chat, asked, context.now)
    message = paged(context, listing, f"who person {person.subjects[0][1]}", USUAL)
    followed = {
        subscription.subject
        for subscription in await context.subscriptions()
        if subscription.topic == Topic.PERSON
    }
    if followed & {str(person_id) for person_id in ids}:
        return message
    button = Button(
        context.translator.gettext("Follow {organization}", organization=name),
        command=f"follow person {person.subjects[0][1]}",
    )
    return replace(message, buttons=(*message.buttons, (button,)))


def _company(
    session: Session, ids: frozenset[int]
) -> tuple[list[str], tuple[str, str | None] | None, list[str]]:
    names: dict[str, str] = {}
    for name in people.company(session, ids, limit=15):
        names.setdefault(sound(name), name)
    return (
        list(names.values())[:5],
        people.last_office(session, ids),
        people.written_spellings(session, ids),
    )


async def _nobody(context: Context) -> Line:
    _ = context.gettext
    sentences = [
        fill_spans(_("I know of nobody called “{name}”."), name=clean_line(context.arguments, 60))
    ]
    near = await context.services.database.read(find_nearest, context.arguments)
    if near:
        sentences.append(
            fill_spans(
                _("Did you mean {suggestions}?"),
                suggestions=either(context, [context.person(person.name) for person in near]),
            )
        )
    return joined(sentences)
