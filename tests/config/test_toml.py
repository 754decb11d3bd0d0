"""A mistake in a table is named as the one who made it would look for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import ConfigError
from config.toml import Checked, check, name_key, read_toml, suggest


class _Inner(Checked):
    id: str
    size: int = 0


class _Outer(Checked):
    item: tuple[_Inner, ...] = ()
    flag: bool = False


def test_a_path_names_items_by_id_where_they_have_one_and_else_by_number() -> None:
    data = {"source": [{"key": "kabar"}, {}], "names": {"en": ["a", "b"]}}
    assert name_key(data, ("source", 0, "url")) == "source[kabar].url"
    assert name_key(data, ("source", 1, "url")) == "source[2].url"
    assert name_key(data, ("names", "en", 1)) == "names.en[2]"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            {"item": [{"id": "a", "sice": 1}]},
            "t.toml, item[a].sice: is not a known key. Did you mean size?",
        ),
        ({"item": [{"size": 1}]}, "t.toml, item[1].id: is missing. Add it."),
        (
            {"item": [{"id": "a", "size": "big"}]},
            "t.toml, item[a].size: is «big». Write a whole number.",
        ),
        ({"item": {"id": "a"}}, "t.toml, item: is a table. Write a list in square brackets."),
        ({"item": [5]}, "t.toml, item[1]: is 5. Write a table."),
        ({"flag": []}, "t.toml, flag: is a list. Write true or false."),
        ({"zzz": 1}, "t.toml, zzz: is not a known key. Known are item, flag."),
    ],
)
def test_a_mistake_is_told_in_one_sentence_and_its_cure_in_another(
    data: object, message: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        check(_Outer, data, "t.toml")
    assert str(refused.value) == message


def test_a_long_value_is_told_shortened() -> None:
    with pytest.raises(ConfigError) as refused:
        check(_Outer, {"item": [{"id": "a", "size": "x" * 500}]}, "t.toml")
    assert len(str(refused.value)) < 150


def test_many_known_words_are_not_all_told() -> None:
    assert suggest("zzz", (f"word{number}" for number in range(50))).endswith("word19, …")


def _refusal(action: Callable[[], object]) -> ConfigError | None:
    try:
        action()
    except ConfigError as error:
        return error
    return None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_was_read_is_checked_or_refused_with_a_message(data: object) -> None:
    refused = _refusal(lambda: check(_Outer, data, "t.toml"))
    assert refused is None or (
        refused.where.startswith("t.toml") and refused.problem and refused.fix
    )


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_whatever_stands_in_a_file_is_read_or_refused_with_a_message(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, "utf-8")
    refused = _refusal(lambda: read_toml(path))
    assert refused is None or refused.where.startswith("any.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot be read"):
        read_toml(tmp_path)
