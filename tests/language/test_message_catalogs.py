"""Every sentence of the code reaches every catalogue, and what is wrong with a catalogue is
told."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from bot.language.message_catalogs import catalogue_path, extract, faults, updated, written

CODE = """
def say(_, translator, gettext, count, sentence):
    _("plain"); translator.gettext("by a method", name=1); gettext(sentence)
    translator.ngettext("{number} chat", "{number} chats", count)
    return f"nested {gettext('in an f-string')} {N_('later')}" + _("in " "two parts")
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "talk.py").write_text(CODE, "utf-8")
    return tmp_path


def filled(language: str, template: Catalog, **strings: str | tuple[str, ...]) -> Catalog:
    """Return a whole catalogue in which each sentence is its own translation.

    But for `strings` by their ids with _ for spaces.
    """
    catalogue = Catalog(language)
    for message in template:
        if message.id:
            plural = not isinstance(message.id, str)
            same = (message.id[1],) * catalogue.num_plurals if plural else message.id
            first = message.id[0] if plural else str(message.id)
            catalogue.add(message.id, strings.get(first.replace(" ", "_"), same))
    return catalogue


def test_every_kind_of_mark_is_found_and_what_is_no_literal_is_left_out(root: Path) -> None:
    found = {message.id for message in extract(root) if message.id}
    assert found == {
        "plain",
        "by a method",
        "in an f-string",
        "later",
        "in two parts",
        ("{number} chat", "{number} chats"),
    }


def test_a_sentence_tells_the_files_that_say_it(root: Path) -> None:
    assert [name for name, _ in extract(root)["plain"].locations] == ["bot/talk.py"]


def test_a_whole_catalogue_has_no_faults(root: Path) -> None:
    for language in ("tr", "ru", "uz"):
        assert faults(filled(language, extract(root)), extract(root)) == []


@pytest.mark.parametrize(
    ("string", "fault"),
    [
        ("", "untranslated"),
        ("{nam}", "has ['nam'] in place of []"),
        ("{", "broken placeholder"),
        ("{0}", "broken placeholder"),
        (" a", "spaces"),
    ],
)
def test_what_is_wrong_with_a_translation_is_told(root: Path, string: str, fault: str) -> None:
    [told] = faults(filled("tr", extract(root), plain=string), extract(root))
    assert fault in told
    assert told.endswith("«plain»")


def test_a_plural_needs_all_forms_of_its_language_and_its_number_in_each(root: Path) -> None:
    template = extract(root)
    two: dict[str, tuple[str, ...]] = {"{number}_chat": ("{number} чат", "{number} чата")}
    assert faults(filled("ru", template, **two), template) == [
        "2 plural forms in place of 3: «{number} chat»"
    ]
    three: dict[str, tuple[str, ...]] = {
        "{number}_chat": ("{number} чат", "чата", "{number} чатов")
    }
    assert faults(filled("ru", template, **three), template) == [
        "has [] in place of ['number']: «{number} chat»"
    ]


def test_a_fuzzy_a_missing_and_an_unused_sentence_are_told(root: Path) -> None:
    catalogue = filled("kk", extract(root))
    catalogue["plain"].flags.add("fuzzy")
    catalogue.add("said no more", "…")
    catalogue.delete("later")
    assert faults(catalogue, extract(root)) == [
        "missing: «later»",
        "unused: «said no more»",
        "fuzzy: «plain»",
    ]


def test_bringing_up_to_date_keeps_translations_adds_what_is_new_and_drops_what_is_gone(
    root: Path, tmp_path: Path
) -> None:
    old = Catalog("az")
    old.add("plain", "sadə")
    old.add("said no more", "…")
    path = catalogue_path("az", tmp_path)
    path.parent.mkdir(parents=True)
    path.write_bytes(written(old))
    new = updated("az", extract(root), tmp_path)
    assert {message.id for message in new} == {message.id for message in extract(root)}
    assert new["plain"].string == "sadə"
    assert not new["later"].string


def test_a_catalogue_is_written_alike_whatever_the_day_and_the_lines(
    root: Path, tmp_path: Path
) -> None:
    template = extract(root)
    path = catalogue_path("ky", tmp_path)
    path.parent.mkdir(parents=True)
    path.write_bytes(written(filled("ky", template)))
    before = written(updated("ky", template, tmp_path))
    path.write_bytes(before)
    (root / "bot" / "talk.py").write_text("\n\n" + CODE, "utf-8")
    assert written(updated("ky", extract(root), tmp_path)) == before
    assert b"POT-Creation-Date" not in before
