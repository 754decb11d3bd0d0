"""Lines that were broken by width are put together, and paragraphs stay parted."""

from bot.extraction.text.lines import unwrap


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
