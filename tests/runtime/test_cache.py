"""What is used stays, what is not makes room."""

from bot.runtime.cache import LruCache


def test_what_was_used_longest_ago_makes_room_for_what_is_new() -> None:
    cache = LruCache[str, int](2)
    cache.keep("a", 1)
    cache.keep("b", 2)
    assert cache.get("a") == 1
    cache.keep("c", 3)
    assert [cache.get(key) for key in "abc"] == [1, None, 3]
    assert len(cache) == 2


def test_what_is_kept_anew_counts_as_used() -> None:
    cache = LruCache[str, int](2)
    for key, value in (("a", 1), ("b", 2), ("a", 3), ("c", 4)):
        cache.keep(key, value)
    assert [cache.get(key) for key in "abc"] == [3, None, 4]


def test_what_is_taken_out_is_kept_no_longer() -> None:
    cache = LruCache[str, int]()
    cache.keep("a", 1)
    assert (cache.pop("a"), cache.pop("a"), cache.get("a")) == (1, None, None)


def test_a_cleared_cache_holds_nothing_and_takes_what_comes() -> None:
    cache = LruCache[str, int]()
    cache.keep("a", 1)
    cache.clear()
    assert len(cache) == 0
    assert cache.keep("a", 2) == cache.get("a") == 2
