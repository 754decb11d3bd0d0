"""What came of an event is told once, however many outlets and languages tell it."""

from bot.extraction.facts import Act, Outcome
from bot.merging.event_outcomes import agreed_outcomes
from bot.merging.knowledge import MergingKnowledge
from config.catalogue_loader import load_catalogue
from tests.merging.reports import report

KNOWLEDGE = MergingKnowledge(load_catalogue())


def outcome(thing: str, act: Act, *names: str, proof: str = "So it was done.") -> Outcome:
    return Outcome(act, thing, names, proof)


def told(*outcomes_of_reports: tuple[str, tuple[Outcome, ...]]) -> list[tuple[str, str, str]]:
    reports = [
        report(chr(97 + at), language=language, outcomes=outcomes)
        for at, (language, outcomes) in enumerate(outcomes_of_reports)
    ]
    agreed = agreed_outcomes(reports, KNOWLEDGE)
    return [(one.thing, one.act.value, ", ".join(one.names)) for one in agreed]


def test_what_one_calls_adopted_and_another_signed_is_one_outcome() -> None:
    adopted, signed = (outcome("declaration", act) for act in (Act.ADOPTED, Act.SIGNED))
    assert told(("uz", (adopted,)), ("ru", (signed,))) == [("declaration", "signed", "")]


def test_of_each_language_the_first_sentence_is_kept() -> None:
    first, second = (outcome("fund", Act.FOUNDED, proof=proof) for proof in ("One.", "Two."))
    reports = [
        report(key, language="en", outcomes=(one,))
        for key, one in zip("ab", (first, second), strict=True)
    ]
    reports.append(
        report("c", language="tr", outcomes=(outcome("fund", Act.FOUNDED, proof="Üç."),))
    )
    (agreed,) = agreed_outcomes(reports, KNOWLEDGE)
    assert [(one.report, one.language, one.proof) for one in agreed.said] == [
        ("a", "en", "One."),
        ("c", "tr", "Üç."),
    ]


def test_somebody_is_elected_once_in_two_scripts_and_two_people_twice() -> None:
    latin = outcome("office", Act.ELECTED, "Kubanychbek Omuraliev")
    cyrillic = outcome("office", Act.APPOINTED, "Кубанычбек Омуралиев")
    other = outcome("office", Act.ELECTED, "Ayla Demir")
    assert told(("en", (latin,)), ("ru", (cyrillic,)), ("tr", (other,))) == [
        ("office", "elected", "Kubanychbek Omuraliev"),
        ("office", "elected", "Ayla Demir"),
    ]


def test_a_town_is_one_under_all_its_names() -> None:
    one = outcome("culture_capital", Act.DECLARED, "Kokand")
    two = outcome("culture_capital", Act.DECLARED, "Qoʻqon")
    other = outcome("culture_capital", Act.DECLARED, "Khiva")
    assert told(("en", (one,)), ("uz", (two,)), ("tr", (other,))) == [
        ("culture_capital", "declared", "Kokand"),
        ("culture_capital", "declared", "Khiva"),
    ]


def test_several_agreements_go_before_one_and_what_matters_most_stands_first() -> None:
    one, several = outcome("agreement", Act.SIGNED), outcome("agreements", Act.SIGNED)
    declared = outcome("declaration", Act.ADOPTED)
    assert told(("en", (one,)), ("ru", (several, declared))) == [
        ("declaration", "adopted", ""),
        ("agreements", "signed", ""),
    ]


def test_what_is_founded_and_what_is_approved_are_two() -> None:
    founded, approved = outcome("fund", Act.FOUNDED), outcome("fund", Act.APPROVED)
    assert len(told(("en", (founded, approved)))) == 2


def test_that_documents_were_signed_is_told_where_nothing_tells_which() -> None:
    some, plan = outcome("documents", Act.SIGNED), outcome("plan", Act.APPROVED)
    assert told(("en", (some,))) == [("documents", "signed", "")]
    assert told(("en", (some,)), ("ru", (plan,))) == [("plan", "approved", "")]


