"""Cues are found word by word, whole or by their beginnings, and hide nothing from one another."""

from bot.extraction.text.cues import Cue, Cues

CUES = Cues({"study": ("in the article examin*", "article"), "talk": ("op-ed", "Мнени*")})


def test_a_word_with_a_star_is_a_beginning_and_one_without_is_whole() -> None:
    assert CUES.find(["in", "the", "article", "examined"]) == [
        Cue("study", 0, 4),
        Cue("study", 2, 3),
    ]
    assert CUES.find(["articles", "in", "the", "article", "said"]) == [Cue("study", 3, 4)]


def test_words_are_compared_folded_and_a_hyphen_parts_them() -> None:
    assert CUES.find(["op", "ed"]) == [Cue("talk", 0, 2)]
    assert CUES.find(["мнения"]) == [Cue("talk", 0, 1)]


def test_a_phrase_does_not_run_over_the_end() -> None:
    assert CUES.find(["in", "the"]) == []
