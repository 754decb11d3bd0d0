"""/follow, /unfollow: a person in any spelling, a place, a kind of event, words, a body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session

from bot.commands.arguments import either, follows_nothing, joined
from bot.commands.context import Context
from bot.commands.manners import comes, set_manner, with_manner
from bot.commands.registry import Command
from bot.commands.subscribe import PER_ROW, when
from bot.extraction.facts import Kind
from bot.language.romanize import sound
from bot.language.search_words import question_words
from bot.language.translator import N_
from bot.messages.button_rows import in_rows
from bot.messages.message import (
    Button,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    fill_spans,
    text_block,
    text_message,
)
from bot.messages.people import office_with_body
from bot.messages.subject_names import quoted
from bot.messages.view import find_kind, kinds
from bot.pipeline.known_people import find_by_sound, find_nearest, find_or_add
from config.text import APOSTROPHES, fold, nfc
from storage import chats, people
from storage.enums import Topic
from storage.following import Subject
from storage.models import Person

MOST_AT_ONCE = 10
"""Things that one command follows; more is a slip."""

SHORTEST_WORDS, LONGEST_WORDS = 3, 80
"""Characters of words that are followed: shorter ones begin half of all words."""

_OPENS, _CLOSES = "\"'«“„‟‘‹", "\"'»”“’›"
_WORD = re.compile(rf"[^\W_]+(?:[{re.escape(APOSTROPHES)}][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class FollowTarget:
    """What a name can be followed as.

    Attributes:
        label: What it is called.
        subjects: Topic and subject of each subscription: several for a person whom articles spell
            differently.
    """

    label: str
    subjects: tuple[Subject, ...]


async def follow(context: Context) -> list[Message]:
    """Follow what is named; where a name could be several, offer them."""
    if not parts(context.arguments):
        return [_explain(context)]
    names, manner = with_manner(context)
    behind = () if manner is None else (manner.value,)
    answers: list[Line] = []
    buttons: list[Button] = []
    begun = False
    for name in parts(names):
        found = await understand(context, name)
        if len(found) == 1:
            begins, new = await _begin(context, found[0])
            if new or manner is None:
                answers.append(begins)
            if manner is not None:
                await set_manner(context, found[0].subjects, manner)
                answers.append(comes(context, found[0].label, manner))
            begun = manner is None
        elif found:
            answers.append(several(context, name, found))
            buttons += [
                Button(target.label, command=" ".join(("follow", _by_id(target), *behind)))
                for target in found
            ]
        else:
            answers.append(await unknown(context, name))
            buttons += _as_words(context, name)
    if begun:
        answers += when(context, context.chat)
    return [Message((text_block(*answers),), tuple(in_rows(buttons, PER_ROW)))]


async def unfollow(context: Context) -> list[Message]:
    """Follow what is named no longer."""
    _ = context.gettext
    if not parts(context.arguments):
        names = await context.followed_names()
        known = (
            fill_spans(_("This chat follows {organizations}."), organizations=", ".join(names))
            if names
            else follows_nothing(context)
        )
        return [
            text_message(
                fill_spans(
                    _("Name one: {example}"),
                    example=context.command(f"unfollow {context.name_of('turksoy')}"),
                ),
                known,
            )
        ]
    answers: list[Line] = []
    followed = {
        (subscription.topic, subscription.subject) for subscription in await context.subscriptions()
    }
    for name in parts(context.arguments):
        ended: list[tuple[FollowTarget, list[tuple[str, str]]]] = []
        for target in await understand(context, name):
            meant = with_folded(target.subjects)
            subjects = [subject for subject in meant if subject in followed]
            if subjects:
                ended.append((target, subjects))
        if ended:
            labels = context.translator.list([target.label for target, _subjects in ended])
            await context.change(
                partial(
                    _end,
                    chat_id=context.chat.id,
                    subjects=[target for _one, them in ended for target in them],
                )
            )
            answers.append(
                fill_spans(
                    _("No longer following {organizations}."),
                    organizations=Span(labels, Style.BOLD),
                )
            )
        else:
            answers.append(
                fill_spans(_("This chat does not follow “{name}”."), name=clean_line(name, 60))
            )
    return [text_message(*answers)]


async def understand(context: Context, name: str) -> list[FollowTarget]:
    """Return what `name` can be followed as.

    One thing where it is plain, several people where it is not, nothing where it is unknown.
    """
    services, translator = context.services, context.translator
    if (between := _quoted(name)) is not None:
        return words_as_target(context, between)
    if person := person_number(name):
        found = await services.database.read(people.get, person)
        return (
            [FollowTarget(context.person(found.name), ((Topic.PERSON, str(found.id)),))]
            if found
            else []
        )
    if organization := services.organizations.find(name):
        return [FollowTarget(context.name_of(organization), ((Topic.ORGANIZATION, organization),))]
    if kind := find_kind(name, translator):
        return [FollowTarget(kinds(translator)[kind], ((Topic.KIND, kind),))]
    if country := services.catalogue.places.find_country(name):
        return [FollowTarget(country.name(translator.language), ((Topic.COUNTRY, country.code),))]
    if town := services.catalogue.places.find_city(name):
        return [FollowTarget(town.name(translator.language), ((Topic.TOWN, town.id),))]
    head = head_of(context, name)
    # A head is added whom no article has named yet; all else only looks on.
    look = services.database.run if head else services.database.read
    found_people = await look(_people, name, head)
    return [FollowTarget(context.person(person.label), person.subjects) for person in found_people]


def words_as_target(context: Context, text: str) -> list[FollowTarget]:
    """Return some words as what can be followed; nothing where none of them can be looked for.

    They are kept in small letters, as they are shown, and folded only where they are looked for.
    """
    subject = " ".join(_WORD.findall(_in_small_letters(text)))[:LONGEST_WORDS].strip()
    if len(subject) < SHORTEST_WORDS or not question_words(subject):
        return []
    return [FollowTarget(quoted(subject, context.translator), ((Topic.WORD, subject),))]


def _in_small_letters(text: str) -> str:
    return nfc(text).replace("İ", "i").lower()


def with_folded(subjects: Sequence[Subject]) -> list[Subject]:
    """Return what is followed, words also in the folded form in which they were kept before."""
    folded = ((Topic.WORD, fold(subject)) for topic, subject in subjects if topic == Topic.WORD)
    return list(dict.fromkeys([*subjects, *folded]))


def _quoted(name: str) -> str | None:
    """Return what stands in quotation marks, of whatever shape; None where there are none."""
    return name[1:-1] if len(name) > 2 and name[0] in _OPENS and name[-1] in _CLOSES else None


def _as_words(context: Context, name: str) -> list[Button]:
    """Return a button that follows the words themselves, where they can be."""
    label = context.gettext("Follow the word {name}")
    return [
        Button(label.replace("{name}", target.label), command=f'follow "{target.subjects[0][1]}"')
        for target in words_as_target(context, name)
    ]


def person_number(name: str) -> int | None:
    """Return the id in "person 12", as buttons say it."""
    topic, _, number = name.partition(" ")
    return (
        int(number)
        if topic == "person" and number.isascii() and number.isdigit() and len(number) < 16
        else None
    )


def head_of(context: Context, name: str) -> tuple[str, ...]:
    """Return the spellings of somebody who heads or headed an organisation and goes by `name`.

    Nothing for anybody else.
    """
    wanted = sound(name).split()
    for organization in context.services.catalogue.organizations:
        for head in organization.heads:
            if wanted and set(wanted) <= set(sound(head.name).split()):
                return (head.name, *head.spellings)
    return ()


def person_ids(session: Session, context: Context, name: str) -> list[str]:
    """Return the ids of somebody whose name is written in full.

    A name not read so far is kept for later.
    """
    found = _people(session, name, head_of(context, name))
    if len(found) == 1:
        return [subject for _topic, subject in found[0].subjects]
    return [str(person_id) for person_id in find_or_add(session, [name]).values()]


def _people(session: Session, name: str, head: Sequence[str]) -> list[FollowTarget]:
    """Return who may be meant, to be followed.

    A head of an organisation also before any article names him.
    """
    find_or_add(session, head)
    return meant_by(session, name, head)


def meant_by(session: Session, name: str, head: Sequence[str]) -> list[FollowTarget]:
    """Return the people who may be meant by `name`, the likest first.

    Namesakes are told apart by their offices.

    Args:
        session: The transaction.
        name: In any spelling or script.
        head: Spellings that the catalogue knows to be one person, whatever the articles made of
            them.
    """
    found = find_by_sound(session, name)
    sounds = {sound(spelling) for spelling in head}
    theirs = [person for person in found if person.sound in sounds]
    if head and not theirs:
        found = [*find_by_sound(session, head[0]), *found]
        theirs = [person for person in found if person.sound in sounds]
    groups = [theirs] if theirs else []
    groups += [[person] for person in found if person.sound not in sounds]
    names = [group[0].name for group in groups]
    return [
        _meant(session, group, alone=names.count(group[0].name) == 1)
        for group in groups[:MOST_AT_ONCE]
    ]


def _meant(session: Session, group: Sequence[Person], *, alone: bool) -> FollowTarget:
    ids = list(dict.fromkeys(person_id.id for person_id in group))
    office = None if alone else office_with_body(people.last_office(session, ids))
    label = f"{group[0].name}, {office}" if office else group[0].name
    return FollowTarget(label, tuple((Topic.PERSON, str(person_id)) for person_id in ids))


def _by_id(meant: FollowTarget) -> str:
    return f"person {meant.subjects[0][1]}"


async def _begin(context: Context, meant: FollowTarget) -> tuple[Line, bool]:
    """Follow what is meant; return what is said to that, and whether it is new."""
    _ = context.gettext

    def work(session: Session) -> bool:
        chats.resume(session, context.chat.id)
        return (
            sum(
                chats.subscribe(session, context.chat.id, topic, subject)
                for topic, subject in meant.subjects
            )
            > 0
        )

    new, _chat = await context.change(work)
    label = Span(meant.label, Style.BOLD)
    if not new:
        return fill_spans(_("Already following {organizations}."), organizations=label), False
    return fill_spans(_("Now following {organizations}."), organizations=label), True


def _end(session: Session, chat_id: int, subjects: Sequence[Subject]) -> None:
    for topic, subject in subjects:
        chats.unsubscribe(session, chat_id, topic, subject)


def several(context: Context, name: str, found: Sequence[FollowTarget]) -> Line:
    """Return what is asked back where a name could be several."""
    return fill_spans(
        context.gettext("“{name}” could be several: {people}."),
        name=clean_line(name, 60),
        people=either(context, [target.label for target in found]),
    )


async def unknown(context: Context, name: str) -> Line:
    """Return the answer to a name that nothing has: what may be named, and what is near."""
    _ = context.gettext
    near = await context.services.database.read(find_nearest, name)
    sentence = _("I know no organisation, person, town, country or kind of event called “{name}”.")
    sentences = [fill_spans(sentence, name=clean_line(name, 60))]
    organizations = context.services.organizations.suggest(name)
    suggestions = [context.name_of(organization) for organization in organizations]
    suggestions += [context.person(person.name) for person in near]
    if suggestions:
        sentences.append(
            fill_spans(
                _("Did you mean {suggestions}?"), suggestions=either(context, suggestions[:3])
            )
        )
    return joined(sentences)


def _explain(context: Context) -> Message:
    _, labels = context.gettext, kinds(context.translator)
    kyrgyzstan = context.services.catalogue.places.country("KG")
    lines = [
        fill_spans(
            _("Follow a person, a place or a kind of event: {person}, {place}, {kind}"),
            person=context.command(f"follow {context.person('Sultan Raev')}"),
            place=context.command(f"follow {kyrgyzstan.name(context.translator.language)}"),
            kind=context.command(f"follow {labels[Kind.SUMMIT.value]}"),
        ),
        fill_spans(
            _("Or words that stand in a report: {words}"),
            words=context.command(f'follow "{_("middle corridor")}"'),
        ),
        fill_spans(_("Kinds: {kinds}."), kinds=", ".join(labels.values())),
    ]
    return text_message(*lines)


def parts(arguments: str) -> list[str]:
    """Return the names in what was typed, parted by commas or semicolons."""
    return [part.strip() for part in arguments.replace(";", ",").split(",") if part.strip()][
        :MOST_AT_ONCE
    ]


_READS = frozenset({""})
COMMANDS = (
    Command(
        "follow",
        follow,
        N_("follow a person, a place, a kind of event or words"),
        N_("NAME, NAME … [instant | digest | silent]"),
        N_(
            "A name can be written in any spelling and script; words stand in quotation marks."
            " The last word says how it comes."
        ),
        changes=True,
        reads=_READS,
    ),
    Command(
        "unfollow",
        unfollow,
        N_("stop following"),
        N_("NAME, NAME …"),
        changes=True,
        reads=_READS,
    ),
)
