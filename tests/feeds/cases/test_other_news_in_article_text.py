"""Other news beside an article, or in the middle of it, are no part of its text."""

import pytest

from tests.feeds.cases.whole_way import (
    BODY,
    LEAD,
    OTHER,
    REST,
    OneArticle,
    html,
    one_article,
    polls,
)

__all__ = ["one_article", "polls"]

ARTICLE = f"<article>{BODY}</article>"
BROKEN = f"<div class='text'>{'<br/><br/>'.join((LEAD, *REST))}</div>"
FIRST, LAST = f"<p>{LEAD}</p><p>{REST[0]}</p>", f"<p>{REST[1]}</p><p>{REST[2]}</p>"

NEIGHBOURS = {
    "a column of a table": (
        f"<table><tr><td>{ARTICLE}</td><td><a href='/a'>{OTHER}</a><br><a href='/b'>{OTHER}</a>"
        "</td></tr></table>"
    ),
    "a list in the middle": (
        f"<article>{FIRST}<ul><li><a href='/a'>{OTHER}</a></li><li><a href='/b'>{OTHER}, again"
        f"</a></li></ul>{LAST}</article>"
    ),
    "a box in the middle": (
        f"<article>{FIRST}<div class='inline-related'><span>More on this</span><em><a href='/a'>"
        f"{OTHER}</a></em></div>{LAST}</article>"
    ),
    "a card in the middle": (
        f"<article>{FIRST}<div class='news-card'><a href='/a'><img src='/a.jpg' alt=''><h4>{OTHER}"
        f"</h4></a><time>2 May</time></div>{LAST}</article>"
    ),
    "a line in the middle": (
        f"<article>{FIRST}<p><b>See also:</b> <a href='/a'>{OTHER}</a></p>{LAST}</article>"
    ),
    "a carousel below": (
        f"{ARTICLE}<div class='swiper-wrapper'><div class='swiper-slide'><a href='/a'>{OTHER}</a>"
        f"</div><div class='swiper-slide'><a href='/b'>{OTHER}</a></div></div>"
    ),
    "headlines below lines": (
        f"{BROKEN}<div class='last'><h3>Latest</h3><div><a href='/a'>{OTHER}</a></div><div>"
        f"<a href='/b'>{OTHER}</a></div></div>"
    ),
    "the next article": (
        f"{ARTICLE}<nav class='post-navigation'><a rel='next' href='/a'>Next: {OTHER}</a></nav>"
    ),
}


@pytest.mark.parametrize("markup", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_other_news_in_article_text_is_cut_and_the_article_stays(
    one_article: OneArticle, markup: str
) -> None:
    text = (await one_article(html(f"<h1>OTS receives minister</h1>{markup}"))).text
    assert "Aksoy" not in text
    assert all(paragraph in text for paragraph in (LEAD, *REST)), text
