"""What stands around an article is taken out, and the article itself never is."""

import lxml.html
import pytest

from bot.feeds.parsing.article_page import read_page
from bot.feeds.parsing.page_furniture import without_furniture

BODY = (
    "The Secretary General received the Minister of Culture in Istanbul on 23 April 2024.",
    "The sides discussed the programme of the coming year, the exhibition and the visit of scholars.",
    "The guest was given a book on the epic and a carpet made by the weavers of the lake.",
)
OTHER = "President Tokayev meets the Emperor of Japan in Tokyo on 21 December 2025"


def page(article: str, around: str) -> bytes:
    return f"<html><body><h1>OTS receives minister</h1>{article}{around}</body></html>".encode()


PARAGRAPHS = "<article>" + "".join(f"<p>{text}</p>" for text in BODY) + "</article>"
BROKEN = "<div class='news-body'>" + "<br><br>".join(BODY) + "</div>"


@pytest.mark.parametrize("article", [PARAGRAPHS, BROKEN], ids=["paragraphs", "line breaks"])
@pytest.mark.parametrize(
    "around",
    [
        f"<div class='others'><div><a href='/r'>{OTHER}</a></div></div>",
        f"<ul><li><a href='/r'>{OTHER}</a></li><li><a href='/q'>{OTHER} too</a></li></ul>",
        f"<div class='relatedPosts'><p>{OTHER}</p></div>",
        f"<section id='most-popular'><h3>Popular</h3><p>{OTHER}</p></section>",
        f"<aside><p>{OTHER}</p></aside>",
        f"<div class='comments-area'><p>{OTHER}</p></div>",
        f"<p><a href='/r'>{OTHER}</a></p>",
    ],
)
def test_other_news_in_article_text_is_cut(article: str, around: str) -> None:
    text = read_page(page(article, around), {}, "https://o.example/n/1").text
    assert "Tokayev" not in text
    assert all(paragraph in text for paragraph in BODY)


@pytest.mark.parametrize("name", ["widget", "latest", "share-wrapper", "more"])
def test_an_article_in_a_box_with_a_furnitures_name_is_kept(name: str) -> None:
    root = lxml.html.document_fromstring(page(f"<div class='{name}'>{PARAGRAPHS}</div>", ""))
    assert BODY[0] in without_furniture(root).text_content()


@pytest.mark.parametrize("name", ["lead", "article-spot", "news_anons", "entry-summary", "lid"])
def test_lead_outside_body_stands_before_the_text(name: str) -> None:
    article = f"<div class='{name}'><strong>{BODY[0]}</strong></div><div class='body'>" + "".join(
        f"<p>{text}</p>" for text in BODY[1:] * 2
    )
    text = read_page(page(article + "</div>", ""), {}, "https://o.example/n/1").text
    assert text.startswith(BODY[0])
    assert text.count(BODY[0]) == 1
