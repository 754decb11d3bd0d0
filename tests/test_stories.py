"""The stories of the merging benchmark keep the form that their README promises.

A story of one article, or of one language, would flatter the score, and a repeated address would
join two articles for the wrong reason; so what a machine can see of the stories is checked here.
Whether two articles tell of one event only a reader can judge.
"""

import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from tests.each import each

STORIES = Path(__file__).parent / "corpus" / "stories"
FOLDERS = sorted(path for path in STORIES.glob("[0-9][0-9]-*") if path.is_dir())
ARTICLES = sorted(STORIES.glob("*/*.txt"))
LANGUAGES = {"en", "ru", "tr", "az", "kk", "ky", "uz"}
CYRILLIC, LATIN = {"ru", "kk", "ky"}, {"en", "tr", "az"}
NAME = re.compile(r"(?P<language>[a-z]{2})-[1-9]\.txt")
MOST_DAYS = 14  # from the first announcement to the last statement


def articles_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.txt") if path.name != "parent.txt")


def lines_of(article: Path) -> list[str]:
    return article.read_text(encoding="utf-8").split("\n")


def published(article: Path) -> date:
    return date.fromisoformat(lines_of(article)[0].removeprefix("date "))


each_story = each(FOLDERS)
each_article = each([path for path in ARTICLES if path.name != "parent.txt"])


@each_story
def test_a_story_has_three_to_five_articles_in_two_languages_or_more(story: Path) -> None:
    articles = articles_of(story)
    assert 3 <= len(articles) <= 5
    assert len({path.name[:2] for path in articles}) >= 2


@each_story
def test_the_articles_of_a_story_appear_within_a_few_days(story: Path) -> None:
    days = [published(path) for path in articles_of(story)]
    assert (max(days) - min(days)).days <= MOST_DAYS


@each_story
def test_a_parent_is_another_story_and_no_part_itself(story: Path) -> None:
    parent = story / "parent.txt"
    if parent.exists():
        folder = STORIES / parent.read_text(encoding="utf-8").strip()
        assert folder in FOLDERS
        assert folder != story
        assert not (folder / "parent.txt").exists()


def test_there_are_stories_parts_and_singles_enough() -> None:
    assert len(FOLDERS) >= 40
    assert len(list(STORIES.glob("*/parent.txt"))) >= 4
    assert len(list((STORIES / "singles").glob("*.txt"))) >= 6


def test_numbers_of_stories_are_unique_and_leave_no_gap() -> None:
    assert [int(folder.name[:2]) for folder in FOLDERS] == list(range(1, len(FOLDERS) + 1))


@each_article
def test_the_head_of_an_article_is_date_headline_and_reserved_address(article: Path) -> None:
    day, headline, address, empty = lines_of(article)[:4]
    assert day.startswith("date ")
    assert date(2023, 1, 1) <= published(article) <= date(2026, 12, 31)
    assert headline == headline.strip() != ""
    assert urlsplit(address).scheme == "https"
    assert (urlsplit(address).hostname or "").endswith(".example")
    assert empty == ""


@each_article
def test_the_name_of_an_article_tells_its_language_and_the_script_agrees(article: Path) -> None:
    name = NAME.fullmatch(article.name)
    assert name
    assert name["language"] in LANGUAGES
    letters = [c for c in "".join(lines_of(article)[4:]) if c.isalpha()]
    cyrillic = sum(unicodedata.name(c).startswith("CYRILLIC") for c in letters) / len(letters)
    assert name["language"] not in CYRILLIC or cyrillic > 0.9
    assert name["language"] not in LATIN or cyrillic == 0
    assert cyrillic > 0.9 or cyrillic == 0


@each_article
def test_the_body_is_composed_and_of_a_news_item_s_length(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert 60 <= len("\n".join(lines_of(article)[4:]).split()) <= 180


def test_no_address_is_used_twice() -> None:
    counts = Counter(lines_of(path)[2] for path in ARTICLES if path.name != "parent.txt")
    assert [address for address, count in counts.items() if count > 1] == []
