"""The article pages of newspapers and magazines, many of them by WordPress."""

from tests.feeds.pages.articles import Article
from tests.feeds.pages.pieces import Template, cards, links, page, paragraphs, share, table
from tests.feeds.pages.words import Words

JETPACK_SHARE = '<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{}</h3></div>'


def hurriyet(article: Article, words: Words) -> str:
    """Headline, picture and paragraphs are children of one `content` box."""
    return page(
        article,
        words,
        f"""<div class="container"><div class="news-detail"><div class="content">
<h1>{article.title}</h1><img data-src="/h.jpg" alt=""><div class="date">{words.date}</div>
{paragraphs((article.lead, *article.paragraphs))}</div>
{share(words.labels[0], "social-media")}<div class="tags-box">{links(words.tags, "", "")}</div>
</div><div class="col-side"><h4>{words.labels[3]}</h4>
{cards(words.headlines, "news-card", words.date)}</div></div>""",
    )


def daily_sabah(article: Article, words: Words) -> str:
    """`article_body`, a gallery with captions above, an author's box and a newsletter below."""
    return page(
        article,
        words,
        f"""<div class="article_holder"><div class="article_top">
<h1 class="main_page_title">{article.title}</h1><div class="article_info">{words.byline}
<span class="date">{words.date}</span></div></div><div class="image_holder "><a href="/g"><div>
<img src="/d.jpg"></div></a><div class="caption">{words.caption}</div></div>
<div class="article_body">{paragraphs((article.lead, *article.paragraphs))}</div>
<div class="author_box"><b>{words.byline}</b><p>{words.about}</p></div>
<div class="newsletter_widget"><p>{words.notes[1]}</p></div>
<div class="tags_holder"><b>Keywords</b>{links(words.tags, "", "")}</div>
<div class="more_news"><h3>{words.labels[4]}</h3>
{cards(words.headlines, "widget_item", words.date)}</div></div>""",
    )


def sabah(article: Article, words: Words) -> str:
    """The spot as `h2`, other news cut in as linked lines, buttons and comments around."""
    return page(
        article,
        words,
        f"""<section class="detail"><h1 class="pageTitle">{article.title}</h1>
<h2 class="spot">{article.lead}</h2><div class="news-detail-info"><span class="postInfo">
{words.byline}</span> <span>{words.date}</span></div>
<figure class="newsImage"><img src="/s.jpg"></figure>
<div class="newsDetailText"><div class="newsBox selectionShareable">
{paragraphs(article.paragraphs[:3])}<div class="relatedNewsBox"><a href="/n/0">
{words.headlines[0]}</a></div>{paragraphs(article.paragraphs[3:])}</div></div>
<div class="tagBox">{links(words.tags)}</div><div class="commentBox"><h3>{words.labels[2]}</h3>
<p>{words.comments[0]}</p></div><div class="mostRead"><h3>{words.labels[3]}</h3>
{cards(words.headlines, "news", words.date)}</div></section>""",
    )


def minval(article: Article, words: Words) -> str:
    """Two plain boxes around an `article`; the body is `post-content`."""
    return page(
        article,
        words,
        f"""<div class="container"><div class="row"><div class="col"><article>
<h1>{article.title}</h1><div class="post-meta">{words.date} | {words.sections[0]}</div>
<div class="post-content"><p>{article.lead}</p>{paragraphs(article.paragraphs)}
<p><strong>{words.also}:</strong> <a href="/n/4">{words.headlines[4]}</a></p></div>
<div class="post-tags">{links(words.tags, "", "")}</div></article></div>
<div class="col-right"><div class="widget-title">{words.labels[4]}</div>
{cards(words.headlines, "post-item", "14:00", "h4")}</div></div></div>""",
    )


def magyar_nemzet(article: Article, words: Words) -> str:
    """A recommendation in the text, the caption of the cover as last line, tags as items."""
    return page(
        article,
        words,
        f"""<main class="article-page"><section class="article"><div class="article-header">
<h1 class="article-title">{article.title}</h1><p class="article-lead lead">{article.lead}</p>
<div class="article-info"><span class="author">{words.byline}</span>
<span class="article-date">{words.date}</span></div></div>
<div class="article-body"><div class="block-content">{paragraphs(article.paragraphs[:3])}</div>
<app-article-recommender class="recommender"><a href="/n/1">Ajánló: {words.headlines[1]}</a>
</app-article-recommender><div class="block-content">{paragraphs(article.paragraphs[3:])}
<p><em>Borítókép: {words.caption}</em></p></div></div>
<ul class="tag-list">{links(words.tags, '<li class="tag-list-item">')}</ul></section>
<aside class="sidebar"><h3>{words.labels[3]}</h3>
{cards(words.headlines, "article-card", words.date)}</aside></main>""",
    )


def mandiner(article: Article, words: Words) -> str:
    """A lead apart, "read this too" as a paragraph of one link, a support box below."""
    return page(
        article,
        words,
        f"""<div class="page-wrapper"><article class="mandiner-article">
<h1 class="title">{article.title}</h1><div class="meta"><time>{words.date}</time></div>
<div class="lead">{article.lead}</div><img src="/m.jpg" alt="">
<div class="wysiwyg">{paragraphs(article.paragraphs[:2])}
<p><strong><a href="/n/2">{words.also}: {words.headlines[2]}</a></strong></p>
{paragraphs(article.paragraphs[2:])}</div>
<div class="newsletter-signup"><p>{words.notes[1]}</p></div></article>
<div class="comments-section"><h4>{words.labels[2]}</h4>
{paragraphs(words.comments)}</div><div class="top-articles"><h3>{words.labels[3]}</h3>
{cards(words.headlines, "teaser", words.date)}</div></div>""",
    )


