"""What was remembered of words and names is forgotten together, and found again."""

from config.remembering import forget, remembered


def test_an_answer_is_found_once_until_all_are_forgotten() -> None:
    asked: list[str] = []

    @remembered(2)
    def upper(word: str) -> str:
        asked.append(word)
        return word.upper()

    assert [upper("ash"), upper("ash")] == ["ASH", "ASH"]
    assert asked == ["ash"]

    forget()

    assert upper.cache_info().currsize == 0
    assert upper("ash") == "ASH"
    assert asked == ["ash", "ash"]


def test_what_was_asked_longest_ago_makes_room() -> None:
    @remembered(2)
    def length(word: str) -> int:
        return len(word)

    for word in ("a", "bb", "ccc"):
        length(word)
    assert length.cache_info().currsize == 2


def test_whoever_is_gone_is_not_held() -> None:
    class Holder:
        def __init__(self) -> None:
            self.length = remembered(2)(len)

    Holder()
    forget()
    assert Holder().length("four") == 4
