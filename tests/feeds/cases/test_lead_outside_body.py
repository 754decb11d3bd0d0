"""The paragraph with who, when and where that stands above the body is the article's first."""

import pytest

from tests.feeds.cases.whole_way import HEADLINE, LEAD, REST, OneArticle, html, one_article, polls

__all__ = ["one_article", "polls"]

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in REST)
H1 = f"<h1>{HEADLINE}</h1>"

NEIGHBOURS = {
    "an intro": f"{H1}<p class='intro'>{LEAD}</p><article>{BODY}</article>",
    "a standfirst": f"{H1}<div class='article__standfirst'>{LEAD}</div><article>{BODY}</article>",
    "a heading": f"{H1}<h2 itemprop='description'>{LEAD}</h2><div class='content'>{BODY}</div>",
    "bold": f"{H1}<b>{LEAD}</b><div class='content'>{BODY}</div>",
    "in the header": f"<article><header>{H1}<p>{LEAD}</p></header><div>{BODY}</div></article>",
    "behind the date": (
        f"{H1}<div class='meta'>23.04.2024 14:05</div><div class='announce'>{LEAD}</div>"
        f"<div class='full-text'>{BODY}</div>"
    ),
    "behind the picture": (
        f"{H1}<div class='lead'>{LEAD}</div><figure><img src='/a.jpg'><figcaption>Archive"
        f"</figcaption></figure><div class='body'>{BODY}</div>"
    ),
}
ONLY_IN_THE_FEED = f"{H1}<article>{BODY}</article>"


@pytest.mark.parametrize("summary", [LEAD, "The minister of forests was received."])
@pytest.mark.parametrize("markup", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_lead_outside_body_begins_the_text(
    one_article: OneArticle, markup: str, summary: str
) -> None:
    text = (await one_article(html(markup), summary)).text
    assert text.splitlines() == [LEAD, *REST]


async def test_lead_outside_body_may_stand_in_the_feed_alone(one_article: OneArticle) -> None:
    text = (await one_article(html(ONLY_IN_THE_FEED))).text
    assert text.splitlines() == [LEAD, *REST]