def named(thing: str, act: Act, called: str) -> Outcome:
    return Outcome(act, thing, (), "So it was done.", called)


def test_what_one_names_and_another_does_not_is_one_outcome_with_the_name() -> None:
    plain = outcome("declaration", Act.SIGNED)
    khiva = outcome("declaration", Act.ADOPTED, "Khiva")
    written = outcome("declaration", Act.ADOPTED, "Хива")
    assert told(("en", (plain,)), ("en", (khiva,)), ("ru", (written,))) == [
        ("declaration", "signed", "Khiva")
    ]


def test_two_papers_of_two_towns_or_two_names_are_two_outcomes() -> None:
    khiva, osh = (outcome("declaration", Act.SIGNED, town) for town in ("Khiva", "Osh"))
    water, rail = (
        named("strategy", Act.ADOPTED, f"Turkic {what} Plan") for what in ("Water", "Rail")
    )
    assert len(told(("en", (khiva, water)), ("en", (osh, rail)))) == 4


def test_one_thing_is_called_in_each_language_as_its_outlets_call_it() -> None:
    english = named("fund", Act.FOUNDED, "Turkic Honey Fund")
    russian = named("fund", Act.FOUNDED, "Тюркский медовый фонд")
    reports = [
        report(key, language=language, outcomes=(one,))
        for key, language, one in (("a", "en", english), ("b", "ru", russian))
    ]
    (agreed,) = agreed_outcomes(reports, KNOWLEDGE)
    assert agreed.called == {"en": "Turkic Honey Fund", "ru": "Тюркский медовый фонд"}


def test_papers_of_other_years_are_others_in_every_language() -> None:
    one = named("plan", Act.ADOPTED, "Turkic Water Plan 2026-2031")
    other = named("plan", Act.ADOPTED, "«Су жоспары 2040»")
    assert len(told(("en", (one,)), ("kk", (other,)))) == 2


def test_the_sentence_that_names_it_is_kept() -> None:
    plain = outcome("declaration", Act.SIGNED, proof="They signed it.")
    khiva = outcome("declaration", Act.SIGNED, "Khiva", proof="They signed the Khiva Declaration.")
    reports = [
        report(key, language="en", outcomes=(one,)) for key, one in (("a", plain), ("b", khiva))
    ]
    (agreed,) = agreed_outcomes(reports, KNOWLEDGE)
    assert [(one.report, one.proof) for one in agreed.said] == [
        ("b", "They signed the Khiva Declaration.")
    ]


def test_all_who_got_an_award_are_named_and_a_chairmanship_goes_to_one_country() -> None:
    first, second = (outcome("award", Act.PRESENTED, name) for name in ("Ayla Demir", "Omar Bek"))
    both = outcome("award", Act.PRESENTED, "Ayla Demir", "Omar Bek")
    assert told(("en", (first,)), ("tr", (both,))) == [
        ("award", "presented", "Ayla Demir, Omar Bek")
    ]
    assert len(told(("en", (first,)), ("tr", (second,)))) == 2
    here, there = (
        outcome("chairmanship", Act.HANDED_OVER, land) for land in ("Uzbekistan", "Özbekistan")
    )
    assert told(("en", (here,)), ("tr", (there,))) == [
        ("chairmanship", "handed_over", "Uzbekistan")
    ]


def test_what_was_announced_is_told_once_it_is_done() -> None:
    ahead = outcome("chairmanship", Act.HANDOVER_AHEAD, "Uzbekistan")
    done = outcome("chairmanship", Act.HANDED_OVER, "Özbekistan")
    assert told(("en", (ahead,))) == [("chairmanship", "handover_ahead", "Uzbekistan")]
    assert told(("en", (ahead,)), ("tr", (done,))) == [
        ("chairmanship", "handed_over", "Uzbekistan")
    ]


def test_what_one_calls_founded_another_may_call_decided() -> None:
    decided, founded = (outcome("fund", act) for act in (Act.DECIDED, Act.FOUNDED))
    assert told(("en", (decided,)), ("tr", (founded,))) == [("fund", "founded", "")]
