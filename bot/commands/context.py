"""What a command is given: who asks, in which chat, and what it may use.

And how it changes the chat's settings.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlmodel import Session

from bot.commands.link_limits import PastedLinks
from bot.commands.options import Options
from bot.commands.page_memory import Pages
from bot.commands.search_question import SearchQuestions
from bot.language.argument_words import shown
from bot.language.organization_lookup import OrganizationNames
from bot.language.timezone_lookup import ZoneNames
from bot.language.translator import Translator
from bot.messages.composer import Composer
from bot.messages.message import Button, Span, clean_line
from bot.messages.subject_names import subject_name
from bot.pipeline.schedule_digests import reschedule
from bot.platforms.base import Capabilities, UserRequest
from config.catalogue import Catalogue
from storage import chats, following
from storage.database import Database
from storage.enums import Manner, Topic
from storage.models import Chat, Exclusion, Subscription

T = TypeVar("T")

_NAMED_BY_THEMSELVES = (Topic.COUNTRY, Topic.TOWN, Topic.KIND, Topic.WORD)


@dataclass(frozen=True, slots=True)
class Services:
    """What all commands share.

    Attributes:
        database: What is remembered.
        catalogue: Names of organisations and places.
        organizations: Organisations by what people type.
        zones: Time zones by what people type.
        questions: What questions of a search ask for.
        composer: Cards, digests and lists.
        options: What whoever runs the bot decided.
        pages: What "more" means to whom.
        links: Reads the pages behind links.
        capabilities: What each platform is like, by its name.
    """

    database: Database
    catalogue: Catalogue
    organizations: OrganizationNames
    zones: ZoneNames
    questions: SearchQuestions
    composer: Composer
    options: Options
    pages: Pages
    links: PastedLinks
    capabilities: Mapping[str, Capabilities]


def by_topic(subscriptions: Iterable[Subscription | Exclusion]) -> dict[Topic, list[str]]:
    """Return what is followed or kept out, for each topic that there is."""
    subjects: dict[Topic, list[str]] = {topic: [] for topic in Topic}
    for subscription in subscriptions:
        subjects[Topic(subscription.topic)].append(subscription.subject)
    return subjects


def manner_labels(translator: Translator) -> dict[Manner, str]:
    """Return how what is followed comes, as people read it."""
    _ = translator.gettext
    return {
        Manner.USUAL: _("as usual"),
        Manner.INSTANT: _("at once"),
        Manner.DIGEST: _("in the digest"),
        Manner.SILENT: _("silently"),
    }


@dataclass(frozen=True, slots=True)
class Context:
    """One command as it was given.

    Attributes:
        request: What was said, by whom, where.
        arguments: What stood behind the command's name, stripped.
        chat: The chat as stored.
        now: The present, aware UTC.
        services: What it may use.
        translator: The chat's language.
        offset: From which item on a list is asked for.
    """

    request: UserRequest
    arguments: str
    chat: Chat
    now: datetime
    services: Services
    translator: Translator
    offset: int = 0

    def gettext(self, message: str) -> str:
        """Return a sentence in the chat's language, its {placeholders} open for `fill_spans`."""
        return self.translator.gettext(message)

    @property
    def capabilities(self) -> Capabilities:
        """What the platform is like on which it was said."""
        return self.services.capabilities.get(self.request.address.platform, Capabilities())

    def command(self, text: str) -> Span:
        """Return a command line as it is typed in this chat: "/help", "!help", "/digest сейчас"."""
        behalf = f"{self.request.behalf} " if self.request.behalf else ""
        line = shown(text, self.translator.language)
        return Span(self.capabilities.command_prefix + behalf + line)

    def city(self, city_id: str) -> str:
        """Return a town's name in the chat's language."""
        return self.services.catalogue.places.city(city_id).name(self.translator.language)

    def back(self) -> tuple[Button, ...]:
        """Return the row of buttons that leads back to the settings, for a screen behind them."""
        return (Button(f"← {self.gettext('Settings')}", command="settings"),)

    def name_of(self, organization_id: str) -> str:
        """Return an organisation's short name in the chat's language.

        Its id when the catalogue has lost it.
        """
        try:
            return self.services.catalogue.organization(organization_id).short_name(
                self.translator.language
            )
        except KeyError:
            return organization_id

    def person(self, name: str) -> str:
        """Return somebody's name in the script of the chat's language."""
        scripts = self.services.composer.scripts
        return scripts.in_script(clean_line(name, 80), self.translator.language)

    def names_of(self, organization_ids: Collection[str]) -> str:
        """Return organisations in the order of the catalogue, as a sentence lists them."""
        order = self._order
        ids = sorted(
            organization_ids,
            key=lambda one: (order.index(one) if one in order else len(order), one),
        )
        return self.translator.list([self.name_of(known_id) for known_id in ids])

    def zone_label(self, zone: str) -> str:
        """Return a zone as people read it in the chat's language."""
        return self.services.zones.label(zone, self.translator.language)

    async def follows(self) -> list[str]:
        """Return the ids of the organisations that the chat follows."""
        return [
            subscription.subject
            for subscription in await self.subscriptions()
            if subscription.topic == Topic.ORGANIZATION
        ]

    async def subscriptions(self) -> list[Subscription]:
        """Return everything that the chat follows."""
        return list(await self.services.database.read(chats.subscriptions, self.chat.id))

    async def lost_organizations(self) -> list[str]:
        """Return the ids of the organisations that the chat follows and the catalogue has lost."""
        return sorted(set(await self.follows()) - set(self._order))

    async def followed_names(self) -> list[str]:
        """Return what the chat follows by its names in the chat's language.

        Organisations, people, countries, towns, kinds of event, words.
        """
        return await self.names_of_subjects(by_topic(await self.subscriptions()))

    async def followed_with_manners(self) -> list[str]:
        """Return what the chat follows, and behind each how it comes where that is of its own."""
        labels = manner_labels(self.translator)
        subscriptions = await self.subscriptions()
        names: list[str] = []
        for manner in Manner:
            theirs = [held for held in subscriptions if held.manner == manner]
            told = await self.names_of_subjects(by_topic(theirs)) if theirs else []
            behind = "" if manner is Manner.USUAL else f" ({labels[manner]})"
            names += [name + behind for name in told]
        return names

    async def kept_out_names(self) -> list[str]:
        """Return what the chat keeps out, as `followed_names` does what it follows."""
        held = await self.services.database.read(following.exclusions, self.chat.id)
        return await self.names_of_subjects(by_topic(held))

    async def names_of_subjects(self, subjects: Mapping[Topic, Sequence[str]]) -> list[str]:
        """Return what subjects are called in the chat's language, given by topic."""
        followed = subjects[Topic.ORGANIZATION]
        names = [self.name_of(known) for known in self._order if known in followed]
        numbers = [
            int(number)
            for number in subjects[Topic.PERSON]
            if number.isascii() and number.isdigit()
        ]
        persons = await self.services.database.read(self.services.composer.person_names, numbers)
        names += [self.person(person) for person in persons]
        places = self.services.catalogue.places
        labels = [
            subject_name(topic, subject, places, self.translator)
            for topic in _NAMED_BY_THEMSELVES
            for subject in subjects[topic]
        ]
        return names + [label for label in labels if label]

    @property
    def _order(self) -> list[str]:
        return [organization.id for organization in self.services.catalogue.organizations]

    async def change(self, work: Callable[[Session], T]) -> tuple[T, Chat]:
        """Do `work` on the chat's settings and work out its next digest, all in one transaction.

        Return its result and the chat.
        """

        def whole(session: Session) -> tuple[T, Chat]:
            result = work(session)
            return result, reschedule(session, self.chat.id, self.now)

        return await self.services.database.run(whole)
