"""The reader passes over what an outlet repeats, and the stored text keeps it."""

from datetime import datetime, timedelta

from bot.pipeline.recurring_paragraphs import sketch, text_of_its_own
from storage import articles
from storage.articles import NewArticle
from storage.database import Database
from storage.models import Article
from tests.storage.things import source

ABOUT = "The Organization was founded in 2009 and its Secretariat has its seat in Istanbul."
LEAD = (
    "The Secretary General received the minister of culture number {} of the year in the capital."
)


def test_a_paragraph_under_every_article_is_passed_over(database: Database, now: datetime) -> None:
    read: list[str] = []
    with database.transaction() as session:
        outlet = source(session, now)
        for number in range(5):
            day = now + timedelta(days=9 * number)
            text = f"{LEAD.format(number)}\n{ABOUT}"
            new = NewArticle(f"i{number}", "https://o.example/", "T", text, "en", day, f"h{number}")
            articles.add_new(session, outlet, [new], day)
            (article,) = articles.claim_unread(session, day, limit=1, lease=timedelta(minutes=1))
            read.append(text_of_its_own(session, article, day))
            articles.irrelevant(session, article.id, "en", day)
            assert session.get_one(Article, article.id).text == text
    assert [ABOUT in text for text in read] == [True, True, True, False, False]
    assert all(LEAD.format(number) in text for number, text in enumerate(read))


def test_a_lead_is_never_passed_over_however_often_it_stands(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        outlet = source(session, now)
        for number in range(6):
            day = now + timedelta(days=9 * number)
            new = NewArticle(
                f"i{number}", "https://o.example/", "T", ABOUT, "en", day, f"h{number}"
            )
            articles.add_new(session, outlet, [new], day)
            (article,) = articles.claim_unread(session, day, limit=1, lease=timedelta(minutes=1))
            assert text_of_its_own(session, article, day) == ABOUT
            articles.irrelevant(session, article.id, "en", day)


def test_a_sketch_is_that_of_the_words_alone() -> None:
    assert sketch(ABOUT) == sketch(ABOUT.upper().replace(" ", "  "))
    assert sketch(ABOUT) != sketch(ABOUT.replace("2009", "2010"))
