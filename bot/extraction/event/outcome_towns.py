"""Which town is declared something: a capital of culture, of the Turkic world."""

from collections.abc import Sequence

from bot.extraction.event.clauses import Clause
from bot.extraction.text.cues import Cue
from bot.extraction.text.tags import Match, Tag

_REACH = 12
"""Words between a town and what it is declared."""

_BESIDE = 2
"""The same where the event was there, too."""


def declared_town(
    clause: Clause, cue: Cue, thing: Cue, towns: Sequence[Match], city: str | None
) -> Match | None:
    """Return the one town of a sentence that may have been declared something.

    Args:
        clause: The sentence.
        cue: The verb of declaring.
        thing: What something is declared.
        towns: The towns that the article names.
        city: Where the event was: told of that only where it stands right beside.
    """
    near = dict[str, Match]()
    for town in towns:
        if clause.sentence.first <= town.first < clause.sentence.last:
            at = clause.position(town.first)
            reach = min(abs(at - thing.first), abs(at - cue.first))
            if reach <= _REACH and not _is_where(clause, town):
                near.setdefault(town.entries[0].key, town)
    if len(near) != 1:
        return None
    (town,) = near.values()
    is_elsewhere = town.entries[0].shown != city
    return town if is_elsewhere or _is_beside(clause, town, cue, thing) else None


def _is_beside(clause: Clause, town: Match, cue: Cue, thing: Cue) -> bool:
    """Whether a town stands so near to a verb, or to what is declared, that it is told of it."""
    marked, last = clause.marked, clause.position(town.last - 1) + 1
    ahead = [each.first for each in (cue, thing) if each.first >= last]
    if ahead:
        between = range(town.last, clause.tokens[min(ahead)])
    else:
        between = range(clause.tokens[max(cue.last, thing.last) - 1] + 1, town.first)
    behind = marked.tags[town.last : town.last + 1]  # the Khiva | summit
    named = any(tag & Tag.KIND for tag in (*behind, *marked.tags[between.start : between.stop]))
    return len(between) <= _BESIDE and not named and not any(map(marked.mark, between))


def _is_where(clause: Clause, town: Match) -> bool:
    """Whether a town is where something is done, or whose something is: in Baku, Bakü'de."""
    marked, lexicon = clause.marked, clause.marked.lexicon
    if lexicon.grammar.head == "final":
        word = marked.tokens[town.last - 1].word
        ends = (word.ending or word.fold).endswith((*lexicon.in_endings, *lexicon.genitives))
        return ends and not marked.plain(town.last - 1)
    near = marked.tags[max(clause.sentence.first, town.first - 2) : town.first]
    if near and near[-1] & (Tag.KIND | Tag.PLACE):
        return False  # it governs what stands between: на саммите | Ош
    return any(tag & Tag.PREPOSITION for tag in near)
