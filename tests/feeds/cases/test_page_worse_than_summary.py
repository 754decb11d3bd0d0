"""A page that is not the article never takes the place of what the feed says."""

import pytest

from tests.feeds.cases.whole_way import HEADLINE, LEAD, OTHER, OneArticle, html, one_article, polls
from tests.feeds.server import Answer, Script, Site, redirect

__all__ = ["one_article", "polls"]


SAID = {
    "a script is wanted": (
        "Your browser does not run scripts, or one of its extensions keeps them from running here.",
        "Please turn scripts on in the settings, load this page again and try what you came for.",
        "If that is of no use, write to our help desk by mail and name your browser and its age.",
    ),
    "a question of age": (
        "By going on you confirm that you are of full age in the country in which you live now.",
        "We keep your answer for thirty days, and ask again in each browser that you may use.",
        "Those who are younger find books, games and songs of their own on our other pages.",
    ),
    "a test for robots": (
        "Checking that the connection is safe. It takes a few seconds and happens by itself.",
        "We noticed unusual requests from your network, so please mark all the traffic lights.",
        "The number of this request is 81f2a; name it when you ask whoever runs this website.",
    ),
    "a form to sign in": (
        "Sign in to read on, with your account of the library, the union or the newspaper.",
        "Forgot the word that lets you in? We send you a letter with a link to a new one.",
        "New here? Three months cost as much as a cup of coffee, and can be ended at any time.",
    ),
    "works are going on": (
        "We are making the website better for you and will be back on Monday in the morning.",
        "Meanwhile you find our bulletins in the usual places and hear us on the radio waves.",
        "Thank you for bearing with us; the archive since 1998 is going to be open afterwards.",
    ),
    "a choice of edition": (
        "You seem to visit us from somewhere else. Which edition would you rather like to see?",
        "The world edition has stories from everywhere, the home edition those of the regions.",
        "Your choice is kept in this browser and can be changed below, beside the small flag.",
    ),
    "partners that store": (
        "We and our 731 partners store information on your device and read it for adverts.",
        "You may accept or manage your choices by pressing below, including your right to object.",
        "Some partners do not ask for your consent and rely on their legitimate interest instead.",
    ),
    "a film without words": (
        "Your browser cannot play this film. Take another one, or fetch the file to your disk.",
        "Quality 1080 720 480 Speed 1.0 1.5 2.0 Subtitles off Embed Share Start at 00:00",
        "You are seeing a preview; more films in the list start by themselves.",
    ),
}
OTHERS = "".join(
    f"<div class='card'><h3><a href='/{number}'>{OTHER} {number}</a></h3><p>{OTHER}.</p></div>"
    for number in range(8)
)
BRIDGE = (
    f"<article><h1>Governor opens a bridge</h1><p>{OTHER}.</p><p>It is two hundred metres long and"
    " took four years to build.</p><p>Lorries may cross it from Friday on, walkers and cyclists at"
    " once.</p></article>"
)


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


NEIGHBOURS: dict[str, Script] = {
    **{
        f"{name}, under {title}": html(paragraphs(*lines), title)
        for name, lines in SAID.items()
        for title in (HEADLINE, "Welcome")
    },
    "a page of a topic": html(OTHERS, "Forests"),
    "another article": html(BRIDGE, "Governor opens a bridge"),
    "nothing": Answer(b"", headers={"content-type": "text/html"}),
    "a text that is no page": Answer(
        b'{"error": "not found"}', headers={"content-type": "application/json"}
    ),
    "a failure": Answer(b"<html><body>" + b"<p>Error</p>" * 90, 500),
}


@pytest.mark.parametrize("script", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_page_worse_than_summary_leaves_the_summary(
    one_article: OneArticle, script: Script
) -> None:
    assert (await one_article(script)).text == LEAD


async def test_page_worse_than_summary_to_which_one_is_sent(
    site: Site, one_article: OneArticle
) -> None:
    site.answer("/en", html(BRIDGE, "Today"))
    assert (await one_article(redirect("/en"))).text == LEAD
