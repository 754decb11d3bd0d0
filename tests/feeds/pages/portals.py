"""The article pages of news portals and broadcasters."""

from tests.feeds.pages.articles import Article
from tests.feeds.pages.pieces import Template, cards, links, page, paragraphs, parted, share, table
from tests.feeds.pages.words import Words


def kun(article: Article, words: Words) -> str:
    """`news-inner__content-*`: stats, headline, lead, body, tags."""
    return page(
        article,
        words,
        f"""<div class="news-inner"><div class="news-inner__content">
<div class="news-inner__content-stats"><span>{words.sections[3]} | 14:05 / 26.04.2024</span></div>
<h1 class="news-inner__content-title">{article.title}</h1>
<p class="news-inner__content-desc">{article.lead}</p>
<div class="news-inner__content-img"><img src="/k.jpg"><p>{words.caption}</p></div>
<div class="news-inner__content-page">{paragraphs(article.paragraphs)}
<p style="text-align:right"><strong>{words.byline}</strong></p></div>
<div class="news-inner__tags">{links(words.tags, "", "")}</div>
{share(words.labels[0], "news-inner__share")}</div>
<aside class="news-inner__side"><h3>{words.labels[4]}</h3>
{cards(words.headlines, "small-cards__default-item", words.date)}</aside></div>""",
    )


def gazeta(article: Article, words: Words) -> str:
    """Headline by `itemprop`, the lead as `h4`, the body in `js-mediator-article`."""
    return page(
        article,
        words,
        f"""<div class="leftContainer"><article itemscope>
<div class="articleTopBG"><h1 itemprop="headline name" id="article_title">{article.title}</h1>
<div class="articleDateTime"><span itemprop="name">{words.sections[3]}</span> {words.date}</div>
</div><h4>{article.lead}</h4><div class="articleContent">
<div class="js-mediator-article article-text"><p>{article.paragraphs[0]}</p>
<a class="lightbox" href="/f.jpg"><img src="/f.jpg"></a><div class="postPicDesc">{words.caption}
</div>{paragraphs(article.paragraphs[1:])}
<ul>{"".join(f"<li>{left} — {right};</li>" for left, right in article.rows)}</ul></div>
<div class="itemTags">{links(words.tags, "", "")}</div><div class="orphus">{words.notes[2]}</div>
</div></article>{share(words.labels[0], "articleShare")}
<div class="comments-block"><h3>{words.labels[2]}</h3>
{paragraphs(words.comments, '<div class="comment">', "</div>")}</div></div>
<div class="rightContainer"><div class="sideBlock"><h3>{words.labels[3]}</h3>
{cards(words.headlines, "nblock", words.date)}</div></div>""",
    )


def spot(article: Article, words: Words) -> str:
    """The same house's business portal: `itemData` above, the lead as the first paragraph."""
    return page(
        article,
        words,
        f"""<div class="container"><div class="contentBox"><div class="itemData">
<a href="/b"><span>{words.sections[1]}</span></a><span>{words.date}</span></div>
<h1>{article.title}</h1><div class="articleContent"><p>{article.lead}</p>
<a href="/f.jpg"><img src="/f.jpg"></a><div class="postPicDesc">{words.caption}</div>
<div class="js-mediator-article article-text">{paragraphs(article.paragraphs[:3])}
<blockquote><p>{words.also}: <a href="/n/2">{words.headlines[2]}</a></p></blockquote>
{paragraphs(article.paragraphs[3:])}</div></div>
<p class="channel">{words.notes[1]}</p>{share(words.labels[0], "socialShare")}
<div class="moreNews"><h2>{words.labels[4]}</h2>
{cards(words.headlines, "contentBox", words.date, "h2")}</div></div></div>""",
    )


def daryo(article: Article, words: Words) -> str:
    """A floating share bar inside the wrapper of the body, after a theme of WordPress."""
    return page(
        article,
        words,
        f"""<div class="main-wrap"><div class="the-post-header"><div class="post-meta">
<h1 class="is-title post-title post-view-title">{article.title}</h1>
<time class="post-date" datetime="2024-04-26T14:05:00+05:00">{words.date}</time>
<span class="meta-item post-views has-icon rank-hot">1 024 {words.labels[5]}</span></div></div>
<div class="post-content-wrap has-share-float"><div class="post-share-float">
<div class="services">{links(("Facebook", "Telegram", "X"), "", "")}</div></div>
<div class="post-content cf entry-content"><p><strong>{article.lead}</strong></p>
{paragraphs(article.paragraphs)}<blockquote class="wp-embedded-content">
<a href="/n/3">{words.headlines[3]}</a></blockquote></div></div>
<div class="the-post-tags">{links(words.tags, "", "")}</div>
<section class="related-posts"><h4>{words.labels[4]}</h4>
{cards(words.headlines, "grid-post", words.date, "h2")}</section></div>""",
    )


