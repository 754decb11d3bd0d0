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
