"""What an event is called in each language, and what sort of gathering its reports tell of."""

from datetime import timedelta

import pytest

from bot.extraction.facts import Tense
from bot.merging.event_titles import Gathering, best_title, gathering, titled
from bot.merging.report import Report
from tests.merging.reports import DAY, report

OFFICIAL = frozenset({"turkicstates.org"})


def titles(reports: list[Report], official: frozenset[str]) -> dict[str, str]:
    return {code: best.event.title for code, best in titled(reports, official).items()}


def test_a_report_goes_before_an_announcement_and_a_whole_headline_before_a_cut_one() -> None:
    ahead = report("a", headline="Summit to be held", title="Summit to be held", tense=Tense.FUTURE)
    cut = report("b", headline="Leaders met in …", title="Leaders met in …")
    whole = report("c", headline="Leaders met", title="Leaders met", published=DAY + timedelta(3))
    assert best_title([ahead, cut, whole], OFFICIAL).event.title == "Leaders met"
    assert best_title([ahead, cut], OFFICIAL).event.title == "Leaders met in …"


def test_what_tells_of_a_part_or_moves_the_event_names_it_only_where_nothing_else_does() -> None:
    part = report("a", headline="Costumes on show", title="Costumes on show", umbrella=True)
    moved = report("b", title="Opening moved", move_proof="The opening was moved.")
    ahead = report("c", title="Festival to be held", tense=Tense.FUTURE)
    assert best_title([part, moved, ahead], OFFICIAL).event.title == "Festival to be held"
    assert best_title([part], OFFICIAL).event.title == "Costumes on show"


def test_what_somebody_does_there_names_a_summit_only_where_nothing_else_does() -> None:
    def best(kind: str) -> str:
        aside = report(
            "a", headline="X", title="Minister plants tree", kind=kind, titled_aside=True
        )
        later = DAY + timedelta(3)
        whole = report("b", headline="Y", title="Leaders met", kind=kind, published=later)
        return best_title([aside, whole], OFFICIAL).event.title

    assert best("summit") == "Leaders met"
    assert best("conference") == "Minister plants tree"


def test_an_organisations_site_goes_before_an_agency() -> None:
    agency = report("a", headline="X", title="X", outlet="agency.example")
    own = report("b", headline="Y", title="Y", outlet="turkicstates.org")
    assert best_title([agency, own], OFFICIAL).event.title == "Y"


def test_each_language_that_a_report_is_written_in_has_its_title() -> None:
    found = titles(
        [report("a", title="Met"), report("b", title="Görüştü", language="tr")], OFFICIAL
    )
    assert found == {"en": "Met", "tr": "Görüştü"}


def test_a_part_gives_no_title_in_its_language_where_others_name_the_event() -> None:
    part = report("a", title="Costumes on show", umbrella=True)
    whole = report("b", title="Festival açıldı", language="tr")
    assert titles([part, whole], OFFICIAL) == {"tr": "Festival açıldı"}
    assert titles([part], OFFICIAL) == {"en": "Costumes on show"}


def test_what_most_reports_agree_on_is_the_gathering() -> None:
    reports = [
        report("a", formats=("council",), ordinals=frozenset({13})),
        report("b", formats=("council", "signing"), ordinals=frozenset({13, 2})),
        report("c", formats=("signing",), ordinals=frozenset({13})),
    ]
    assert gathering(reports) == Gathering("council", None, 13)


def test_what_reports_do_not_agree_on_is_left_open() -> None:
    two = [report("a", ordinals=frozenset({5})), report("b", ordinals=frozenset({6}))]
    assert gathering(two).ordinal is None


def test_what_is_signed_is_told_where_signing_is_what_happened() -> None:
    signed = report("a", kind="agreement", documents=frozenset({"memorandum"}))
    spoken_of = report("b", formats=("council",), documents=frozenset({"memorandum"}))
    assert gathering([signed]).document == "memorandum"
    assert gathering([spoken_of]).document is None


@pytest.mark.parametrize(
    "headline",
    [
        "OTS countries agree to speed up the signing of a memorandum on customs",
        "Страны договорились об ускорении подписания меморандума о таможне",
        "Ülkeler gümrük mutabakatının imzalanmasını hızlandıracak",
        "Елдер кеден туралы меморандумға қол қоюды жеделдетуге келісті",
        "Davlatlar bojxona memorandumi imzolanishini tezlashtirishga kelishdi",
    ],
)
def test_what_is_yet_to_be_signed_is_no_signing(headline: str) -> None:
    documents = frozenset({"memorandum"})
    ahead = report("a", kind="agreement", headline=headline, documents=documents)
    assert gathering([ahead]).document is None


def test_the_field_of_heads_of_services_is_no_ministers() -> None:
    fields = frozenset({"transport"})
    chiefs = report("a", portfolios=fields, offices=frozenset({"ambassador"}))
    ministers = report("b", portfolios=fields, offices=frozenset({"minister"}))
    assert gathering([chiefs]).field is None
    assert gathering([ministers]).field == "transport"


def test_a_headline_with_the_day_that_was_left_gives_way_to_the_one_that_moves_it() -> None:
    old = report("a", headline="Council to meet on 21 May", title="Council to meet on 21 May")
    moved = report(
        "b",
        headline="Council put off to 28 May",
        title="Council put off to 28 May",
        move_proof="It is put off.",
        moved_from=old.event.start,
    )
    assert old.event.start is not None
    assert old.event.start.day == 21
    assert titles([old, moved], OFFICIAL) == {"en": "Council put off to 28 May"}
    assert titles([old], OFFICIAL) == {"en": "Council to meet on 21 May"}
    plain = report("c", headline="The council meets", title="The council meets")
    assert titles([old, moved, plain], OFFICIAL) == {"en": "The council meets"}


def test_one_report_alone_makes_no_gathering_the_first() -> None:
    one = report("a", ordinals=frozenset({1}))
    assert gathering([one]).ordinal is None
    assert gathering([one, report("b", ordinals=frozenset({1}))]).ordinal == 1
    assert gathering([report("a", ordinals=frozenset({2}))]).ordinal == 2


def test_heads_of_government_are_no_field_of_ministers() -> None:
    told = report("a", portfolios=frozenset({"government"}), formats=("council",))
    assert gathering([told]).field is None
