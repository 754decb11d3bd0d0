"""What an outlet says of a picture, a film or itself never takes the place of the news."""

import pytest

from tests.feeds.making import item, parsed, rss

TEXT = "The sides met in Istanbul on 23 April and spoke of forests."
CAPTION = (
    "FILE: Governor Timur Aksoy of Kars and a mayor whose name is long shake hands before a bridge"
    " that was new then, as a photographer of the agency saw it on a rainy day in May."
)
SPACES = {
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "image": "http://purl.org/rss/1.0/modules/image/",
}

NEIGHBOURS = {
    "a group": (
        "<media:group><media:content url='https://o.example/a.jpg'/><media:description>"
        f"{CAPTION}</media:description></media:group>"
    ),
    "a thumbnail": (
        "<media:thumbnail url='https://o.example/a.jpg'/><media:text type='plain'>"
        f"{CAPTION}</media:text>"
    ),
    "its title": (
        f"<media:content url='https://o.example/a.jpg'><media:title>{CAPTION}</media:title>"
        "</media:content>"
    ),
    "its credit": f"<media:credit role='photographer'>{CAPTION}</media:credit>",
    "in HTML": (
        "<media:content url='https://o.example/a.jpg'><media:description type='html'>"
        f"&lt;p&gt;{CAPTION}&lt;/p&gt;</media:description></media:content>"
    ),
    "of two pictures": 2
    * (
        "<media:content url='https://o.example/a.jpg' medium='image'><media:description>"
        f"{CAPTION}</media:description></media:content>"
    ),
    "of a film": (
        "<media:content url='https://o.example/a.mp4' medium='video' type='video/mp4'>"
        f"<media:description>{CAPTION}</media:description></media:content>"
    ),
    "an image of the item": (
        f"<image><url>https://o.example/a.jpg</url><title>{CAPTION}</title><description>{CAPTION}"
        "</description></image>"
    ),
    "rights": f"<dc:rights>{CAPTION}</dc:rights><media:copyright>{CAPTION}</media:copyright>",
    "a whole text that is one picture": (
        "<content:encoded><![CDATA[<figure><img src='https://o.example/a.jpg' alt='"
        f"{CAPTION}'><figcaption>{CAPTION}</figcaption></figure>]]></content:encoded>"
    ),
}


@pytest.mark.parametrize("first", [True, False], ids=["before", "behind"])
@pytest.mark.parametrize("extra", NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_photo_caption_replaces_text_nowhere(extra: str, first: bool) -> None:
    one = item("OTS meets", "https://o.example/a", text=TEXT, extra="" if first else extra)
    if first:
        one = one.replace("<item>", f"<item>{extra}")
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
    (entry,) = parsed(rss(one).replace("<rss ", f"<rss {spaces} ")).entries
    assert (entry.title, entry.text) == ("OTS meets", TEXT)
