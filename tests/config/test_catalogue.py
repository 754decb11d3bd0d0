"""A catalogue is loaded whole, or refused with one message that says where, what and what would be
right."""

import gc
import pickle
from dataclasses import fields
from pathlib import Path
from weakref import ref

import pytest

from config.catalogue import Catalogue
from config.catalogue_loader import load_catalogue
from config.errors import ConfigError


def test_the_default_catalogue_is_loaded_once_and_shared() -> None:
    assert load_catalogue() is load_catalogue()


def test_a_catalogue_that_nobody_uses_any_more_is_let_go_of(tmp_path: Path) -> None:
    used = load_catalogue(own=tmp_path)
    assert load_catalogue(own=tmp_path) is used
    is_there = ref(used)
    del used
    gc.collect()
    assert is_there() is None


def test_who_does_not_read_articles_goes_by_the_same_catalogue_without_the_words() -> None:
    whole = load_catalogue()
    known = whole.without_words()
    assert type(known) is Catalogue
    assert all(getattr(known, each.name) is getattr(whole, each.name) for each in fields(Catalogue))
    assert known.organization("ots") is whole.organization("ots")
    assert len(pickle.dumps(known)) < 0.6 * len(pickle.dumps(whole))


def test_a_small_catalogue_of_ones_own_is_loaded(catalogue: Path) -> None:
    loaded = load_catalogue(catalogue)
    assert [organization.id for organization in loaded.organizations] == ["ots", "turksoy"]
    assert loaded.organization("turksoy").founded == "1993"
    assert loaded.organization("ots").founded == "2009-10-03"
    assert loaded.sources[0].enabled
    assert loaded.places.city("istanbul").country == "TR"


def test_an_unknown_organization_is_a_key_error(catalogue: Path) -> None:
    with pytest.raises(KeyError):
        load_catalogue(catalogue).organization("nato")


