"""What is known of an outlet is looked up, and kept for a while."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.pipeline.outlets import EVENTS, KEPT, Outlets
from storage import sources
from storage.database import Database
from tests.storage.things import filed, source, spec

NOW = datetime(2026, 2, 20, tzinfo=UTC)


def test_an_outlet_writes_of_a_body_once_it_told_of_some_events(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        kabar, outlets = source(session, NOW), Outlets()
        for number in range(EVENTS - 1):
            filed(session, NOW, f"{number}", organizations=("ots",))
        assert outlets.of(session, kabar, NOW).familiar == frozenset()
        filed(session, NOW, "one more", organizations=("ots",))
        assert outlets.of(session, kabar, NOW).familiar == frozenset()  # kept
        assert outlets.of(session, kabar, NOW + KEPT).familiar == {"ots"}
        assert outlets.of(session, kabar, NOW + timedelta(days=200)).familiar == frozenset()


def test_an_outlet_s_days_begin_where_it_is_or_else_in_utc(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        sources.sync(session, [spec("here", timezone="Asia/Bishkek"), spec("there")], NOW)
        known = {one.key: one.id for one in sources.all_sources(session)}
        outlets = Outlets()
        assert outlets.of(session, known["here"], NOW).zone == ZoneInfo("Asia/Bishkek")
        assert outlets.of(session, known["there"], NOW).zone == UTC