def wordpress(article: Article, words: Words) -> str:
    """A plain theme: `entry-content` with Jetpack's shares and related posts in it."""
    return page(
        article,
        words,
        f"""<div id="primary" class="content-area"><article class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{article.title}</h1>
<div class="entry-meta"><span class="posted-on">{words.date}</span>
<span class="byline">{words.byline}</span></div></header>
<div class="entry-content"><p>{article.lead}</p>
<figure class="wp-block-image"><img src="/w.jpg"><figcaption class="wp-element-caption">
{words.caption}</figcaption></figure>{paragraphs(article.paragraphs)}{table(article.rows)}
{JETPACK_SHARE.format(words.labels[0])}<div id="jp-relatedposts" class="jp-relatedposts">
<h3 class="jp-relatedposts-headline"><em>Related</em></h3>
{links(words.headlines[:3], '<p class="jp-relatedposts-post">', "</p>")}</div></div>
<footer class="entry-footer">{links(words.tags, "", "")}</footer></article>
<nav class="post-navigation">{links(words.headlines[:2], "<div>", "</div>")}</nav>
<div id="comments" class="comments-area"><h2>{words.labels[2]}</h2><ol class="comment-list">
<li class="comment"><p>{words.comments[0]}</p></li><li class="comment"><p>{words.comments[1]}</p>
</li></ol><div id="respond">Leave a Reply</div></div></div>
<div id="secondary" class="widget-area"><h2>{words.labels[3]}</h2><ul>{links(words.headlines)}</ul>
</div>""",
        name="single single-post postid-7",
    )


def newspaper_theme(article: Article, words: Words) -> str:
    """The theme called Newspaper: `td-post-content`, shares, author box and related blocks."""
    return page(
        article,
        words,
        f"""<div class="td-main-content-wrap"><article class="post td-post-template-default">
<div class="td-crumb-container"><span class="entry-crumbs">{links(words.sections[:2], "", "")}
</span></div><header class="td-post-title"><h1 class="entry-title">{article.title}</h1>
<div class="td-module-meta-info"><div class="td-post-author-name">{words.byline}</div>
<time class="entry-date">{words.date}</time></div></header>
<div class="td-post-sharing-top">{share(words.labels[0], "td-post-sharing")}</div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure>
<img src="/n.jpg"><figcaption class="wp-caption-text">{words.caption}</figcaption></figure></div>
<p>{article.lead}</p>{paragraphs(article.paragraphs[:4])}
<p>{words.also}: <a href="/n/3">{words.headlines[3]}</a></p>{paragraphs(article.paragraphs[4:])}
</div><footer><div class="td-post-source-tags"><ul class="td-tags">{links(words.tags)}</ul></div>
<div class="author-box-wrap"><div class="desc"><div class="td-author-name">{words.byline}</div>
<div class="td-author-description">{words.about}</div></div></div></footer></article>
<div class="td_block_wrap td_block_related_posts"><h4>{words.labels[3]}</h4>
{cards(words.headlines, "td_module_related_posts", words.date)}</div>
<div class="td-main-sidebar">{cards(words.headlines, "td_module_6", words.date)}</div></div>""",
        name="single td-standard-pack",
    )


def astana_times(article: Article, words: Words) -> str:
    """A theme of its own: `post-content` in two columns, "read more" as linked lines."""
    return page(
        article,
        words,
        f"""<div class="left-content"><article class="single-post"><h1>{article.title}</h1>
<p class="byline">{words.byline} in <a href="/c">{words.sections[3]}</a> on {words.date}</p>
<div class="share-box">{links(("Facebook", "X"), "", "")}</div><div class="post-content">
<p>{article.lead}</p><div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">
{words.caption}</p></div>{paragraphs(article.paragraphs)}</div>
<p class="get-digest"><strong>{words.notes[1]}</strong></p></article></div>
<div class="right-sidebar"><h3>{words.labels[3]}</h3>
{cards(words.headlines, "popular-post", words.date, "h4")}</div>""",
    )


def egemen(article: Article, words: Words) -> str:
    """Bootstrap boxes; the byline before and the tags right after the text."""
    return page(
        article,
        words,
        f"""<div class="row"><div class="col-lg-8"><div class="article-block">
<div class="article-info"><span>{words.sections[3]}</span> • {words.date}</div>
<h1>{article.title}</h1><div class="article-desc">{article.lead}</div>
<div class="article-image"><img src="/e.jpg"><small>{words.caption}</small></div>
<div class="article-text">{paragraphs(article.paragraphs)}</div>
<div class="tags-block">{links(words.tags, "", "")}</div><div class="author-name">{words.byline}
</div></div></div><div class="col-lg-4"><div class="h4">{words.labels[4]}</div>
{cards(words.headlines, "sidebar-item", words.date, "div")}</div></div>""",
    )


TEMPLATES: dict[str, tuple[str, Template]] = {
    "Hürriyet Daily News": ("en", hurriyet),
    "Daily Sabah": ("en", daily_sabah),
    "Sabah": ("tr", sabah),
    "A Haber": ("tr", sabah),
    "Minval": ("ru", minval),
    "Magyar Nemzet": ("hu", magyar_nemzet),
    "Mandiner": ("hu", mandiner),
    "The Times of Central Asia": ("en", wordpress),
    "Hungary Today": ("en", wordpress),
    "News Central Asia": ("en", wordpress),
    "Daily News Hungary": ("en", newspaper_theme),
    "Nuz.uz": ("ru", newspaper_theme),
    "Chronicles of Turkmenistan": ("en", newspaper_theme),
    "The Astana Times": ("en", astana_times),
    "Egemen Qazaqstan": ("kk", egemen),
}
