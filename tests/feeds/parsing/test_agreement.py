"""A page takes the place of its feed's summary only where it is about the same thing."""

import pytest

from bot.feeds.parsing.agreement import agrees, best_text, is_home

TITLE = "Secretary General receives the Minister of Culture of Hungary"
SUMMARY = (
    "Secretary General Kubanychbek Omuraliev received Minister of Culture Janos Csak in Istanbul"
    " on 23 April 2024."
)
ARTICLE = (
    f"{SUMMARY}\nThe sides discussed the programme of the coming year and the visit of scholars.\n"
    "Omuraliev thanked the guest and stressed the role of the observers."
)
OTHERS = {
    "a consent form": "We value your privacy and store cookies on your device.\nYou may refuse.\n"
    * 6,
    "a paywall": "This article is for subscribers only. Choose the plan that suits you best.\n" * 6,
    "another story": "The President opened a new railway in Samarkand in the presence of guests.\n"
    * 6,
    "another language": "Genel Sekreter, Macaristan'ın kültür bakanını kabul etti ve konuştu.\n"
    * 6,
    "an error page": "The page that you look for is not here. Try the search or the menu above.\n"
    * 6,
    "headlines with a teaser of it": "\n".join(
        [SUMMARY, *(f"Story {number} about roads, schools and the weather" for number in range(12))]
    ),
}


def test_the_articles_own_page_is_read() -> None:
    assert best_text(TITLE, SUMMARY, TITLE, ARTICLE) == ARTICLE
    assert best_text(TITLE, SUMMARY, "", ARTICLE) == ARTICLE


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_page_worse_than_summary_the_summary_is_kept(text: str) -> None:
    assert len(text) > len(SUMMARY)
    assert best_text(TITLE, SUMMARY, "Outlet", text) == SUMMARY


def test_a_lead_that_only_the_feed_has_belongs_to_the_article() -> None:
    body = (
        "The programme of the coming year was on the agenda.\nThe minister was given a carpet and"
        " asked Omuraliev to come to Budapest." * 3
    )
    assert best_text(TITLE, SUMMARY, TITLE, body) == f"{SUMMARY}\n{body}"


def test_a_shorter_page_takes_nothing_away() -> None:
    assert best_text(TITLE, ARTICLE, TITLE, SUMMARY) == ARTICLE


def test_an_empty_page_agrees_with_nothing() -> None:
    assert not agrees(TITLE, SUMMARY, TITLE, "")


@pytest.mark.parametrize(
    ("url", "asked", "home"),
    [
        ("https://o.example/", "https://o.example/news/ots-1", True),
        ("https://o.example", "https://o.example/news/ots-1", True),
        ("https://o.example/news/ots-1/", "https://o.example/news/ots-1", False),
        ("https://o.example/?id=5", "https://o.example/news/5", False),
        ("https://o.example/", "https://o.example/", False),
    ],
)
def test_a_redirect_to_the_front_page_is_known(url: str, asked: str, home: bool) -> None:
    assert is_home(url, asked) is home
