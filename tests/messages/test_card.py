"""A card says who, when and where on one screen, and nothing that the articles do not say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.messages.buttons import share_address
from bot.messages.card import CardStyle, card, hashtags
from bot.messages.details import all_sources
from bot.messages.message import BlockKind, ChatControls, EventLinks, Span, Style
from storage.enums import CardForm
from tests.messages.records import FOUND, TITLE, article, event, geneva, person, record, view

GENEVA = """\
CONFERENCE
United in Heritage, Forward in Action: Turkic Cooperation Organizations

📅 Tue 23 April 2024
📍 United Nations Office, Geneva, Switzerland

👥 Kubanychbek Omuraliev · Secretary General, OTS
   Shahin Mustafayev · President, Turkic Academy
   Aktoty Raimkulova · President, Turkic Heritage Foundation
   Sultan Raev · Secretary General, TURKSOY
   Ömer Kocaman · Deputy Secretary General, OTS
   Kadir Yaman · Secretary of TURKPA Commission on Legal Affairs and International Relations
   Omar Sultanov · moderator; Permanent Representative of the Kyrgyz Republic to the UN

OTS · TURKSOY · TURKPA · Turkic Academy · Turkic Heritage Foundation
KABAR, 25 Apr · Anadolu, 25 Apr"""


def test_the_conference_in_geneva_reads_like_this() -> None:
    assert card(view(), geneva()).plain == GENEVA


def test_who_presided_is_told_so_once_it_is_over() -> None:
    chair = person(0, "Aziz Karimbek", "President", "Uzbekistan", moderator=True, presides=True)
    on, over = (
        card(view(), record(event(starts_on=day), people=(chair,))).plain
        for day in (FOUND.date(), FOUND.date() - timedelta(days=2))
    )
    assert "President, Uzbekistan; presiding" in on
    assert "President, Uzbekistan; presided" in over


def test_who_presides_stands_in_his_place_and_office() -> None:
    people = (
        person(0, "Aziz Karimbek", "President", "Uzbekistan", moderator=True, presides=True),
        person(1, "Sultan Raev"),
    )
    assert (
        "👥 Aziz Karimbek · President, Uzbekistan; presiding\n   Sultan Raev"
        in card(view(), record(people=people)).plain
    )


def test_a_name_is_shown_as_outlets_of_the_chats_language_write_it() -> None:
    told = person(0, "Мехмет Нури Ерсой", language="kk", spellings={"tr": "Mehmet Nuri Ersoy"})
    assert "👥 Mehmet Nuri Ersoy" in card(view(), record(people=(told,))).plain
    assert "👥 Мехмет Нури Ерсой" in card(view("kk"), record(people=(told,))).plain


def test_the_title_and_the_names_are_bold() -> None:
    bold = [
        span.text
        for block in card(view(), geneva()).blocks
        for row in block.lines
        for span in row
        if span.style is Style.BOLD
    ]
    assert bold[:3] == [TITLE, "Kubanychbek Omuraliev", "Shahin Mustafayev"]


def test_each_outlet_leads_to_its_article() -> None:
    links = card(view(), geneva()).blocks[-1].lines[-1]
    assert [(span.text, span.url) for span in links if span.url] == [
        ("KABAR", "https://example.org/1"),
        ("Anadolu", "https://example.org/2"),
    ]


def test_what_the_text_does_not_say_stays_unsaid() -> None:
    bare = record(
        event(title="Statement on floods", kind="statement"),
        people=(person(0, "Sultan Raev"),),
        articles=(article(published=None),),
    )
    assert (
        card(view(), bare).plain
        == "STATEMENT\nStatement on floods\n\ndate not stated\n\n👥 Sultan Raev\n\nOTS\nKABAR"
    )


def test_with_nobody_named_there_is_no_line_of_people() -> None:
    assert all(block.kind is not BlockKind.PEOPLE for block in card(view(), record()).blocks)


def test_who_is_only_mentioned_was_not_there() -> None:
    message = card(
        view(),
        record(people=(person(0, "Sultan Raev"), person(1, "Chingiz Aitmatov", attended=False))),
    )
    assert "Raev" in message.plain
    assert "Aitmatov" not in message.plain


def test_several_days_are_a_range_and_places_stand_once() -> None:
    what = event(
        kind="festival",
        starts_on=date(2023, 10, 8),
        ends_on=date(2023, 10, 11),
        venue="Baku",
        city="Baku",
        country="Azerbaijan",
    )
    assert card(view(), record(what)).blocks[1].lines == (
        (Span("📅 8–11 October 2023"),),
        (Span("📍 Baku, Azerbaijan"),),
    )


def test_an_unknown_kind_is_an_event() -> None:
    assert card(view(), record(event(kind="other"))).plain.startswith("EVENT\n")


def test_in_a_short_list_the_chair_stands_last_and_is_named_as_such() -> None:
    people = (person(0, "Omar Sultanov", "Ambassador", moderator=True), person(1, "Sultan Raev"))
    assert (
        "👥 Sultan Raev\n   Omar Sultanov · moderator; Ambassador"
        in card(view(), record(people=people)).plain
    )


def test_a_list_of_eight_has_a_line_with_the_office_of_each() -> None:
    eight = tuple(person(at, f"Person {at}", "poet") for at in range(8))
    plain = card(view(), record(people=eight)).plain
    assert "   Person 7 · poet\n" in plain
    assert "more" not in plain


def test_no_leader_of_a_state_hides_in_the_fold() -> None:
    offices = ["President"] * 6 + ["Prime Minister", "Secretary General"] + ["poet"] * 4
    guests = tuple(
        person(at, f"Person {at}", office, country_code="KZ" if at < 7 else None)
        for at, office in enumerate(offices)
    )
    plain = card(view(), record(people=guests)).plain
    assert "Person 6 · Prime Minister\n   + 5 more people\n" in plain


def test_a_long_list_is_folded_counted_and_its_chair_named() -> None:
    people = tuple(person(at, f"Person {at}", moderator=at == 3) for at in range(12))
    assert "   + 7 more people (Person 3, moderator)" in card(view(), record(people=people)).plain


def test_more_sources_than_fit_are_counted() -> None:
    articles = tuple(article(f"Outlet {number}", number) for number in range(5))
    assert card(view(), record(articles=articles)).plain.endswith(
        "Outlet 0, 25 Apr · Outlet 1, 25 Apr · Outlet 2, 25 Apr · + 2 more sources"
    )


def test_of_an_outlet_with_several_articles_the_day_of_the_latest_is_told() -> None:
    days = (FOUND, FOUND + timedelta(days=7), FOUND + timedelta(days=3))
    told = tuple(article("Daily", number, day) for number, day in enumerate(days))
    assert card(view(), record(articles=told)).plain.splitlines()[-1] == "Daily (3), 2 May"


def test_whoever_names_somebody_who_is_shown_is_among_the_outlets() -> None:
    told = tuple(article(f"Outlet {number}", number) for number in range(6))
    guests = (person(0, "Ayla Demir", article_id=4), person(1, "Omar Bek", article_id=5))
    assert card(view(), record(articles=told, people=guests)).plain.endswith(
        "Outlet 0, 25 Apr · Outlet 4, 25 Apr · Outlet 5, 25 Apr · + 3 more sources"
    )
    other = (person(0, "Ayla Demir", article_id=9),)
    beside = replace(record(people=other), naming=(article("Elsewhere", 9),))
    assert card(view(), beside).plain.endswith("KABAR, 25 Apr · Elsewhere, 25 Apr")
    assert "Elsewhere" in all_sources(view(), beside).plain


def test_who_speaks_for_a_state_or_a_body_stands_first_among_the_outlets() -> None:
    told = (
        article("Daily", 1),
        article("Courier", 2),
        article("Presidency", 3, url="https://president.example.org/news/3"),
        article("mfa.example", 4),
        article("TURKSOY", 5, url="https://www.turksoy.org/news/5"),
    )
    shown = card(view(), record(articles=told)).plain.splitlines()[-1]
    assert shown == (
        "Presidency, 25 Apr · mfa.example, 25 Apr · TURKSOY, 25 Apr · + 2 more sources"
    )


def test_the_day_of_publication_is_that_of_the_chat() -> None:
    late = datetime(2024, 4, 25, 22, 0, tzinfo=UTC)
    assert (
        "26 Apr"
        in card(view(zone="Asia/Bishkek"), record(articles=(article(published=late),))).plain
    )
    assert "25 Apr" in card(view(zone="UTC"), record(articles=(article(published=late),))).plain


def test_a_day_of_publication_without_a_time_is_no_other_day_in_the_west() -> None:
    whole_day = datetime(2024, 4, 25, tzinfo=UTC)
    assert (
        "25 Apr"
        in card(
            view(zone="America/New_York"), record(articles=(article(published=whole_day),))
        ).plain
    )


def test_dates_and_organisations_are_in_the_chats_language() -> None:
    plain = card(view("ru"), geneva()).plain
    assert "23 апреля 2024" in plain
    assert "ОТГ · ТЮРКСОЙ" in plain


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "tg://resolve?domain=x"]
)
def test_only_web_pages_can_be_pressed(url: str) -> None:
    links = card(view(), record(articles=(article(url=url),))).blocks[-1].lines[-1]
    assert all(span.url is None for span in links)


def test_hostile_text_is_one_clean_line_of_data() -> None:
    title = "<b>A</b> {name}\n\u202egnp.exe\x00 *x* " + "z" * 500
    heading = card(view(), record(event(title=title))).blocks[0].lines[1][0].text
    assert heading.startswith("<b>A</b> {name} gnp.exe *x* zzz")
    assert len(heading) == 300
    assert not set(heading) & {"\n", "\u202e", "\x00"}


def test_a_short_card_leaves_the_people_out() -> None:
    whole, short = card(view(), geneva()), card(view(), geneva(), CardStyle(CardForm.SHORT))
    assert short.plain == "\n\n".join(
        block.plain for block in whole.blocks if block.kind is not BlockKind.PEOPLE
    )
    assert "Omuraliev" not in short.plain


def test_a_card_of_the_title_only_leads_to_the_rest_and_says_what_changed() -> None:
    off = geneva().event._replace(cancel_proof="The conference was cancelled.")
    moved = replace(geneva(), event=off)
    message = card(view(), moved, CardStyle(CardForm.TITLE))
    first = message.blocks[0].lines[0][0]
    assert (first.text, first.url) == (TITLE, "https://example.org/1")
    assert "CANCELLED" in message.plain
    assert "23 April 2024" in message.plain
    assert "TURKPA" not in message.plain.replace(TITLE, "")


@pytest.mark.parametrize(
    ("language", "tags"),
    [
        ("en", "#OTS #TURKSOY #TURKPA #TurkicAcademy #TurkicHeritageFoundation #Geneva"),
        ("ru", "#ОТГ #ТЮРКСОЙ #ТюркПА #ТюркскаяАкадемия #ФондТюркскогоНаследия #Женева"),
        ("uz", "#TDT #TURKSOY #TURKPA #TurkiyAkademiya #TurkiyMerosJamgarmasi #Jeneva"),
    ],
)
def test_hashtags_are_the_organisations_and_the_town_in_the_chats_language(
    language: str, tags: str
) -> None:
    styled = card(view(language), geneva(), CardStyle(hashtags=True))
    assert styled.blocks[-1].plain == tags
    assert "#" not in card(view(language), geneva()).plain


@pytest.mark.parametrize(
    ("town", "tag"),
    [("Saint-Denis", "#SaintDenis"), ("Oʻzbek's <b>#x", "#Ozbeksbx"), ("42", ""), ("…", "")],
)
def test_a_hashtag_is_letters_and_digits_whatever_a_text_calls_a_place(town: str, tag: str) -> None:
    made = record(event(city=town), organizations=())
    assert "".join(hashtags(view(), made)) == tag


def test_an_event_is_passed_on_by_its_page_or_a_link_into_the_bot_or_an_article() -> None:
    plain = view("ru")
    links = EventLinks("https://t.me/diary_bot?start=event_")
    linked = replace(plain, controls=ChatControls(event_links=links))
    served = replace(linked, site="https://diary.example")
    shared = [share_address(seen, geneva()) or "" for seen in (plain, linked, served)]
    urls = [parse_qs(urlsplit(address).query)["url"][0] for address in shared]
    assert urls == [
        "https://example.org/1",
        "https://t.me/diary_bot?start=event_1",
        "https://diary.example/ru/event/1",
    ]


def test_a_card_knows_the_first_picture_that_can_be_shown() -> None:
    pictures = (None, "javascript:alert(1)", "https://example.org/lead.jpg")
    told = tuple(article(number=at)._replace(picture_url=url) for at, url in enumerate(pictures))
    assert card(view(), record(articles=told)).picture == "https://example.org/lead.jpg"
    assert card(view(), geneva()).picture is None


def test_what_was_held_on_another_day_was_not_at_the_event() -> None:
    whole = event(kind="summit", starts_on=date(2024, 4, 23), ends_on=date(2024, 4, 23))
    fair = event(id=2, title="Craft fair", starts_on=date(2024, 4, 23))
    council = event(id=3, title="Council of ministers sits", starts_on=date(2024, 4, 22))
    shown = card(view(), replace(record(whole), parts=(record(fair), record(council)))).plain
    assert "also at the summit: Craft fair" in shown
    assert "Council" not in shown


def test_parts_that_are_told_in_another_language_are_not_named() -> None:
    whole = event(kind="summit", title="Summit")
    titles = ("Выставка", "Речь")
    abroad = tuple(
        record(event(id=2 + at, title=title, language="ru", kind="summit"))
        for at, title in enumerate(titles)
    )
    fair = record(event(id=9, title="Craft fair"))
    unread = card(view(), replace(record(whole), parts=abroad)).plain
    assert "also at the summit" not in unread
    assert "Выставка" not in unread
    named = card(view(), replace(record(whole), parts=(*abroad, fair))).plain
    assert "also at the summit: Craft fair; + 2 more events" in named
