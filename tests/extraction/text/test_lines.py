"""Lines that were broken by width are put together, and paragraphs stay parted."""

import textwrap

import pytest

from bot.extraction.text.lines import unwrap

TALKS = (
    "The Secretary General of the Organization of Turkic States, Batyr Sarmanov, received the"
    " Minister of Forests, Lale Toprak, in Istanbul on 23 April 2024."
)
GARDEN = "Both planted a tree in the garden of the secretariat, a walnut, and watered it well."


def test_a_line_that_goes_on_with_a_small_letter_belongs_to_the_line_before() -> None:
    assert unwrap("The forum was\nheld in Baku.\nIt ended.") == (
        "The forum was held in Baku.\nIt ended."
    )


def test_a_name_across_lines_is_whole_where_the_text_is_broken_by_width() -> None:
    assert unwrap("Jiyın Ankarada ótti. Onı Serik\nOmarov ashtı. Sóz\nDana Bek aldı.") == (
        "Jiyın Ankarada ótti. Onı Serik Omarov ashtı. Sóz Dana Bek aldı."
    )


def test_a_list_stays_a_list() -> None:
    text = "Those who came:\n- Minister A\n- minister B\nThey spoke."
    assert unwrap(text) == text


def test_captions_between_paragraphs_stay_lines_of_their_own() -> None:
    text = "The forum was held in Baku.\nPhoto: Press Office\nIt was opened by the minister."
    assert unwrap(text) == text


def test_blank_lines_always_part() -> None:
    assert unwrap("Without a stop\n\nand small") == "Without a stop\n\nand small"


def test_nothing_moves() -> None:
    text = "A b. C\nd\n\ne f\ng"
    assert len(unwrap(text)) == len(text)
    assert unwrap("") == ""


@pytest.mark.parametrize("width", [30, 45, 55, 65, 72, 80])
def test_few_lines_that_are_all_full_are_put_together(width: int) -> None:
    broken = "\n\n".join(textwrap.fill(text, width) for text in (TALKS, GARDEN))
    assert unwrap(broken) == f"{TALKS}\n\n{GARDEN}"


@pytest.mark.parametrize(
    "sentence",
    [
        'The rector said "we have planted walnuts," and left for the "Ülker"\nschool of rangers.',
        "Секретарь принял министра (его сопровождали лесничие из Оша)\nЛале Топрак и её коллег.",
        "«Мы посадили орехи», сказал ректор, и гости ушли к озеру;\nминистр осталась у ворот.",
        "Мы привезли в школу саженцы орехов, груш и тутовых деревьев\n– сказал ректор академии.",
    ],
)
def test_marks_within_a_sentence_end_no_paragraph(sentence: str) -> None:
    text = f"{textwrap.fill(f'{TALKS} {GARDEN}', 70)}\n\n{sentence}"
    assert unwrap(text).endswith(f"\n\n{sentence.replace(chr(10), ' ')}")


def test_a_list_of_names_as_long_as_each_other_stays_a_list() -> None:
    names = "Minister Dana Bek of Baku City\nRector Ali Can of Ankara Town\nCurator Eva Mor of Osh"
    text = f"Those who came to the forum in the capital\n{names}"
    assert unwrap(text) == text
