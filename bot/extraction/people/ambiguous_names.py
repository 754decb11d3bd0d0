"""Words of the lexicon that are somebody's name after all: towns, months, things, trades.

Many first names and surnames are words too. The company tells: an office before, a surname behind,
and nothing after that the word could qualify.
"""

from bot.extraction.people.declension import telling
from bot.extraction.people.given_names import with_surname
from bot.extraction.people.name_words import firm, honoured, name_part, office_ends, surname
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from bot.language.first_names import is_first_name

_HELD_IN = 4  # tokens between an office and the end of what tells where it is held
_WORDS = Tag.DESCRIPTOR | Tag.BODY | Tag.MODIFIER | Tag.MONTH


def named_like_place(marked: TaggedArticle, sentence: Sentence, index: int) -> bool:
    """Whether a town's name at `index` is really somebody's first name.

    An office stands before it, a plain surname behind it.

    So may be any other word of the lexicon (Жибек, silk; Kasım, November), but only behind an
    office or with a surname that shows itself.
    """
    match = marked.matches[index]
    if with_surname(marked, index, sentence.last) or (
        index > sentence.first and _form_for_name(marked, index, sentence.last)
    ):
        return True
    if _word_for_name(marked, index, begins=index == sentence.first):
        followed = index + 1 < sentence.last and name_part(marked, index + 1)
        return followed and (
            firm(marked, index + 1) or (index > sentence.first and office_ends(marked, index - 1))
        )
    if (
        match is None
        or not match.tag & Tag.PLACE
        or not _could_name(marked, index)
        or index + 1 >= sentence.last
        or not name_part(marked, index + 1)
        or _town_of_office(marked, index)
    ):
        return False
    first_name = is_first_name(marked.tokens[index].word.text, declined=False)
    firmly = surname(marked, index + 1) and not _house_behind(marked, index + 2, sentence.last)
    if (first_name and firmly) or (index > sentence.first and honoured(marked, index - 1)):
        return True  # appointed | Baghdad Amreyev
    lead = marked.matches[index - 1] if index > sentence.first else None
    if lead is not None and any(
        e.shown in marked.lexicon.grammar.people.acting for e in lead.entries
    ):
        return True
    if lead is not None and lead.tag & Tag.ROLE:
        return not any(
            entry.shown in marked.lexicon.grammar.people.place_roles for entry in lead.entries
        )
    if (
        lead is not None
        and lead.tag & (Tag.ORGANIZATION | Tag.PLACE | Tag.BODY | Tag.DESCRIPTOR)
        and marked.lexicon.grammar.head == "initial"
    ):
        return surname(marked, index + 1)
    separated = (
        index == sentence.first
        or marked.lexicon.origin(marked.tokens[index - 1].word.fold) is not None
        or marked.mark(index - 1) in {",", ";", "–", "—", "-", ")"}
        or bool(marked.tags[index - 1] & Tag.CONJUNCTION)
    )
    return separated and (firmly or _office_behind(marked, index + 2))


