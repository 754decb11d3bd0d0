"""Which in a row an event is, by what follows the number."""

from tests.merging.test_features import made


def test_an_ordinal_counts_the_gathering_that_follows_it_and_nothing_else() -> None:
    report = made(
        "The Board of Governors of the Turkic Investment Fund approved its first annual budget at"
        " the third meeting in Istanbul on April 17.",
        "Turkic Investment Fund approves budget",
    )
    assert report.clues.ordinals == {3}


def test_the_eleventh_is_not_the_first_in_a_language_that_says_ten_first() -> None:
    report = made(
        "Бишкекте Түрк мамлекеттер уюмунун Мамлекет башчылар кеңешинин он биринчи жыйыны өттү.",
        "Бишкекте Түрк мамлекеттер уюмунун жыйыны өттү",
    )
    assert report.clues.ordinals == {11}
    assert report.formats[0] == "summit"
