"""The article pages of news agencies."""

from tests.feeds.pages.articles import Article
from tests.feeds.pages.pieces import Template, cards, links, page, paragraphs, parted, share, table
from tests.feeds.pages.words import Words


def anadolu(article: Article, words: Words) -> str:
    """Headline and spot in `detay-spot-category`, the body in the first box of `detay-icerik`."""
    return page(
        article,
        words,
        f"""<div class="container"><div class="row"><div class="col-md-10 detay">
<div class="detay-spot-category"><span class="detay-kategori"><a href="/tr">{words.sections[3]}</a>
</span><h1>{article.title}</h1><h4>{article.lead}</h4></div>
<div class="detay-bg"><span class="tarih">{words.byline} <span>|</span> {words.date}</span></div>
<img class="detay-buyukFoto" src="/a.jpg" alt="{words.caption}">
<div class="detay-icerik"><div>{paragraphs(article.paragraphs[:3])}
<p><a href="/n/7">{words.headlines[0]}</a></p>{paragraphs(article.paragraphs[3:])}</div>
<div class="detay-paylas">{share(words.labels[0], "paylas")}</div>
<div class="detay-etiket"><span>{words.labels[1]}</span>{links(words.tags, "", "")}</div></div>
<p class="abonelik">{words.notes[0]}</p></div>
<div class="col-md-2"><h3>{words.labels[4]}</h3>
{cards(words.headlines, "konu-icerik", words.date)}</div></div></div>""",
    )


def azertac(article: Article, words: Words) -> str:
    """`article-content`, with the dateline inside, and photographs with their captions below."""
    city = "Bakı, 26 aprel, AZƏRTAC" if words.labels[0] == "Paylaş" else "Baku, April 26, AZERTAC"
    first, *others = (article.lead, *article.paragraphs)
    return page(
        article,
        words,
        f"""<main class="main-content"><div class="breadcrumb">{links(words.sections[:2])}</div>
<div class="news-page"><h1 class="entry-title">{article.title}</h1>
<div class="news-info"><span>26.04.2024 [14:05]</span><span class="author">{words.byline}</span>
<button>A-</button><button>A+</button></div>{share(words.labels[0], "social-share")}
<div class="article-content"><p><strong>{city}</strong></p><p>{first}</p>
{paragraphs(others)}<figure><img src="/1.jpg"><figcaption>{words.caption}</figcaption></figure>
</div><div class="tags">{links(words.tags)}</div>
<div class="news-other"><h2>{words.labels[4]}</h2>
{cards(words.headlines, "news-item", "26.04.2024 [13:50]", "h2")}</div></div></main>""",
    )


def apa(article: Article, words: Words) -> str:
    """`news-content`; time and date apart; a strip of headlines between the paragraphs."""
    strip = links(words.headlines[:3], '<div class="item">', "</div>")
    return page(
        article,
        words,
        f"""<div class="content_main"><div class="container"><div class="news_main">
<nav class="breadcrumb_row">{links(words.sections[:2], "", "")}</nav>
<h2 class="title_news mb-site">{article.title}</h2><h1>{article.title}</h1>
<div class="date"><span>14:05</span><span>26 aprel 2024</span></div>
<div class="main_img"><img src="/storage/news/2024/april/1.jpg"></div>
<div class="news-content"><div class="texts mb-site">
{paragraphs((article.lead, *article.paragraphs[:2]))}
<div class="links_block"><div class="in_news">{strip}</div></div>
{paragraphs(article.paragraphs[2:])}</div></div>
<div class="tags">{links(words.tags, "", "")}</div>{share(words.labels[0], "socials_links")}
</div><div class="four_columns_block"><h3>{words.labels[4]}</h3>
{cards(words.headlines, "item", "26 aprel 2024 13:40")}</div></div></div>""",
    )


def report(article: Article, words: Words) -> str:
    """`news-detail__desc`, within which the last paragraphs ask to follow and to share."""
    return page(
        article,
        words,
        f"""<section class="news-detail"><h1 class="section-title">{article.title}</h1>
<ul class="news__date"><li>26 aprel, 2024</li><li>14:05</li></ul>
<div class="news-detail__img"><img src="/p.jpg" alt=""></div>
<div class="news-detail__desc">{paragraphs((article.lead, *article.paragraphs))}
<p class="subscribe-line"><a href="https://t.me/x">{words.notes[1]}</a></p>
<p><a href="https://facebook.com/x">Facebook</a> <a href="https://x.com/x">X</a></p></div>
<div class="news-detail__tags">{links(words.tags, "", "")}</div>
<div class="news-detail__share"><span>{words.labels[0]}</span></div></section>
<section class="index-post-section"><h2>{words.labels[4]}</h2>
{cards(words.headlines, "index-post-block", "26 aprel, 2024", "h2")}</section>""",
    )


