"""Messages are made of what is stored: every event in one digest and no event in two."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.messages.composer import Composer
from bot.messages.event_list import EventQuery
from bot.messages.message import line
from bot.messages.nothing_to_tell import QuietDay
from config.catalogue_loader import load_catalogue
from storage import articles, chats, event_changes, outbox, sending, sources
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import DeliveryState, Manner, Mode, Topic
from storage.errors import NotStored
from storage.events import EventFilter
from storage.models import Article, Chat, Delivery, Event
from tests.messages.conftest import File
from tests.storage.things import begun, enqueue_digest, matters


@pytest.fixture
def composer(database: Database) -> Composer:
    return Composer(database, load_catalogue())


async def test_a_card_is_made_of_the_stored_event(
    composer: Composer, chat: Chat, file: File, now: datetime
) -> None:
    card = await composer.card(chat, file("Board meeting", now))
    assert card.plain == "MEETING\nBoard meeting\n\nreported 25 April 2024\n\nOTS\nKABAR, 25 Apr"


async def test_a_card_is_composed_once_and_once_more_when_it_was_forgotten(
    composer: Composer, chat: Chat, file: File, now: datetime
) -> None:
    event = file("Board meeting", now)
    card = await composer.card(chat, event)
    assert await composer.card(chat, event, now) is card

    composer.forget()

    anew = await composer.card(chat, event, now)
    assert anew is not card
    assert anew == card


async def test_there_is_no_card_of_what_is_not_stored(composer: Composer, chat: Chat) -> None:
    with pytest.raises(NotStored):
        await composer.card(chat, 99)


async def test_a_first_digest_looks_back_to_the_chosen_day_before(
    composer: Composer, chat: Chat, file: File, now: datetime
) -> None:
    file("Today", now - timedelta(hours=23))
    file("Long ago", now - timedelta(hours=31))
    plain = (await composer.digest_today(chat, now)).plain
    assert "Today" in plain
    assert "Long ago" not in plain


async def test_a_first_digest_of_one_day_a_week_looks_back_a_week(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    with database.transaction() as session:
        weekly = chats.update(session, chat.id, digest_days=1 << now.weekday())
    file("Six days ago", now - timedelta(days=6))
    file("Eight days ago", now - timedelta(days=8))
    plain = (await composer.digest_today(weekly, now)).plain
    assert "Six days ago" in plain
    assert "Eight days ago" not in plain


async def test_a_late_digest_says_so_and_one_in_time_does_not(
    composer: Composer, chat: Chat, now: datetime
) -> None:
    due = now.replace(hour=2, minute=30)
    late = (await composer.digest(chat, now.date(), due + timedelta(hours=3))).plain
    assert "This digest was due Thursday 25 April, 08:30; I was not running then." in late
    assert (
        "was due" not in (await composer.digest(chat, now.date(), due + timedelta(minutes=2))).plain
    )
    assert "was due" not in (await composer.digest_today(chat, due + timedelta(hours=3))).plain


async def test_a_digest_takes_up_where_the_one_before_ended(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    moments = [now - timedelta(days=3), now - timedelta(hours=20), now]
    file("First", moments[0] - timedelta(minutes=1))
    file("At the very moment", moments[0])
    file("While the bot was down", moments[0] + timedelta(days=1))
    file("Last", moments[2] - timedelta(seconds=1))
    told = list[str]()
    for moment in moments:
        with database.transaction() as session:
            enqueue_digest(session, chat.id, moment.date(), moment)
        told.append((await composer.digest(chat, moment.date(), moment)).plain)
    for title, at in (
        ("First", 0),
        ("At the very moment", 1),
        ("While the bot was down", 1),
        ("Last", 2),
    ):
        assert [title in plain for plain in told] == [number == at for number in range(3)], title


async def test_a_digest_tried_again_later_says_the_same(
    composer: Composer, chat: Chat, file: File, now: datetime
) -> None:
    first = await composer.digest(chat, now.date(), now)
    file("Found after it was owed", now + timedelta(minutes=1))
    assert await composer.digest(chat, now.date(), now) == first


async def test_what_the_chat_does_not_follow_stays_out(
    composer: Composer, chat: Chat, file: File, now: datetime
) -> None:
    file("Rectors meet", now - timedelta(hours=1), organizations=("turkunib",))
    assert "No new events of OTS and TURKSOY" in (await composer.digest_today(chat, now)).plain


async def test_what_is_ahead_comes_up(
    composer: Composer, chat: Chat, file: File, now: datetime
) -> None:
    file("Next week", now - timedelta(days=3), starts_on=now.date() + timedelta(days=7))
    file("Next year", now - timedelta(days=3), starts_on=now.date() + timedelta(days=300))
    file("Just announced", now - timedelta(hours=3), starts_on=now.date() + timedelta(days=200))
    plain = (await composer.digest_today(chat, now)).plain
    assert plain.index("NEW") < plain.index("Just announced") < plain.index("COMING UP")
    assert plain.index("COMING UP") < plain.index("Next week")
    assert "Next year" not in plain


async def test_an_event_whose_card_came_is_told_in_one_line(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    day = now.date() + timedelta(days=30)
    event = file("Board meeting", now - timedelta(hours=1), starts_on=day)
    with database.transaction() as session:
        outbox.enqueue_alerts(session, event, now)
        (delivery, *_) = begun(session, now, limit=1)
        sending.sent(session.connection(), delivery.id, "7", now)
    assert "NEW\n• 25 May · Board meeting\n\n" in (await composer.digest_today(chat, now)).plain


async def test_an_event_stands_in_the_digest_when_it_is_announced_begins_and_has_ended(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    begins = now.date() + timedelta(days=2)
    file("Congress", now - timedelta(hours=1), starts_on=begins)
    told = []
    for later in range(5):
        moment = now + timedelta(days=later)
        with database.transaction() as session:
            enqueue_digest(session, chat.id, moment.date(), moment)
        try:
            plain = (await composer.digest(chat, moment.date(), moment)).plain
        except QuietDay:
            told.append("quiet")
        else:
            headings = ("TODAY", "TOOK PLACE", "NEW", "COMING UP")
            told += [heading for heading in headings if f"{heading}\n" in plain]
    assert told == ["NEW", "COMING UP", "TODAY", "TOOK PLACE", "quiet"]


async def test_a_quiet_day_brings_no_digest_but_once_a_week(
    composer: Composer, database: Database, chat: Chat, now: datetime
) -> None:
    with database.transaction() as session:
        enqueue_digest(session, chat.id, now.date(), now)
    six, seven = now + timedelta(days=6), now + timedelta(days=7)
    with pytest.raises(QuietDay):
        await composer.digest(chat, six.date(), six)
    assert "No new events" in (await composer.digest(chat, seven.date(), seven)).plain
    chat.digest_if_quiet = True
    assert "No new events" in (await composer.digest(chat, six.date(), six)).plain


async def test_a_quiet_digest_names_a_known_event_of_which_an_article_came(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    event_id = file("Craft fair", now - timedelta(days=2))
    elsewhere = file("Book fair", now - timedelta(days=2), organizations=("turkpa",))
    with database.transaction() as session:
        enqueue_digest(session, chat.id, now.date(), now)
        source_id = sources.all_sources(session)[0].id
        for known in (event_id, elsewhere):
            seen = now + timedelta(days=1)
            name = f"again-{known}"
            item = NewArticle(name, f"https://example.org/{name}", name, "t", "en", seen, name)
            articles.add_new(session, source_id, [item], seen)
            told = update(Article).where(col(Article.title) == name)
            session.execute(told.values(event_id=known))
    week = now + timedelta(days=7)
    plain = (await composer.digest(chat, week.date(), week)).plain
    assert "No new events" in plain
    assert "REPORTED AGAIN\n• reported 23 Apr · Craft fair (1 article)" in plain
    assert "Book fair" not in plain


OTS = EventFilter(frozenset({"ots"}))


async def test_a_list_shows_the_last_found_first_with_the_word_that_opens_each(
    composer: Composer, chat: Chat, file: File, now: datetime
) -> None:
    ids = [
        file(title, now - timedelta(hours=hours))
        for hours, title in ((3, "Oldest"), (2, "Middle"), (1, "Newest"))
    ]
    page = await composer.events(chat, EventQuery("Latest", line("nothing"), OTS, count=2), now)
    assert (
        page.message.plain == "Latest\n\n• reported 25 Apr · Newest\n"
        f"  KABAR · /event_{ids[2]}\n\n• reported 25 Apr · Middle\n  KABAR · /event_{ids[1]}"
    )
    assert (page.shown, page.more) == (2, True)
    rest = await composer.events(
        chat, EventQuery("Latest", line("nothing"), OTS, count=2, offset=2), now
    )
    assert (rest.shown, rest.more) == (1, False)


async def test_nothing_is_said_in_the_words_of_who_asks(
    composer: Composer, chat: Chat, now: datetime
) -> None:
    page = await composer.events(
        chat, EventQuery("Latest", line("Nothing here."), EventFilter(frozenset({"tcci"}))), now
    )
    assert page.message.plain == "Nothing here."


async def test_the_days_of_a_list_count_what_goes_on_or_what_begins(
    composer: Composer, chat: Chat, file: File, now: datetime
) -> None:
    file("Yesterday", now, starts_on=now.date() - timedelta(days=1))
    file("Tomorrow", now, starts_on=now.date() + timedelta(days=1))
    days = (now.date(), now.date() + timedelta(days=7))
    for beginning in (False, True):
        page = await composer.events(
            chat, EventQuery("Next", line("-"), OTS, days=days, beginning=beginning), now
        )
        assert "Tomorrow" in page.message.plain
        assert "Yesterday" not in page.message.plain


async def test_an_event_that_was_moved_is_told_to_who_has_no_card_of_it(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    event_id = file("Summit", now - timedelta(days=3), starts_on=now.date() + timedelta(days=7))
    with database.transaction() as session:
        before = event_changes.facts(session, event_id)
        session.get_one(Event, event_id).starts_on = now.date() + timedelta(days=14)
        event_changes.settle(session, event_id, before, now - timedelta(hours=1), matters)
    plain = (await composer.digest_today(chat, now)).plain
    assert "• MOVED · Summit\n  📅 Thu 2 May 2024  →  Thu 9 May 2024" in plain
    assert "No new events" not in plain
    with database.transaction() as session:
        outbox.enqueue_alerts(session, event_id, now)
        session.exec(update(Delivery).values(state=DeliveryState.SENT))
    assert "MOVED" not in (await composer.digest_today(chat, now)).plain


async def test_a_change_is_told_in_one_digest(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    event_id = file("Summit", now - timedelta(days=3), starts_on=now.date() + timedelta(days=7))
    with database.transaction() as session:
        before = event_changes.facts(session, event_id)
        session.get_one(Event, event_id).starts_on = now.date() + timedelta(days=14)
        event_changes.settle(session, event_id, before, now - timedelta(hours=1), matters)
    told = []
    for later in range(3):
        moment = now + timedelta(days=later)
        with database.transaction() as session:
            enqueue_digest(session, chat.id, moment.date(), moment)
        chat.digest_if_quiet = True
        told.append("MOVED" in (await composer.digest(chat, moment.date(), moment)).plain)
    assert told == [True, False, False]


async def test_a_chat_of_alerts_reads_in_its_digest_what_comes_in_it_alone(
    composer: Composer, database: Database, chat: Chat, file: File, now: datetime
) -> None:
    with database.transaction() as session:
        chats.set_manner(session, chat.id, Topic.ORGANIZATION, "ots", Manner.DIGEST)
        chat = chats.update(session, chat.id, mode=Mode.INSTANT)
    file("Board meeting", now - timedelta(hours=2))
    file("Opera days", now - timedelta(hours=2), organizations=("turksoy",))
    told = (await composer.digest(chat, now.date(), now)).plain
    assert "Board meeting" in told
    assert "Opera days" not in told
    assert "TURKSOY" not in told
