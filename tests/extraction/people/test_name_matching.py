"""Whether two names are one person's."""

from bot.extraction.facts import ArticleText
from bot.extraction.people.name_matching import begin_alike, same
from tests.defaults import READER
from tests.extraction.people.reading import names


def test_two_forms_of_one_name_are_one_person() -> None:
    text = "Генсек встретился с Марком Давидом Бауэром. Генсек поздравил Марка Давида Бауэра."
    assert names("ru", text) == ["Марк Давид Бауэр"]


def test_an_initial_stands_for_the_word_that_begins_with_it() -> None:
    article = READER.tag(ArticleText("", "Выступил Турдубек Усманов.", language="ru"))
    assert same(article, ("усманов", "турдубек"), ("т", "усманов"))
    assert not same(article, ("усманов", "турдубек"), ("а", "усманов"))


def test_names_that_begin_alike_may_be_forms_of_one() -> None:
    assert begin_alike(("марк", "бауэр"), ("марка", "бауэра"))
    assert not begin_alike(("марк", "бауэр"), ("марк", "штерн"))
