"""What the bot shows in one language is found by it, whatever language the articles are in."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from bot.commands.search_answer import nearly_found
from bot.commands.search_question import SearchQuestions
from config.catalogue_loader import load_catalogue
from storage.database import Database
from tests.commands.search_library import EVENTS, Told, fill
from tests.commands.search_library_apart import EVENTS as APART
from tests.commands.search_library_eighth import EVENTS as EIGHTH
from tests.commands.search_library_eleventh import EVENTS as ELEVENTH
from tests.commands.search_library_fifth import EVENTS as FIFTH
from tests.commands.search_library_fresh import EVENTS as FRESH
from tests.commands.search_library_grid import EVENTS as GRID
from tests.commands.search_library_last import EVENTS as LAST
from tests.commands.search_library_ninth import EVENTS as NINTH
from tests.commands.search_library_seventh import EVENTS as SEVENTH
from tests.commands.search_library_sixth import EVENTS as SIXTH
from tests.commands.search_library_tenth import EVENTS as TENTH
from tests.commands.search_library_third import EVENTS as THIRD
from tests.commands.search_library_thirteenth import EVENTS as THIRTEENTH
from tests.commands.search_library_twelfth import EVENTS as TWELFTH

ENOUGH, ENOUGH_UNSEEN, ENOUGH_APART = 0.985, 0.985, 0.96
"""Share of the questions that find all they should: of those looked at, and of the others."""

Query = tuple[str, str, str, tuple[str, ...]]


@cache
def _questions() -> SearchQuestions:
    return SearchQuestions(load_catalogue())


def _read(name: str) -> list[Query]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    queries = []
    for row in lines:
        if not row.startswith("#"):
            language, sort, question, wanted = (part.strip() for part in row.split("|"))
            keys = tuple(key for key in wanted.split(", ") if key)
            queries.append((language, sort, question, keys))
    return queries


@pytest.mark.parametrize(
    ("name", "events", "enough"),
    [
        ("search_queries.txt", EVENTS, ENOUGH),
        ("search_queries_kept.txt", EVENTS, ENOUGH_UNSEEN),
        ("search_queries_grid.txt", GRID, ENOUGH),
        ("search_queries_fresh.txt", FRESH, ENOUGH),
        ("search_queries_third.txt", THIRD, ENOUGH),
        ("search_queries_fifth.txt", FIFTH, ENOUGH),
        ("search_queries_apart.txt", APART, ENOUGH_APART),
        ("search_queries_last.txt", LAST, ENOUGH),
        ("search_queries_sixth.txt", SIXTH, ENOUGH),
        ("search_queries_seventh.txt", SEVENTH, ENOUGH),
        ("search_queries_eighth.txt", EIGHTH, ENOUGH),
        ("search_queries_ninth.txt", NINTH, ENOUGH),
        ("search_queries_tenth.txt", TENTH, ENOUGH),
        ("search_queries_eleventh.txt", ELEVENTH, ENOUGH),
        ("search_queries_twelfth.txt", TWELFTH, ENOUGH),
        ("search_queries_thirteenth.txt", THIRTEENTH, ENOUGH),
    ],
    ids=[
        "looked at",
        "kept out of tuning",
        "a grid of kinds and languages",
        "after what was told",
        "a third time",
        "on other matters",
        "of which the total alone was known",
        "of narrow topics",
        "of the field's own matters",
        "of what these left out",
        "of what a desk asks",
        "of yet other matters",
        "of what none was written about",
        "of what was left",
        "of topics and kinds alone",
        "of nature, arms, words and healing",
    ],
)
def test_nearly_every_question_finds_what_it_should(
    database: Database, now: datetime, name: str, events: Mapping[str, Told], enough: float
) -> None:
    ids, questions = fill(database, now, events), _questions()
    keys = {event_id: key for key, event_id in ids.items()}
    asked = _read(name)
    missed: list[str] = []
    needless: list[str] = []
    with database.transaction() as session:
        for language, sort, question, wanted in asked:
            answer = nearly_found(session, questions, question, limit=10)
            shown = [keys[event_id] for event_id in answer.ids]
            told = f"{language} {sort} «{question}»"
            if lacking := [key for key in wanted if key not in shown]:
                missed.append(f"{told} lacks {', '.join(lacking)}")
            if more := [key for key in shown if key not in wanted]:
                needless.append(f"{told} also finds {', '.join(more)}, left out {answer.left_out}")
    share = 1 - len(missed) / len(asked)
    # The figure of each part is to be read, also where it holds.
    print(f"{share:.3f} of {len(asked)} questions find all that they should")
    print("\n".join(missed), "", *needless, sep="\n")
    assert share >= enough, "\n".join(missed)


def test_a_word_that_no_event_holds_is_left_out_and_named(
    database: Database, now: datetime
) -> None:
    ids, questions = fill(database, now), _questions()
    with database.transaction() as session:
        answer = nearly_found(session, questions, "opera qwertyuiop Bishkek", limit=10)
        assert (answer.ids, answer.left_out) == ([ids["opera-tr"]], ["qwertyuiop"])
        nothing = nearly_found(session, questions, "opera Samarkand", limit=10)
        assert (nothing.ids, nothing.left_out) == ([], [])


def test_what_tells_least_is_left_out_and_named_where_nothing_holds_all(
    database: Database, now: datetime
) -> None:
    ids, questions = fill(database, now), _questions()
    with database.transaction() as session:
        sort = nearly_found(session, questions, "summit in Geneva", limit=10)
        assert (sort.ids, sort.left_out) == ([ids["heritage-ru"]], ["summit"])
        topic = nearly_found(session, questions, "opera railway loan", limit=10)
        assert (topic.ids, topic.left_out) == ([ids["rail-en"]], ["opera"])


def test_a_phrase_that_no_event_holds_is_looked_for_word_by_word(
    database: Database, now: datetime
) -> None:
    ids, questions = fill(database, now, SIXTH), _questions()
    with database.transaction() as session:
        answer = nearly_found(session, questions, "recognition of diplomas", limit=10)
    assert ids["rector-uz"] in answer.ids


def test_what_is_guessed_from_a_slip_is_not_insisted_on(database: Database, now: datetime) -> None:
    ids, questions = fill(database, now, SIXTH), _questions()
    with database.transaction() as session:
        answer = nearly_found(session, questions, "kino haftaligi", limit=10)
    assert ids["film-tr"] in answer.ids
    assert answer.left_out == ["haftaligi"]


def test_a_town_is_nobody_whose_name_it_could_be_a_form_of() -> None:
    (town,) = _questions().understand("Баку", {"баку": [7]})
    assert town.facts == {("city", "baku")}


def test_a_word_that_only_begins_as_a_town_is_that_word() -> None:
    (watching,) = _questions().understand("бақылау", {})
    assert ("city", "baku") not in watching.facts
    (there,) = _questions().understand("Бақыда", {})
    assert ("city", "baku") in there.facts


@pytest.mark.parametrize("asked", ["Орманов", "Ормановтың", "Ormanov", "Орманова"])
def test_somebody_is_no_thing_of_whose_name_the_surname_is_made(asked: str) -> None:
    (name,) = _questions().understand(asked, {asked.lower(): [7]})
    assert name.facts == {("person", "7")}
    assert [words for words in name.written if not words[0].startswith("ormanov")] == []
    (forest,) = _questions().understand("орман", {"орман": [7]})
    assert ("forest*",) in forest.written


def test_no_way_to_write_something_holds_what_another_one_finds() -> None:
    (term,) = _questions().understand("heritage", {})
    beginnings = [words[0] for words in term.written if len(words) == 1 and words[0].endswith("*")]
    begun = {beginning.rstrip("*") for beginning in beginnings}
    assert {"heritage", "miras"} <= begun
    for words in term.written:
        found = {word[:length] for word in words for length in range(1, len(word.rstrip("*")))}
        assert not found & begun


def test_a_word_that_says_little_is_left_out_before_the_one_beside_it(
    database: Database, now: datetime
) -> None:
    ids, questions = fill(database, now, NINTH), _questions()
    with database.transaction() as session:
        answer = nearly_found(session, questions, "национальные костюмы", limit=10)
    assert (answer.ids, answer.left_out) == ([ids["costume-tr"]], ["национальные"])


@pytest.mark.parametrize(
    ("name", "other"), [("Грузия", "gruzovik"), ("Актау", "aktarma"), ("Талас", "talaba")]
)
def test_a_place_is_not_found_by_what_only_begins_like_it(name: str, other: str) -> None:
    (term,) = _questions().understand(name, {})
    beginnings = [words[0].removesuffix("*") for words in term.written if len(words) == 1]
    assert beginnings
    assert not [beginning for beginning in beginnings if other.startswith(beginning)]


def test_a_topic_is_found_by_the_form_in_which_its_last_letter_is_soft() -> None:
    (term,) = _questions().understand("учебник", {})
    assert ("dersliy*",) in term.written
    (asked,) = _questions().understand("dərsliyi", {})
    assert ("учебник*",) in asked.written


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("совещаний", "meeting"),
        ("в собраниях", "meeting"),
        ("müzakereler", "meeting"),
        ("danışıqlar", "meeting"),
        ("mashgʻulotlar", "training"),
        ("машығулар", "training"),
        ("training programmes", "training"),
        ("tantanali marosimlar", "ceremony"),
        ("торжественная церемония", "ceremony"),
        ("ezamiyyətlər", "visit"),
        ("safarlar", "visit"),
        ("treaties", "agreement"),
        ("обращения", "statement"),
        ("вернисажи", "exhibition"),
        ("добуш берүү", "election"),
    ],
)
def test_a_kind_is_asked_for_by_each_of_its_names(asked: str, kind: str) -> None:
    (term,) = _questions().understand(asked, {})
    assert ("kind", kind) in term.facts


@pytest.mark.parametrize(
    "asked", ["concert", "книга", "kurultay", "symposium", "көпүрө", "жәрмеңке"]
)
def test_what_some_events_of_a_kind_are_is_not_the_kind(asked: str) -> None:
    (term,) = _questions().understand(asked, {})
    assert "kind" not in term.sorts


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("МАГАТЭ", "uaea*"),
        ("International Atomic Energy Agency", "магатэ*"),
        ("Dünya Sağlık Örgütü", "воз"),
        ("Европа Кеңеши", "совет"),
        ("ЕХҲТ", "osce*"),
        ("Qizil Xoch", "kizilhac*"),
    ],
)
def test_an_organisation_of_states_goes_by_all_its_names(asked: str, written: str) -> None:
    (body,) = _questions().understand(asked, {})
    assert written in {words[0] for words in body.written}


def test_an_abbreviation_that_is_a_word_is_asked_for_in_capitals_alone() -> None:
    (body,) = _questions().understand("WHO?", {})
    assert ("jsst*",) in body.written
    assert ("who",) not in body.written
    met, _whom = _questions().understand("who met whom", {})
    assert met.asked == "met"
    (shouted, *_) = _questions().understand("ÜST DÜZEY TOPLANTI", {})
    assert ("jsst*",) not in shouted.written


@pytest.mark.parametrize(
    ("asked", "organization"),
    [
        ("торгово-промышленной палаты", "tcci"),
        ("savdo-sanoat palatasi", "tcci"),
        ("ТТПП", "tcci"),
        ("yatırım fonu", "turkic-fund"),
        ("Академия", "turkic-academy"),
        ("irs fondu", "turkic-heritage"),
        ("университеттер одағы", "turkunib"),
        ("parliamentary assembly", "turkpa"),
    ],
)
def test_a_body_of_the_field_is_asked_for_by_what_it_is(asked: str, organization: str) -> None:
    (term,) = _questions().understand(asked, {})
    assert ("organization", organization) in term.facts


def test_whoever_asks_for_another_academy_does_not_mean_the_one_of_the_field() -> None:
    (academy,) = _questions().understand("police academy", {})
    assert not academy.facts


@pytest.mark.parametrize(
    ("asked", "country"),
    [
        ("Англии", "GB"),
        ("Shotlandiya", "GB"),
        ("Бирма", "MM"),
        ("Македонию", "MK"),
        ("Amerika", "US"),
        ("Ivory Coast", "CI"),
        ("Кипре", "TRNC"),
        ("Босния", "BA"),
    ],
)
def test_a_country_is_asked_for_by_what_it_is_called_besides(asked: str, country: str) -> None:
    (term,) = _questions().understand(asked, {})
    assert ("country", country) in term.facts


@pytest.mark.parametrize(
    "asked",
    [
        "agreements signed",
        "подписанные соглашения",
        "imzalanan anlaşmalar",
        "қол қойылған келісімдер",
        "imzolangan bitimlar",
    ],
)
def test_a_verb_beside_its_kind_of_event_asks_for_nothing_more(asked: str) -> None:
    (kind,) = _questions().understand(asked, {})
    assert ("kind", "agreement") in kind.facts


def test_a_verb_asks_for_something_where_its_kind_is_not_asked_for() -> None:
    signed, _memorandum = _questions().understand("signed memorandum", {})
    assert signed.asked == "signed"
    assert len(_questions().understand("opening ceremony", {})) == 2


def test_a_country_that_is_called_as_a_thing_is_the_thing_too() -> None:
    (dish,) = _questions().understand("палау", {})
    assert {("country", "PW")} == dish.facts
    assert ("pilaf*",) in dish.written
