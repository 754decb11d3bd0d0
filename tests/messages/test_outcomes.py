"""What came of an event stands on its card, in the digest and among its proofs."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from bot.extraction.event.outcome_objects import INSIGNIA, OBJECTS
from bot.extraction.event.outcomes import OFFICE
from bot.extraction.facts import Act
from bot.language.outcome_names import NOBODY, Given, outcome_names, outcome_text
from bot.messages.card import card
from bot.messages.details import all_sources
from bot.messages.digest import digest
from bot.messages.outcomes import came_since, outcome_texts
from bot.messages.proofs import with_proofs
from config.languages import INTERFACE_LANGUAGES
from storage.event_outcomes import NewOutcome, unsaved
from storage.events import EventRecord
from tests.messages.records import FOUND, event, person, record, view
from tests.messages.test_digest import CONTENT

PROOF = "The leaders signed the declaration."
ELECTED = "Ayla Demir was elected president."


def told(*outcomes: NewOutcome, **fields: object) -> EventRecord:
    came = unsaved(outcomes, FOUND)
    what = event(title="Summit", starts_on=date(2024, 4, 23), outcomes=came, **fields)
    return record(what, people=(person(0, "Ayla Demir", "president", "OTS", proof=ELECTED),))


def signed(language: str = "en") -> NewOutcome:
    return NewOutcome("signed", "declaration", (), ((1, language, PROOF),))


ELECTION = NewOutcome("elected", "office", ("Ayla Demir",), ((1, "en", ELECTED),))


def test_a_card_tells_what_came_of_it_below_day_and_place() -> None:
    plain = card(view(), told(signed(), ELECTION)).plain
    assert "April 2024\n\n✅ Declaration signed · Ayla Demir elected (president, OTS)\n" in plain
    assert f"“{PROOF}”" in plain


def test_who_is_given_an_office_is_told_by_it_and_not_by_the_one_before() -> None:
    event_told = told(ELECTION)
    role = "Secretary General; Ambassador to Hungary"
    guest = event_told.participations[0]._replace(role=role, affiliation="Kazakhstan")
    assert outcome_texts(view("uz"), replace(event_told, participations=(guest,))) == [
        "Ayla Demir saylandi (bosh kotib)"
    ]


def test_the_office_goes_with_an_outcome_whose_report_tells_another_of_the_one_appointed() -> None:
    said = ((1, "en", "By a decision they made her the President of the Turkic Investment Fund."),)
    called = {"en": "President | Turkic Investment Fund"}
    made = told(NewOutcome("appointed", "office", ("Ayla Demir",), said, called))
    assert outcome_texts(view(), made) == [
        "Ayla Demir appointed (President, Turkic Investment Fund)"
    ]
    assert outcome_texts(view("ru"), made) == [
        "назначена Айла Демир (президент, Тюркский инвестфонд)"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Мурат Темиров", "назначен Мурат Темиров"),
        ("Розалинда Темирова", "назначена Розалинда Темирова"),
        ("Ким Ерлановна", "назначена Ким Ерлановна"),
        ("Бактыгул Сапар кызы", "назначена Бактыгул Сапар кызы"),
        ("Ли Ким", "назначен(а) Ли Ким"),
        ("Айгуль Темиров", "назначен(а) Айгуль Темиров"),
    ],
)
def test_a_verb_agrees_with_a_name_that_tells_its_gender(name: str, text: str) -> None:
    assert outcome_text("ru", Act.APPOINTED, OFFICE, Given(name)) == text


def test_who_got_something_is_told_as_done_and_an_award_by_its_name() -> None:
    chair = NewOutcome("handed_over", "chairmanship", ("Hungary",), ((1, "en", "…"),))
    assert texts(chair)["ru"] == "новый председатель — Венгрия"
    observer = NewOutcome("granted", "observer", ("Hungary",), ((1, "en", "…"),))
    assert texts(observer)["ru"] == "новый наблюдатель — Венгрия"
    called = {"ru": "«Шелковый путь»"}
    award = NewOutcome("presented", "award", ("Ayla Demir",), ((1, "ru", "…"),), called)
    assert texts(award)["uz"] == "mukofot “Шелковый путь” topshirildi — Ayla Demir"


def test_what_was_only_announced_is_told_as_announced() -> None:
    said = ((1, "en", "The chairmanship will pass to Uzbekistan."),)
    handover = NewOutcome("handover_ahead", "chairmanship", ("Uzbekistan",), said)
    on_the_day = FOUND - timedelta(days=2)
    alone, both = told(handover, changed_at=on_the_day), told(signed(), handover)
    assert alone.event.starts_on == view().local_date(on_the_day)
    assert "\n\nannounced: chairmanship to pass to Uzbekistan\n" in card(view(), alone).plain
    assert "✅" not in card(view(), alone).plain
    assert outcome_texts(view(), both) == ["declaration signed"]
    assert "announced" not in card(view(), both).plain, "two days later it would mislead"
    assert not came_since(alone, FOUND)
    assert came_since(both, FOUND)
    over = digest(view(), replace(CONTENT, events=(both,), begun=(), upcoming=())).plain
    assert "  outcome: declaration signed\n  there: Ayla Demir\n" in over
    assert "announced" not in over, "under what took place it would mislead"
    today = both.event._replace(starts_on=CONTENT.day, ends_on=CONTENT.day)
    there = replace(both, event=today)
    on = digest(view(), replace(CONTENT, events=(there,), begun=(), upcoming=())).plain
    assert "  announced: chairmanship to pass to Uzbekistan\n" in on


def test_an_appointment_that_a_part_told_before_is_no_news_of_the_whole() -> None:
    said = ((1, "ru", "…"),)
    before, later = FOUND - timedelta(days=1), FOUND - timedelta(hours=1)
    elected = NewOutcome("elected", "office", ("Айла Демир",), said)
    alone = told(elected)
    part = replace(alone, event=alone.event._replace(outcomes=unsaved([elected], before)))
    again = NewOutcome("appointed", "office", ("Ayla Demir",), ((2, "en", "…"),))
    other = NewOutcome("appointed", "office", ("Omar Bek",), ((2, "en", "…"),))
    both = replace(told(again, other), parts=(part,))
    assert outcome_texts(view(), both, later) == ["Omar Bek appointed"]
    assert came_since(both, later)
    assert not came_since(replace(told(again), parts=(part,)), later)
    assert came_since(told(again), later)


def test_a_known_body_that_is_founded_goes_by_its_name_in_every_language() -> None:
    said = ((1, "en", "They decided to establish the fund."),)
    fund = NewOutcome("decided", "fund", (), said, {"en": "Turkic Investment Fund"})
    assert outcome_texts(view("uz"), told(fund)) == [
        "Turkiy investitsiya jamgʻarmasi tuziladigan boʻldi"
    ]
    assert outcome_texts(view(), told(fund)) == ["founding of Turkic Investment Fund decided"]


def test_a_sentence_in_another_language_stands_among_the_proofs_alone() -> None:
    summit = told(signed("tr"))
    assert PROOF not in card(view(), summit).plain
    proofs = with_proofs(view(), summit, (), all_sources(view(), summit)).plain
    assert f"“{PROOF}”" in proofs.partition("✅ Declaration signed")[2]


@pytest.mark.parametrize(
    ("sentence", "is_quoted"),
    [
        ("By a decision they made her the President of the Turkic Investment Fund.", False),
        ("They made Ayla Demir the President of the Turkic Investment Fund.", True),
        ("The President of the Fund will be Mrs Demir, they decided.", True),
    ],
)
def test_a_sentence_is_quoted_that_says_whom_it_is_about(sentence: str, is_quoted: bool) -> None:
    said = ((1, "en", sentence),)
    called = {"en": "President | Turkic Investment Fund"}
    made = told(NewOutcome("appointed", "office", ("Ayla Demir",), said, called))
    assert (f"“{sentence}”" in card(view(), made).plain) is is_quoted


def test_an_appointment_does_not_say_again_that_it_is_one() -> None:
    assert "✅" not in card(view(), told(ELECTION, kind="appointment")).plain


def test_the_digest_tells_it_of_what_took_place() -> None:
    summit = told(signed("tr"))
    plain = digest(view(), replace(CONTENT, events=(summit,), begun=())).plain
    assert "· Summit\n  outcome: declaration signed\n  there: Ayla Demir" in plain


def test_what_became_known_after_the_digest_is_told_by_the_next_one() -> None:
    summit, since = told(signed("tr")), FOUND - timedelta(hours=1)
    quiet = replace(CONTENT, events=(), begun=(), upcoming=(), since=since, outcomes=(summit,))
    assert not quiet.is_quiet
    plain = digest(view(), quiet).plain
    assert "OUTCOMES\n• 23 Apr · Summit\n  outcome: declaration signed\n" in plain
    assert "No new events" not in plain


def test_a_verb_agrees_with_its_noun_where_the_language_asks_for_it() -> None:
    things = {"declaration": "подписана", "memorandum": "подписан", "agreements": "подписаны"}
    for thing, verb in things.items():
        assert (outcome_text("ru", "signed", thing) or "").endswith(verb)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_all_that_is_read_is_said_in_every_language(language: str) -> None:
    pairs = [pair for act, things in OBJECTS.items() for pair in product([act], things)]
    pairs = [(act, thing) for act, thing in pairs if thing != INSIGNIA and act != Act.HONOURED]
    town, one, two = Given("Aktau"), Given("Ayla", office="head"), Given("A and B", are_many=True)
    for act, thing in pairs:
        said = {outcome_text(language, act, thing, given) for given in (NOBODY, town, two)}
        assert all(text and ":" not in text for text in said), (act, thing)  # "outcome: …"
    for act in (Act.ELECTED, Act.APPOINTED):
        assert "Ayla" in (outcome_text(language, act, OFFICE, one) or "")
        assert (outcome_text(language, act, OFFICE, one) or "").endswith("(head)")
        assert "A and B" in (outcome_text(language, act, OFFICE, two) or "")
    assert set(outcome_names().en.things) >= {thing for _, thing in pairs}


def test_whoever_was_chosen_in_absence_is_named_in_the_readers_letters() -> None:
    chosen = NewOutcome("elected", "office", ("Ерлан Сабденов",), ((1, "kk", "…"),))
    assert outcome_texts(view(), told(chosen)) == ["Yerlan Sabdenov elected"]
    assert outcome_texts(view("ru"), told(chosen)) == ["избран Ерлан Сабденов"]


def test_a_towns_name_is_the_readers_own() -> None:
    capital = NewOutcome("declared", "culture_capital", ("Ақтау",), ((1, "kk", "…"),))
    assert outcome_texts(view(), told(capital)) == ["Aktau declared capital of culture"]


def texts(outcome: NewOutcome) -> dict[str, str]:
    said = {code: outcome_texts(view(code), told(outcome)) for code in INTERFACE_LANGUAGES}
    return {code: "; ".join(text) for code, text in said.items()}


def test_a_paper_of_a_town_is_called_as_the_reader_writes_it() -> None:
    khiva = NewOutcome("signed", "declaration", ("Хива",), ((1, "ru", "…"),))
    assert texts(khiva) == {
        "en": "Khiva Declaration signed",
        "ru": "Хивинская декларация подписана",
        "tr": "Hive Bildirisi imzalandı",
        "az": "Xivə Bəyannaməsi imzalanıb",
        "kk": "қол қойылды — Хиуа декларациясы",
        "ky": "кол коюлду — Хива декларациясы",
        "uz": "Xiva deklaratsiyasi imzolandi",
    }


def test_a_town_without_an_adjective_names_no_paper() -> None:
    nicosia = NewOutcome("signed", "declaration", ("Nicosia",), ((1, "en", "…"),))
    assert texts(nicosia)["ru"] == "декларация подписана"
    assert texts(nicosia)["en"] == "Nicosia Declaration signed"


def test_a_body_is_called_as_the_readers_outlets_call_it_else_as_it_is_written() -> None:
    called = {"en": "Turkic Honey Fund", "ru": "Тюркский медовый фонд"}
    fund = NewOutcome("founded", "fund", (), ((1, "en", "…"),), called)
    said = texts(fund)
    assert said["en"] == "Turkic Honey Fund founded"
    assert said["ru"] == "Тюркский медовый фонд учреждён"
    assert said["tr"] == "fon “Turkic Honey Fund” kuruldu"


def test_a_name_in_quotation_marks_stands_behind_its_noun_in_the_readers_marks() -> None:
    called = {"ru": "«Степные библиотеки – 2035»"}
    paper = NewOutcome("approved", "strategy", (), ((1, "ru", "…"),), called)
    said = texts(paper)
    assert said["ru"] == "стратегия «Степные библиотеки – 2035» утверждена"
    assert said["en"] == "strategy “Степные библиотеки – 2035” approved"


def test_who_got_it_is_told_in_the_readers_language() -> None:
    chair = NewOutcome("handed_over", "chairmanship", ("Венгрия",), ((1, "ru", "…"),))
    assert texts(chair)["en"] == "chairmanship passed to Hungary"
    assert texts(chair)["uz"] == "raislikni Vengriya qabul qildi"
    award = NewOutcome("presented", "award", ("Ayla Demir",), ((1, "en", "…"),))
    assert texts(award)["en"] == "award presented to Ayla Demir"
    assert texts(award)["ru"] == "вручена награда — Айла Демир"


def test_of_many_who_got_an_award_three_are_named() -> None:
    names = ("Ayla Demir", "Omar Bek", "Lale Kaya", "Can Ak", "Nur Su")
    award = NewOutcome("presented", "award", names, ((1, "en", "…"),))
    assert texts(award)["en"] == "award presented to Ayla Demir, Omar Bek, Lale Kaya, +2"


def test_two_who_got_an_award_are_joined_as_the_language_joins_them() -> None:
    award = NewOutcome("presented", "award", ("Ayla Demir", "Omar Bek"), ((1, "en", "…"),))
    assert texts(award)["en"] == "award presented to Ayla Demir and Omar Bek"
    assert texts(award)["ru"] == "вручена награда — Айла Демир и Омар Бек"
    assert texts(award)["tr"] == "ödülü Ayla Demir ve Omar Bek aldı"


def test_several_who_are_chosen_are_told_in_the_plural() -> None:
    chosen = NewOutcome("elected", "office", ("Ayla Demir", "Omar Bek"), ((1, "en", ELECTED),))
    assert texts(chosen)["ru"] == "избраны Айла Демир (президент, ОТГ) и Омар Бек"
    assert texts(chosen)["en"] == "Ayla Demir (president, OTS) and Omar Bek elected"