def trend(article: Article, words: Words) -> str:
    """`article-content article-paddings`, with a call to follow as its last paragraph."""
    return page(
        article,
        words,
        f"""<div class="wrapper"><article class="article" itemscope>
<div class="top-part"><h1>{article.title}</h1><span class="category">{words.sections[3]}</span>
<span class="date-time">26 April 2024 14:05 (UTC +04:00)</span></div>
{share(words.labels[0], "social-links-wrap")}
<div class="article-image"><img src="/t.jpg"><span class="author">{words.byline}</span></div>
<div class="article-content article-paddings"><p><b>BAKU, Azerbaijan, April 26.</b>
{article.lead}</p>{paragraphs(article.paragraphs)}
<p class="follow"><a href="https://t.me/x">{words.notes[1]}</a></p></div>
<ul class="tags-list">{links(words.tags)}</ul></article>
<div class="sidebar"><h3>{words.labels[4]}</h3><ul class="news-list">
{links(words.headlines, "<li><h4>", "</h4><span class='date-time'>13:59</span></li>")}</ul></div>
</div>""",
    )


def kazinform(article: Article, words: Words) -> str:
    """A description and a row of `article__body-text` boxes, pictures and other news between."""
    texts = [
        f'<div class="article__body-text">{text}</div>'
        for text in (paragraphs(article.paragraphs[:3]), paragraphs(article.paragraphs[3:]))
    ]
    return page(
        article,
        words,
        f"""<div class="container"><div class="article"><h1 class="article__title">{article.title}
</h1><div class="article__info"><div class="article__time">14:05, {words.date}</div>
<div class="article__views">1 240 {words.labels[5]}</div></div>
<div class="article__description">{article.lead}</div>
<div class="article__picture"><img src="/k.jpg"><div class="article__picture-author">
{words.caption}</div></div><div class="article__body">{texts[0]}
<div class="article__body-relatedNews"><a href="/n/1">{words.headlines[0]}</a></div>
{texts[1]}</div><div class="article__tags">{links(words.tags, "", "")}</div>
<div class="article__author"><span>{words.byline}</span></div>
{share(words.labels[0], "article__share")}</div>
<div class="news-lenta"><h3>{words.labels[4]}</h3>
{cards(words.headlines, "allNewsCard", words.date)}</div></div>""",
    )


def uza(article: Article, words: Words) -> str:
    """The headline in a box that is no `h1`, the body in `content-block`."""
    return page(
        article,
        words,
        f"""<div class="news-top"><div class="news-top-head"><div class="news-top-head__title">
{article.title}</div><div class="news-top-head__date">{words.date}</div>
<div class="news-top-head__views">310</div></div>
<img class="news-top__image" src="/u.jpg" alt="">{share(words.labels[0], "share-block")}
<div class="content-block"><p>{article.lead}</p>{paragraphs(article.paragraphs)}
<p style="text-align:right"><em>{words.byline}</em></p></div>
<div class="tag-list">{links(words.tags, "", "")}</div></div>
<div class="last-news"><h3>{words.labels[4]}</h3><div class="last-news-list">
{cards(words.headlines, "small-news", words.date, "div")}</div></div>""",
    )


def akipress(article: Article, words: Words) -> str:
    """Tables lay the page out; paragraphs are parted by line breaks; `news_tag` above."""
    rows = "".join(
        f'<tr><td class="datetxt">13:4{number}</td><td><a class="newslink" href="/n/{number}">'
        f"{headline}</a></td></tr>"
        for number, headline in enumerate(words.headlines)
    )
    return page(
        article,
        words,
        f"""<table class="layout"><tr><td width="70%"><div class="main_content">
<h1 class="news_title">{article.title}</h1><div class="news_date">{words.date}</div>
<div class="news_tag">{links(words.tags, "", "")}</div>
<div class="news_text" id="news_text"><img src="/p.jpg"><br>
{parted((article.lead, *article.paragraphs))}<br><br>{table(article.rows)}</div>
{share(words.labels[0], "share_block")}
<div id="comments"><b>{words.labels[2]}</b><div class="comment_text">{words.comments[0]}</div>
</div></div></td><td width="30%"><b>{words.labels[4]}</b>
<table id="last50">{rows}</table></td></tr></table>""",
    )


def kabar(article: Article, words: Words) -> str:
    """A `news-detail` box whose text stands in `div`s, with a print link and the views."""
    return page(
        article,
        words,
        f"""<div class="container"><div class="news-detail"><h1>{article.title}</h1>
<div class="meta"><span>{words.date}</span><span>845 {words.labels[5]}</span>
<a class="print" href="#">Print</a></div><img src="/k.jpg" alt="">
<div class="description">
{paragraphs((article.lead, *article.paragraphs), "<div>", "</div>")}</div>
{share(words.labels[0], "ya-share")}</div>
<div class="similar-news"><h3>{words.labels[4]}</h3>
{cards(words.headlines, "similar-item", words.date, "h4")}</div></div>""",
    )


TEMPLATES: dict[str, tuple[str, Template]] = {
    "Anadolu Agency": ("tr", anadolu),
    "AZERTAC": ("az", azertac),
    "AZERTAC, English": ("en", azertac),
    "APA": ("az", apa),
    "Report": ("az", report),
    "Trend": ("en", trend),
    "Kazinform": ("kk", kazinform),
    "Kazinform, Russian": ("ru", kazinform),
    "UzA": ("uz", uza),
    "UzA, English": ("en", uza),
    "AKIpress": ("ru", akipress),
    "KABAR": ("ky", kabar),
}
