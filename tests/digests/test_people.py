"""A person's office is said once, with the organisation by its short name."""

import pytest

from bot.digests.people import office
from tests.digests.records import view


@pytest.mark.parametrize(
    ("role", "affiliation", "said"),
    [
        ("Secretary General", "OTS", "Secretary General, OTS"),
        ("Secretary General", "Organization of Turkic States", "Secretary General, OTS"),
        ("Secretary General", "Organization of Turkic States (OTS)", "Secretary General, OTS"),
        ("Secretary General of the OTS", "Organization of Turkic States", "Secretary General of the OTS"),
        ("Secretary General of the Organization of Turkic States (OTS)", "Organization of Turkic States", "Secretary General of the OTS"),
        ("Secretary General of the Organization of Turkic States", "OTS", "Secretary General of the OTS"),
        ("OTS Secretary General", "OTS", "OTS Secretary General"),
        ("President", "Turkic Culture and Heritage Foundation", "President, Heritage Foundation"),
        ("Secretary of TURKPA Commission on Legal Affairs", "TURKPA", "Secretary of TURKPA Commission on Legal Affairs"),
        ("Minister of Culture", "Kazakhstan", "Minister of Culture, Kazakhstan"),
        (
            "Envoy of the Kyrgyz Republic to the UN",
            "Kyrgyz Republic",
            "Envoy of the Kyrgyz Republic to the UN",
        ),
        ("Secretary General", "Turkic Council", "Secretary General, Turkic Council"),
        ("pianist", None, "pianist"),
        (None, "TURKSOY", "TURKSOY"),
        (None, "Ministry of Culture", "Ministry of Culture"),
        (None, None, ""),
    ],
)
def test_an_office_is_said_once(role: str | None, affiliation: str | None, said: str) -> None:
    assert office(view(), role, affiliation, "en") == said


def test_an_office_stays_in_the_language_of_its_article() -> None:
    assert office(view("en"), "Генеральный секретарь", "Организация тюркских государств", "ru") == "Генеральный секретарь, ОТГ"