def qafqazinfo(article: Article, words: Words) -> str:
    """`panel-body news_text`: one box with line breaks, the date with a bar in it above."""
    return page(
        article,
        words,
        f"""<div class="col-md-9"><div class="panel panel-default news">
<div class="panel-heading"><h1>{article.title}</h1><time>26.04.2024 | 14:05</time></div>
<img class="img-responsive" src="/q.jpg"><div class="panel-body news_text">
{parted((article.lead, *article.paragraphs))}<br><br>
<div class="fb-share">{share(words.labels[0], "sharethis")}</div></div></div>
<div class="panel other-news"><div class="panel-heading">{words.labels[4]}</div>
{cards(words.headlines, "media", "26.04.2024 | 13:40", "h4")}</div></div>
<div class="col-md-3"><div class="panel"><ul class="list-group">
{links(words.headlines)}</ul></div></div>""",
    )


def tengrinews(article: Article, words: Words) -> str:
    """A lead of its own, quotes as `blockquote`, cards of other news within the text."""
    return page(
        article,
        words,
        f"""<main class="content_main"><h1 class="head-single">{article.title}</h1>
<div class="date-time">{words.date}</div><div class="content_main_meta">
<span class="content_main_meta_stat">5 120 {words.labels[5]}</span></div>
<picture class="content_main_thumb_img"><img src="/t.jpg"></picture>
<p class="content_main_thumb_alt">{words.caption}</p>
<h2 class="content_main_desc"><p>{article.lead}</p></h2>
<div class="content_main_text">{paragraphs(article.paragraphs[:1])}
<blockquote><p>{article.paragraphs[1]}</p></blockquote>{paragraphs(article.paragraphs[2:4])}
<div class="tn-readmore"><p>{words.also}:</p><a href="/n/0">{words.headlines[0]}</a></div>
{paragraphs(article.paragraphs[4:])}</div>
<div class="content_main_text_tags">{links(words.tags, "<span>", "</span>")}</div>
<p class="telegram_link"><a href="https://t.me/x">{words.notes[1]}</a></p>
<div class="tn-comments"><p>{words.comments[0]}</p><p>{words.comments[1]}</p></div></main>
<div class="sidebar-news">{cards(words.headlines, "tape_item", words.date)}</div>""",
    )


def twenty_four(article: Article, words: Words) -> str:
    """`cont` by `itemprop`; a link to the channel and a banner at its end."""
    return page(
        article,
        words,
        f"""<div class="container"><div class="col-xs-12" itemscope>
<h1 class="newsTitle" itemprop="headline">{article.title}</h1>
<div class="dateNews"><span itemprop="datePublished">{words.date}</span>, {words.sections[3]}</div>
<div itemprop="author" class="authorName">{words.byline}</div>
<div class="cont" itemprop="articleBody"><p><strong>{article.lead}</strong></p>
{paragraphs(article.paragraphs)}</div>
<div class="linkToNews">{words.labels[0]}: https://24.kg/292110/</div>
<div class="viewCount">{words.labels[5]}: 2310</div>{share(words.labels[0], "sharingButtons")}
<div class="row lineNews"><h3>{words.labels[4]}</h3>
{cards(words.headlines, "one", "13:40", "div")}</div></div></div>""",
    )