BROKEN = [
    (
        "organizations.toml",
        "short.en",
        "shrt.en",
        "organizations.toml, organization[ots].shrt: is not a known key. Did you mean short?",
    ),
    (
        "organizations.toml",
        "names.en = [",
        "names.ruu = [",
        (
            "organizations.toml, organization[ots].names.ruu: is not a known language. "
            "Did you mean ru?"
        ),
    ),
    (
        "organizations.toml",
        'names.en = ["Organization of Turkic States"]',
        'names.en = "Organization of Turkic States"',
        (
            "organizations.toml, organization[ots].names.en: is «Organization of Turkic "
            "States». Write a list in square brackets."
        ),
    ),
    (
        "organizations.toml",
        '["Organization of Turkic States"]',
        '["Organization of Turkic States", 5]',
        "organizations.toml, organization[ots].names.en[2]: is 5. Write a string in quotes.",
    ),
    (
        "organizations.toml",
        '["Organization of Turkic States"]',
        '[" "]',
        (
            "organizations.toml, organization[ots].names.en[1]: is empty. Write a name, "
            "or leave the key out."
        ),
    ),
    (
        "organizations.toml",
        'names.en = ["Organization of Turkic States"]',
        'names.tr = ["Türk Devletleri Teşkilatı"]',
        (
            "organizations.toml, organization[ots].names: has no English entry. Add en: "
            "it stands in for languages that have none."
        ),
    ),
    (
        "organizations.toml",
        'weak.en = ["OTS"]',
        'weak.en = ["ССТГ"]',
        (
            "organizations.toml, organization[ots].weak.en: holds «ССТГ», which is in "
            "abbreviations too. Keep it in one of the two."
        ),
    ),
    (
        "organizations.toml",
        "founded = 2009-10-03",
        'founded = "October 2009"',
        (
            "organizations.toml, organization[ots].founded: is «October 2009», which "
            "is not a date. "
            'Write a date such as 2022-11-11, or "2022-11" or "2022" where no more is known.'
        ),
    ),
    (
        "organizations.toml",
        "founded = 2009-10-03\n",
        "",
        "organizations.toml, organization[ots].founded: is missing. Add it.",
    ),
    (
        "organizations.toml",
        'seat = "istanbul"',
        'seat = "istambul"',
        (
            "organizations.toml, organization[ots].seat: is «istambul», which no file of "
            "places knows. Did you mean istanbul?"
        ),
    ),
    (
        "organizations.toml",
        'id = "turksoy"',
        'id = "ots"',
        (
            "organizations.toml, organization[ots]: stands twice. Rename one of the two, "
            "or merge them."
        ),
    ),
    (
        "organizations.toml",
        'id = "turksoy"',
        'id = "TÜRKSOY"',
        (
            "organizations.toml, organization[TÜRKSOY].id: is «TÜRKSOY». "
            "Write small Latin letters, digits and hyphens, such as turkic-academy."
        ),
    ),
    (
        "organizations.toml",
        'short.en = "OTS"',
        "short.en = ",
        (
            "organizations.toml, line 8, column 12: is not TOML: invalid value. Correct "
            "the syntax there or just before."
        ),
    ),
    (
        "sources.toml",
        'url = "https://azertag.az/en/rss"',
        'url = "azertag.az/en/rss"',
        (
            "sources.toml, source[azertac-en].url: is «azertag.az/en/rss», which is not a URL. "
            "Write a full http or https URL such as https://example.org/."
        ),
    ),
    (
        "sources.toml",
        'certainty = "A"',
        'certainty = "D"',
        (
            "sources.toml, source[azertac-en].certainty: is «D», which is not known. "
            "Write one of 'A', 'B' or 'C'."
        ),
    ),
    (
        "sources.toml",
        "Asia/Baku",
        "Asia/Bakku",
        (
            "sources.toml, source[azertac-en].timezone: is «Asia/Bakku», which is not a "
            "time zone. Did you mean Asia/Baku?"
        ),
    ),
    (
        "sources.toml",
        'certainty = "A"',
        'certainty = "A"\nenabled = "perhaps"',
        "sources.toml, source[azertac-en].enabled: is «perhaps». Write true or false.",
    ),
    (
        "places/turkiye.toml",
        'in_country = "TR"',
        'in_country = "Turkey"',
        "places/turkiye.toml, in_country: is «Turkey». Write an ISO 3166-1 code such as KZ.",
    ),
    (
        "places/turkiye.toml",
        'in_country = "TR"',
        'in_country = "QQ"',
        (
            "places/, city[istanbul].country: is «QQ», which is no country. Write its "
            "ISO 3166-1 code, such as KZ."
        ),
    ),
    (
        "places/turkiye.toml",
        "[[city]]",
        "[[cities]]",
        "places/turkiye.toml, cities: is not a known key. Did you mean city?",
    ),
    (
        "places/turkiye.toml",
        'names.en = ["Istanbul"]',
        'names.en = ["Istanbul"',
        (
            "places/turkiye.toml, end of file: is not TOML: unclosed array. Correct the "
            "syntax there or just before."
        ),
    ),
]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message"),
    BROKEN,
    ids=[f"{row[0]}: {row[3].split(': ', 1)[1]}"[:70] for row in BROKEN],
)
def test_a_broken_catalogue_gives_one_readable_message(
    catalogue: Path, file: str, right: str, wrong: str, message: str
) -> None:
    path = catalogue / file
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(ConfigError) as refused:
        load_catalogue(catalogue)
    assert str(refused.value) == message


def test_a_missing_file_is_named(catalogue: Path) -> None:
    (catalogue / "sources.toml").unlink()
    with pytest.raises(ConfigError) as refused:
        load_catalogue(catalogue)
    assert str(refused.value) == (
        f"sources.toml: there is no such file in {catalogue}. Restore it, or name "
        f"another directory."
    )


def test_a_file_that_is_not_utf8_names_the_line(catalogue: Path) -> None:
    (catalogue / "sources.toml").write_bytes("# ok\n# Türkiye\n".encode("windows-1254"))
    with pytest.raises(ConfigError) as refused:
        load_catalogue(catalogue)
    assert str(refused.value) == "sources.toml, line 2: is not UTF-8 text. Save the file as UTF-8."


def test_a_catalogue_without_places_says_so(catalogue: Path) -> None:
    (catalogue / "places" / "turkiye.toml").unlink()
    with pytest.raises(ConfigError) as refused:
        load_catalogue(catalogue)
    assert (
        str(refused.value)
        == "places/: holds no file of places. Restore countries.toml and the others."
    )
