"""What goes into the digest of a chat: its own, and what it shares with who follows the same."""

from collections.abc import Hashable, Mapping
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.language.local_time import local_day, zone_of
from bot.language.search_words import question_words
from bot.messages.digest import DigestContent
from bot.messages.digest_hours import heard_before, late_since
from bot.messages.digest_news import News, Since, read_news
from bot.messages.subject_names import names_besides
from bot.messages.view import View
from bot.runtime.cache import LruCache
from storage import cards, chats, digests, following
from storage.enums import Topic
from storage.models import Chat

NEWS_KEPT = 8
"""News of digests kept: each holds dozens of events; chats that share it are served together."""

SILENCE = timedelta(days=7)
"""For how long no digest comes at most where there is nothing to tell: then it says so."""


class DigestReader:
    """Reads what digests tell, the news of those who follow the same once.

    Args:
        heads: Names of heads of organisations by the sound of each spelling.
    """

    def __init__(self, heads: Mapping[str, str]) -> None:
        self._heads = heads
        self._round: datetime | None = None
        self._news = LruCache[Hashable, News](NEWS_KEPT)

    def forget(self) -> None:
        """Forget the news that were read last."""
        self._news.clear()

    def content(
        self,
        session: Session,
        view: View,
        chat: Chat,
        day: date,
        now: datetime,
        *,
        asked_for: bool = False,
    ) -> tuple[DigestContent, tuple[object, ...]]:
        """Return what goes into a digest, and a key.

        Where it is equal, all is, but for cards, lateness, language and zone.
        """
        rows = following.in_digest(session, chat)
        held = tuple((row.topic, row.subject) for row in rows)
        about = following.wanted(session, chat.id, question_words, rows)
        muted = chats.muted(session, chat.id)
        previous = digests.previous_digest(session, chat.id, day)
        since = previous or heard_before(chat, day, now)
        heard = Since(since, local_day(since, zone_of(chat.timezone)))
        if self._round is None or now > self._round:  # what was read for rounds before has served
            self._round, self._news = now, LruCache(NEWS_KEPT)
        key = (about, muted, heard, day, now)
        news = self._news.get(key) or self._news.keep(key, read_news(session, *key))
        content = DigestContent(
            day=day,
            since=since,
            follows=[subject for topic, subject in held if topic == Topic.ORGANIZATION],
            others=names_besides(session, view, self._heads, held),
            events=news.found,
            begun=news.begun,
            ended=news.ended,
            upcoming=news.upcoming,
            changed=news.changed,
            outcomes=news.outcomes,
            again=news.again,
            announced=news.announced,
            alerted=cards.alerted(session, chat.id, news.ids()),
            enabled=news.health.enabled,
            failing=news.health.failing,
            due=None if asked_for else late_since(chat, day, now),
            may_rest=previous is not None and day - heard.day < SILENCE,
        )
        return content, (held, *key)
