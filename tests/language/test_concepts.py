"""Ideas behind the words of every language."""

from typing import SupportsIndex, overload

import pytest

from bot.language import concepts
from config.catalogue_loader import load_catalogue


@pytest.mark.parametrize(
    "text",
    [
        "the ministers of tourism",
        "туристические агентства",
        "turizm bakanları",
        "туризм министрлери",
        "turizm vazirlari",
        "a turizmus",
    ],
)
def test_one_idea_is_found_in_every_language(text: str) -> None:
    assert "tourism" in concepts.topics().of(text)


def test_a_short_stem_must_be_the_whole_word() -> None:
    assert "oilgas" in concepts.topics().of("oil and gas")
    assert "oilgas" not in concepts.topics().of("a gasp of the oiled machine")


def test_a_stem_of_several_words_needs_them_side_by_side() -> None:
    assert "assembly" in concepts.formats().of("the General Assembly met")
    assert "assembly" not in concepts.formats().of("the general of the assembly plant")


def test_where_a_list_breaks_its_lines_changes_nothing() -> None:
    in_one = concepts.Concepts({"rail": "railway, iron road, train"})
    in_two = concepts.Concepts({"rail": "\nrailway,\niron road, train,\ntrain\n"})
    for said in ("an iron road", "trains", "railways"):
        assert in_one.find(said.split()) == in_two.find(said.split())
        assert in_two.of(said) == {"rail"}


def test_letters_are_folded_on_both_sides() -> None:
    assert concepts.topics().of("GÜREŞÇİLER") == concepts.topics().of("güreşçiler") == {"wrestling"}


def test_ordinals_are_numbers() -> None:
    assert concepts.ordinals().of("the eleventh summit") == {"11"}
    assert concepts.ordinals().of("үчүнчү жолугушуу") == {"3"}


def test_acts_are_formats_that_happen_at_any_gathering() -> None:
    assert "signing" in concepts.acts()
    assert "council" not in concepts.acts()


def test_every_organisation_has_its_field() -> None:
    assert set(concepts.fields()) == {
        organization.id for organization in load_catalogue().organizations
    }


class _Words(list[str]):
    """Words of which no long stretch may be copied."""

    @overload
    def __getitem__(self, at: SupportsIndex) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: SupportsIndex | slice) -> str | list[str]:
        assert not isinstance(at, slice) or at.stop - at.start < 10
        return super().__getitem__(at)


def test_a_phrase_that_may_go_on_copies_no_more_of_a_long_text_than_its_own_words() -> None:
    rails = concepts.Concepts({"railway": "iron road"})

    found = rails.find(_Words(["iron", "road", "iron", "gate"] * 500))

    assert len(found) == 500


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("signed a memorandum", "architecture"),
        ("Рамиз Аскеров подписал меморандум", "defence"),
        ("Kasım-Jomart Tokayevlə görüşüb", "forest"),
        ("məsələlər müzakirə olunub", "forest"),
        ("qeyri-rəsmi görüş", "art"),
        ("Bursa'da toplandı", "students"),
        ("sakkizinchi yig‘ilish", "chess"),
        ("министрдің көмекшісі", "humanitarian"),
        ("Bakan Yardımcısı", "humanitarian"),
        ("hamkorlikda əməkdaşlıq", "labour"),
        ("советник президента", "council"),
        ("so‘nggi majlis", "music"),
    ],
)
def test_a_word_that_only_begins_alike_stands_for_nothing(said: str, topic: str) -> None:
    assert topic not in concepts.topics().of(said) | concepts.formats().of(said)


def test_what_a_longer_stem_stands_for_counts_in_such_a_word() -> None:
    assert concepts.documents().of("a memorandum was signed") == {"memorandum"}
    assert "museum" in concepts.topics().of("мұражай ашылды")
    assert "heritage" in concepts.topics().of("мәдени мұрасы")