def azattyk(article: Article, words: Words) -> str:
    """RFE/RL's pages: `body-container`, `wsw`, boxes of media and of other stories inside."""
    return page(
        article,
        words,
        f"""<main class="container"><div class="hdr-container"><div class="category">
<a href="/z/1">{words.sections[2]}</a></div><h1 class="title pg-title">{article.title}</h1>
<div class="publishing-details"><time class="date">{words.date}</time>
<div class="links__author">{words.byline}</div></div>
<figure class="media-image"><img src="/a.jpg"><figcaption><span class="caption">{words.caption}
</span></figcaption></figure><div class="share--box">{share(words.labels[0], "share__list")}</div>
</div><div class="body-container"><div class="intro"><p>{article.lead}</p></div>
<div id="article-content" class="content-floated-wrap"><div class="wsw">
{paragraphs(article.paragraphs[:3])}<div class="wsw__embed"><div class="media-block also-read">
<a href="/a/2"><span class="also-read__text--label">{words.also}</span>
<h4 class="media-block__title">{words.headlines[1]}</h4></a></div></div>
{paragraphs(article.paragraphs[3:])}</div><ul class="author-list"><li class="author-row">
<h3><a href="/author">{words.byline}</a></h3><p>{words.about}</p></li></ul></div>
<div class="comments comments--fb"><p>{words.comments[0]}</p></div></div>
<div class="region"><h3 class="section-head">{words.labels[3]}</h3>
{cards(words.headlines, "media-block", words.date, "h4")}</div></main>""",
    )


def trt_world(article: Article, words: Words) -> str:
    """Paragraphs right under `Article-List`, with a newsletter box between."""
    return page(
        article,
        words,
        f"""<div class="Article"><div class="Article-Top"><h1 class="article-title">{article.title}
</h1><div class="article-description">{article.lead}</div>
<figure class="Picture"><picture><img src="/w.jpg"></picture>
<figcaption>{words.caption}</figcaption></figure></div>
<div class="Article-List">{paragraphs(article.paragraphs[:4])}
<div class="newsletter-box"><p>{words.notes[1]}</p><form><input type="email"></form></div>
{paragraphs(article.paragraphs[4:])}</div><div class="SOURCE">SOURCE: TRT World</div>
<div class="Article-Explore"><h2>Explore</h2>
{cards(words.headlines, "Card", words.date)}</div></div>""",
    )


def trt_haber(article: Article, words: Words) -> str:
    """A spot as `h2` above, the body in `editor-text` with an inner list of other news."""
    return page(
        article,
        words,
        f"""<div class="news-detail-container"><div class="breadcrumb">{links(words.sections[:2])}
</div><h1 class="news-title">{article.title}</h1><h2 class="news-spot">{article.lead}</h2>
<div class="info-bar"><span class="created-date">{words.date}</span></div>
<div class="news-image"><img src="/h.jpg"></div><div class="news-content"><div
class="editor-text">{paragraphs(article.paragraphs[:2])}
<div class="inner-related"><a href="/n/1">{words.headlines[1]}</a></div>
{paragraphs(article.paragraphs[2:])}{table(article.rows)}</div></div>
<div class="news-tags"><h4>{words.labels[1]}</h4>{links(words.tags, "", "")}</div>
<div class="next-news"><div class="title">{words.labels[4]}</div>
{cards(words.headlines, "standard-card", words.date, "div")}</div></div>""",
    )


def podrobno(article: Article, words: Words) -> str:
    """Bitrix: `news-detail`, its text parted by line breaks straight in the box."""
    return page(
        article,
        words,
        f"""<div class="bx-content"><div class="news-detail"><h1>{article.title}</h1>
<span class="news-date-time">{words.date}</span><img class="detail_picture" src="/b.jpg">
<div class="news-detail-text">{article.lead}<br><br>{parted(article.paragraphs)}</div>
<div style="clear:both"></div><div class="news-detail-share">{share(words.labels[0], "ya")}</div>
</div><div class="news-list"><b>{words.labels[4]}</b>
{cards(words.headlines, "news-item", words.date, "p")}</div></div>""",
    )


TEMPLATES: dict[str, tuple[str, Template]] = {
    "Kun.uz": ("uz", kun),
    "Gazeta.uz": ("ru", gazeta),
    "Gazeta.uz, English": ("en", gazeta),
    "Spot": ("ru", spot),
    "Daryo": ("uz", daryo),
    "Qafqazinfo": ("az", qafqazinfo),
    "Tengrinews": ("ru", tengrinews),
    "24.kg": ("ru", twenty_four),
    "Azattyk": ("ky", azattyk),
    "TRT World": ("en", trt_world),
    "TRT Haber": ("tr", trt_haber),
    "Podrobno.uz": ("ru", podrobno),
}
