"""What stands around an article is taken out, and the article itself never is."""

import lxml.html
import pytest

from bot.feeds.parsing.article_page import read_page
from bot.feeds.parsing.page_furniture import without_furniture

BODY = (
    "The Secretary General received the Minister of Culture in Istanbul on 23 April 2024.",
    (
        "The sides discussed the programme of the coming year, the exhibition and the "
        "visit of scholars."
    ),
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
        f"<blockquote class='embed'><a href='/r'>{OTHER}</a></blockquote>",
        (
            f"<div class='feed'><div><p><a href='/r'>{OTHER}</a></p><i>21.12.2025 | "
            f"14:05</i></div></div>"
        ),
        f"<div class='feed'><div><a href='/r'>{OTHER}</a> <b>12 840</b></div></div>",
        f"<div class='detail-img'><p>{OTHER}</p></div>",
        f"<span class='x'><p class='main_photo_alt'>{OTHER}</p></span>",
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


@pytest.mark.parametrize("tag", ["p", "h2", "h4", "div class='x'><p"])
def test_lead_without_a_name_stands_before_the_text(tag: str) -> None:
    end = tag[:2].rstrip(" ") if tag[0] != "d" else "p"
    lead = f"<div class='top'><h1>OTS receives minister</h1></div><{tag}>{BODY[0]}</{end}>"
    body = "".join(f"<p>{text}</p>" for text in BODY[1:] * 2)
    html = f"<html><body>{lead}<div class='in'><div class='body'>{body}</div></div></body></html>"
    text = read_page(html.encode(), {}, "https://o.example/n/1").text
    assert text.startswith(BODY[0])
    assert text.count(BODY[0]) == 1


def test_a_linked_paragraph_above_the_body_is_no_lead() -> None:
    above = f"<div class='spot'>Subscribe, <a href='/t'>we tell it first</a>. {OTHER}.</div>"
    body = "".join(f"<p>{text}</p>" for text in BODY * 2)
    html = page(f"{above}<div class='in'><article>{body}</article></div>", "")
    assert read_page(html, {}, "https://o.example/n/1").text.startswith(BODY[0])


@pytest.mark.parametrize("name", ["text-image", "photo", "img-left"])
def test_a_long_text_in_a_box_that_is_named_for_its_picture_is_kept(name: str) -> None:
    html = page(f"<div class='{name}'>{PARAGRAPHS}</div>", "<p>Something else.</p>")
    root = lxml.html.document_fromstring(html)
    assert BODY[0] in without_furniture(root).text_content()


def test_what_stands_above_the_headline_is_no_text() -> None:
    html = (
        f"<html><head><title>OTS receives minister</title></head><body><div>USD 89,20</div>"
        f"<div>+17 °C</div><h1>OTS receives minister</h1><div>{'</div><div>'.join(BODY * 2)}"
        "</div></body></html>"
    )
    text = read_page(html.encode(), {}, "https://o.example/n/1").text
    assert "USD" not in text
    assert text.startswith(BODY[0])


def test_a_line_on_rights_is_no_text() -> None:
    rights = "<p>© 2024 All rights reserved, use with a hyperlink only.</p>"
    html = page(f"<article>{'<p>'.join(BODY)}{rights}</article>", "")
    assert "©" not in read_page(html, {}, "https://o.example/n/1").text


def test_results_beside_linked_names_in_a_table_are_kept() -> None:
    rows = "".join(
        f"<tr><td><a href='/t/{n}'>Team of the city {n}</a></td><td>1{n} points, 2:{n}</td></tr>"
        for n in range(5)
    )
    root = lxml.html.document_fromstring(page(f"{PARAGRAPHS}<table>{rows}</table>", ""))
    assert "14 points" in without_furniture(root).text_content()


def test_a_paragraph_of_the_article_that_is_nearly_all_link_is_kept() -> None:
    linked = f"<p><a href='/d'>{BODY[1][:-9]}</a>{BODY[1][-9:]}</p>"
    html = page(f"<article><p>{BODY[0]}</p>{linked}<p>{BODY[2]}</p></article>", "")
    assert BODY[1] in read_page(html, {}, "https://o.example/n/1").text


def test_lead_below_a_headline_that_is_no_h1_stands_before_the_text() -> None:
    body = "".join(f"<p>{text}</p>" for text in BODY[1:] * 2)
    html = (
        "<html><head><title>OTS receives minister | Outlet</title></head><body>"
        f"<h2>Other</h2><p>{OTHER} and more.</p><h2 class='title'>OTS receives minister</h2>"
        f"<div class='lead'>{BODY[0]}</div><div class='txt'>{body}</div></body></html>"
    )
    assert read_page(html.encode(), {}, "https://o.example/n/1").text.startswith(BODY[0])