def _house_behind(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a surname and a house that bears it end at `index`: Erzurum Ali | Kaya Üniversitesi.

    The town is the house's then, where verbs end clauses.
    """
    if marked.lexicon.grammar.head != "final" or index + 1 >= limit:
        return False
    small = Letters.LOWER in {marked.tokens[at].word.letters for at in (index, index + 1)}
    return not small and bool(marked.tags[index + 1] & Tag.BODY)


def _office_behind(marked: TaggedArticle, index: int) -> bool:
    """Whether a comma and an office stand at `index`: Sofia Kiss | , honorary consul."""
    if marked.mark(index) != "," or marked.lexicon.grammar.head != "initial":
        return False
    while index + 1 < len(marked.tags) and marked.tags[index + 1] & Tag.MODIFIER:
        index += 1
    return index + 1 < len(marked.tags) and office_ends(marked, index + 1)


def _word_for_name(marked: TaggedArticle, index: int, *, begins: bool = True) -> bool:
    """Whether a word for a body, a month or a quality at `index` is written as a name is.

    It is capitalised and stands in its dictionary form.
    """
    match, word = marked.matches[index], marked.tokens[index].word
    barring = _WORDS if begins else _WORDS | Tag.CUE  # Болот, will be, with a capital within
    if (
        index
        and marked.tags[index - 1] & (Tag.TITLE | Tag.ROLE)
        and marked.tokens[index - 1].word.letters == Letters.LOWER
        and not _full_name_behind(marked, index + 1)
    ):
        barring |= Tag.ROLE  # professor Olim Qahhorov: an office would not be told twice
    return (
        match is not None
        and match.last - match.first == 1
        and bool(match.tag & barring)
        and marked.lexicon.grammar.head == "final"
        and word.letters == Letters.CAPITAL
        and _undeclined(match, word.fold)
        and not word.fold.endswith(marked.lexicon.plurals)
    )


def _full_name_behind(marked: TaggedArticle, index: int) -> bool:
    """Whether two words of a name stand at `index`: kurucu Cumhurbaşkanı | A B."""
    return index + 1 < len(marked.tokens) and all(
        name_part(marked, at) for at in (index, index + 1)
    )


def _town_of_office(marked: TaggedArticle, index: int) -> bool:
    """Whether a full name with a first name of its own is behind a town: Bişkek | Orhan Tekin."""
    words = (marked.tokens[at].word.text for at in (index, index + 1))
    town, first = (is_first_name(word, declined=False) for word in words)
    return first and not town and _full_name_behind(marked, index + 1)


def _form_for_name(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether what looks like a form of a word is a first name, since an office ends before it.

    Yardımcısı | Elçin Gafarlı, Başkanı | Bilgin Aydın: an envoy's would need something to own.
    """
    match, word = marked.matches[index], marked.tokens[index].word
    lexicon, behind = marked.lexicon, index + 1
    if (
        lexicon.grammar.head != "final"
        or match is None
        or match.last != behind
        or match.tag & ~(_WORDS | Tag.ROLE)
        or word.letters != Letters.CAPITAL
        or word.ending
        or marked.plain(index)
        or word.fold.endswith((*lexicon.possessives, *lexicon.plurals))
        or not office_ends(marked, index - 1)
        or behind >= limit
        or not (name_part(marked, behind) or _could_name(marked, behind))
    ):
        return False
    after = marked.tokens[behind + 1].word.letters if behind + 1 < limit else Letters.MARK
    return after in {Letters.LOWER, Letters.MARK}


def _undeclined(match: Match, word: str) -> bool:
    """Whether `word` (folded) is a dictionary form of `match`, and no body's declined form."""
    as_it_stands = any(entry.words == (word,) for entry in match.entries)
    shortest = min(len(entry.words[0]) for entry in match.entries)
    as_it_stands = as_it_stands or len(word) < shortest  # Azer is shorter than azeri
    bodies = (entry for entry in match.entries if entry.tag == Tag.BODY)
    return as_it_stands and all(entry.words == (word,) for entry in bodies)


def _could_name(marked: TaggedArticle, index: int) -> bool:
    """Whether the place at `index` is one plain word, as written in a list of names.

    No country, no ending.
    """
    match = marked.matches[index]
    if match is None or match.last - match.first != 1 or match.tag & ~(Tag.PLACE | Tag.DEMONYM):
        return False
    word = marked.tokens[index].word
    if word.letters != Letters.CAPITAL or word.ending:
        return False
    if telling(word.base.lower(), marked.lexicon.grammar.people.declensions):
        return True  # Аннаевым is no form of Анау
    if surname(marked, index) and all(entry.words != (word.fold,) for entry in match.entries):
        return not any(
            word.fold.removeprefix(entry.words[0]) in marked.lexicon.genitives
            for entry in match.entries
        )
    return (
        any(not entry.is_country and entry.words == (word.fold,) for entry in match.entries)
        or match.tag == Tag.DEMONYM
    )


def _ends_like_place(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a word at `index`, right behind a first name, is a surname or a second name.

    It may be a place's name or any other word, as long as nothing that it could belong to follows.
    """
    if not (
        _could_name(marked, index)
        or _word_for_name(marked, index)
        or _of_town(marked, index)
        or _of_trade(marked, index)
    ):
        return False
    after = marked.tags[index + 1] if index + 1 < limit else Tag.NONE
    if index + 1 < limit and _bare_noun(marked, index + 1):
        return True
    if (
        after & Tag.CONJUNCTION
        and index + 2 < limit
        and marked.tags[index + 2] & (Tag.BODY | Tag.DESCRIPTOR)
    ):
        return False
    return not after & (
        Tag.BODY | Tag.ROLE | Tag.DESCRIPTOR | Tag.ORGANIZATION | Tag.MODIFIER | Tag.KIND
    ) and not _cue_follows(marked, index + 1, limit)


def _bare_noun(marked: TaggedArticle, index: int) -> bool:
    """Whether a thing in small letters at `index` is tied to no name before it: Döne Kara | ödül.

    Only where a possessive would tie it, or where it is a verb's object: Sam | sahne aldı.
    """
    match, word = marked.matches[index], marked.tokens[index].word
    lexicon = marked.lexicon
    return (
        bool(lexicon.possessives)
        and match is not None
        and not match.tag & ~(Tag.BODY | Tag.KIND | Tag.FUNCTION | Tag.DESCRIPTOR)
        and (bool(match.tag & Tag.BODY) or _verb_at(marked, index + 1))
        and word.letters == Letters.LOWER
        and marked.plain(index)
        and not word.fold.endswith(lexicon.possessives)
    )


def _verb_at(marked: TaggedArticle, index: int) -> bool:
    return index < len(marked.tokens) and marked.tokens[index].word.verbal


def _of_town(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` is a surname made of a town: Lənkəranlı, in any case."""
    word = marked.tokens[index].word
    if word.letters != Letters.CAPITAL or not marked.lexicon.origin_adjectives:
        return False
    ends = (end for end in marked.lexicon.case_endings if word.fold.endswith(end))
    return marked.lexicon.origin(word.fold) is not None or any(
        marked.lexicon.origin(word.fold[: -len(end)]) for end in ends
    )


def _of_trade(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` is a surname made of a trade: Рыбаков is no form of рыбак."""
    match, word = marked.matches[index], marked.tokens[index].word
    return (
        marked.lexicon.grammar.head == "initial"
        and match is not None
        and match.tag == Tag.ROLE
        and match.last == index + 1
        and word.letters == Letters.CAPITAL
        and not marked.plain(index)
        and (
            surname(marked, index)
            or bool(telling(word.base.lower(), marked.lexicon.grammar.people.declensions))
        )
    )


def _cue_follows(marked: TaggedArticle, index: int, limit: int) -> bool:
    match = marked.matches[index] if index < limit else None
    return match is not None and any(entry.key == "town_words" for entry in match.entries)


def could_end(marked: TaggedArticle, parts: list[int], index: int, limit: int) -> bool:
    """Whether a place's name at `index` can be the surname.

    None has been told yet, and nothing that the place could belong to follows.
    """
    told = len(parts) > 1 and surname(marked, parts[-1])
    return not told and (
        _ends_like_place(marked, index, limit) or _closes_name(marked, parts, index, limit)
    )


def _closes_name(marked: TaggedArticle, parts: list[int], index: int, limit: int) -> bool:
    """Whether any word at `index` is a surname, since an office leads up to the name before it.

    It is capitalised and nothing that it could qualify follows: Rector Ali Bilgin spoke.
    """
    match, word = marked.matches[index], marked.tokens[index].word
    if (
        (len(parts) != 1 and not _untied_office(marked, index))
        or match is None
        or match.last - match.first != 1
        or word.letters != Letters.CAPITAL
        or match.tag & (Tag.HONORIFIC | Tag.TITLE | Tag.FUNCTION | Tag.ORGANIZATION | Tag.DEMONYM)
        or (match.tag & Tag.PLACE and (word.ending or marked.lexicon.grammar.head == "final"))
        or parts[0] == 0
        or not (office_ends(marked, parts[0] - 1) or _held_in(marked, parts[0] - 1))
    ):
        return False
    if index + 1 >= limit:
        return True
    after = marked.tags[index + 1]
    if after & Tag.CONJUNCTION:
        return index + 2 >= limit or not marked.tags[index + 2] & (Tag.BODY | Tag.DESCRIPTOR)
    if _bare_noun(marked, index + 1):
        return True  # Nimetullah Hafız | başkanlık etti
    small = marked.tokens[index + 1].word.letters in {Letters.LOWER, Letters.MARK}
    return small and not after & (Tag.BODY | Tag.ROLE | Tag.DESCRIPTOR | Tag.MODIFIER)


def _untied_office(marked: TaggedArticle, index: int) -> bool:
    """Whether an office at `index` is tied to nothing, with a name before it: Ali Reza | Amiri.

    Only where an office that is another's stands behind its body; before a verb it may be the
    object.
    """
    match, word = marked.matches[index], marked.tokens[index].word
    lone = match is not None and match.tag == Tag.ROLE and not word.ending
    if not lone or index + 1 >= len(marked.tokens) or marked.lexicon.grammar.head != "final":
        return False
    listed = marked.tags[index + 1] & Tag.CONJUNCTION
    return bool(listed) or marked.tokens[index + 1].word.letters == Letters.MARK


def _held_in(marked: TaggedArticle, index: int) -> bool:
    """Whether a land or a town at `index` tells where an office before it is held.

    Посол Венгрии в Бишкеке | X; only where common nouns are small, so that X's surname is none.
    """
    grammar = marked.lexicon.grammar
    noun = grammar.head == "initial" and grammar.small_nouns
    if not noun or not marked.tags[index] & Tag.PLACE:
        return False
    first = max(0, index - _HELD_IN)
    while index > first and marked.tags[index] & (Tag.PLACE | Tag.PREPOSITION):
        index -= 1
    return office_ends(marked, index)
