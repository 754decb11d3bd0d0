"""Surnames written in capitals, however short: Derya ÖZ, the mayor Kemal AK, K. Salim TOKTAŞ.

A word in capitals is an abbreviation as often as a surname. Behind a first name, where nothing
follows that an abbreviation would belong to, it is the surname.
"""

from bot.extraction.people.name_words import HYPHENS, surname
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters
from bot.language.first_names import is_first_name

_BODIES = Tag.ORGANIZATION | Tag.PLACE | Tag.BODY | Tag.CUE
_HOLDERS = Tag.BODY | Tag.ROLE | Tag.DESCRIPTOR | Tag.MODIFIER | Tag.KIND | Tag.ORGANIZATION


def in_capitals(marked: TaggedArticle, parts: list[int], index: int, limit: int) -> bool:
    """Whether the word at `index` is the surname, in capitals, of the first names `parts`."""
    word = marked.tokens[index].word
    if word.letters != Letters.CAPITALS or marked.tags[index] & _BODIES:
        return False
    if marked.mark(index + 1) in HYPHENS:
        return False  # R. Həsən | AKP-də
    if not parts or index != parts[-1] + 1 or not _first_name(marked, parts[-1]):
        return False
    if len(parts) > 1 and surname(marked, parts[-1]):
        return False  # A Bağırov | ATƏT
    return index + 1 >= limit or not marked.tags[index + 1] & _HOLDERS


def _first_name(marked: TaggedArticle, index: int) -> bool:
    word = marked.tokens[index].word
    return word.letters == Letters.CAPITAL and is_first_name(word.text, declined=False)
