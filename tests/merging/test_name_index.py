"""Of two long lists of names only those that could be one meet."""

from bot.merging.name_index import NameIndex, index_of


def test_names_are_found_by_a_word_that_sounds_alike_in_the_order_put_there() -> None:
    index = index_of(["Veli Aliyev", "Ali Weli", "Hasan Usta"])

    assert [name for _, name in index.near("Vəli Qasımov")] == ["Veli Aliyev", "Ali Weli"]


def test_what_stands_under_the_very_name_comes_first_and_once() -> None:
    index = index_of(["Veli Aliyev", "Veli Demir", "Veli Usta"])

    assert [name for _, name in index.near("Veli Usta")] == [
        "Veli Usta",
        "Veli Aliyev",
        "Veli Demir",
    ]


def test_a_value_is_found_under_each_of_its_names() -> None:
    index: NameIndex[int] = NameIndex()
    place = index.add(["Sadyr Japarov"], 7)
    index.also("Садыр Жапаров", place)

    assert list(index.near("Садыр Жапаров")) == [(place, 7)]
