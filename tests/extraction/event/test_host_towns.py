"""The town of the mayor who is met."""

from tests.extraction.event.reading import event_of

_TALKS = (
    "TÜRKSOY-un Baş katibi Kamal Arifli Bursa Bələdiyyə Başkanı Orhan Tekin ilə görüşüb.\n"
    "Görüşdə {} təşkil olunan günlər yüksək dəyərləndirilib."
)


def test_who_calls_on_a_mayor_is_in_his_town_where_the_report_says_that_things_go_on_there() -> (
    None
):
    text = _TALKS.format("2022-ci ildə Türk Dünyasının Mədəniyyət Paytaxtı olaraq Bursada")
    title = "Kamal Arifli Bursa Bələdiyyə Başkanı Orhan Tekin ilə görüşüb"
    assert event_of(title, text, language="az").city == "Bursa"


def test_a_mayors_office_alone_says_nothing_of_where_he_is_met() -> None:
    text = _TALKS.format("ötən il")
    assert event_of("", text, language="az").city is None
