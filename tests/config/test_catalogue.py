"""The catalogues that come with the project hold together."""

from config.catalogue import Catalogue, load_catalogue


def test_the_organizations_stand_in_their_order() -> None:
    catalogue: Catalogue = load_catalogue()
    ids = [organization.id for organization in catalogue.organizations]
    assert ids == ["ots", "turksoy", "turkpa", "turkic-academy", "turkic-heritage", "turkic-fund", "tcci", "turkunib"]
