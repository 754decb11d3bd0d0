"""What the look of a word says where no phrase, or a wrong one, was found."""

from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence, Token


def mark_trades(
    tokens: list[Token], part: Sentence, tags: list[int], matches: list[Match | None]
) -> None:
    """Mark unknown words that end as words for what people do.

    Written small, or first in the sentence with a name behind them.
    """
    for index in range(part.first, part.last):
        word = tokens[index].word
        if (
            word.trade
            and not tags[index]
            and (
                word.letters == Letters.LOWER
                or (index == part.first and _capital(tokens, index + 1))
            )
        ):
            shown = word.base[: len(word.base) - (len(word.fold) - len(word.trade))].lower()
            matches[index] = Match(
                index, index + 1, (Entry(Tag.ROLE, word.stem, shown, (word.trade,)),), Tag.ROLE
            )
            tags[index] = Tag.ROLE


def unmark_abbreviations(
    tokens: list[Token],
    part: Sentence,
    tags: list[int],
    matches: list[Match | None],
    articles: frozenset[str],
) -> None:
    """Take small words in capitals, where nothing beside them is, for abbreviations: WHO Director.

    Before a word with a capital, so that a word that is only shouted stays what it is.
    """
    for index in range(part.first, part.last - 1):
        word = tokens[index].word
        if tags[index] != Tag.FUNCTION or word.letters != Letters.CAPITALS:
            continue
        shouted = index > part.first and tokens[index - 1].word.letters == Letters.CAPITALS
        if word.fold not in articles and not shouted and _capital(tokens, index + 1):
            tags[index], matches[index] = Tag.NONE, None


def _capital(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].word.letters == Letters.CAPITAL
