"""First names that the language has as towns or words too: Роман, София, Deniz, Botir.

The lexicon takes them for the word; with a surname behind that agrees with them they are names.
"""

from bot.extraction.people.declension import cases_of, solutions
from bot.extraction.people.name_words import firm, name_part, office_ends, surname
from bot.extraction.people.office_complements import outermost
from bot.extraction.text.lexicon import GIVEN_BEGIN
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters
from bot.language.first_names import is_first_name
from config.grammar import Declension
from config.text import fold

_OWNERS = Tag.BODY | Tag.ROLE | Tag.DESCRIPTOR | Tag.ORGANIZATION | Tag.MODIFIER | Tag.KIND


def begins_person(marked: TaggedArticle, first: int, last: int) -> bool:
    """Whether the words behind a word for a thing are somebody's name, and not what it is called.

    They end as surnames do, or the word ends a body's name and a first name begins: the Qala
    Channel | Kemal Yaz.
    """
    name, noun = marked.tokens[first].word, marked.tokens[first - 1].word
    capital = noun.letters == Letters.CAPITAL and last > first
    named = capital and is_first_name(name.text, declined=False)
    return named or surname(marked, last)


def given(marked: TaggedArticle, index: int) -> str | None:
    """Return the listed first name that stands at `index`, in any case, or None."""
    word, people = marked.tokens[index].word, marked.lexicon.grammar.people
    if word.letters != Letters.CAPITAL or word.fold[:GIVEN_BEGIN] not in marked.lexicon.given_begin:
        return None
    for known in people.given_names:
        name = known.lower()
        if word.fold == fold(known) or cases_of(word.base.lower(), name, people.declensions):
            return name
    return None


def with_surname(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a first name that is another word, too, begins at `index`, a surname behind it."""
    behind = index + 1
    name = given(marked, index) if behind < limit else None
    if (
        name is None
        or marked.tokens[index - 1].word.letters == Letters.NUMBER
        or not (name_part(marked, behind) or given(marked, behind))
    ):
        return False
    led = index > 0 and office_ends(marked, index - 1)
    if marked.lexicon.grammar.people.declensions:
        led = led or _led_by_complement(marked, index)
        return (led or firm(marked, behind)) and _agree(marked, index, name)
    if led or firm(marked, behind):
        return True
    return marked.lexicon.grammar.head == "final" and _stands_alone(marked, behind, limit)


def _led_by_complement(marked: TaggedArticle, index: int) -> bool:
    """Whether an office and what it is held in lead to a first name: директор компании | Анна X.

    Only in the nominative: in the genitive a house may bear the name.
    """
    names = marked.lexicon.grammar.people.given_names
    nominative = any(marked.folds[index] == fold(known) for known in names)
    floor = marked.sentence_of(index).first
    return nominative and outermost(marked, floor, index) is not None


def _stands_alone(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether the word at `index` is no thing that is tied to the one before, nor leads to one.

    Onur Aydın; but Onur Konuğu, Deniz Kuvvetleri Komutanı.
    """
    tied = marked.tokens[index].word.fold.endswith(marked.lexicon.possessives)
    after = marked.tags[index + 1] if index + 1 < limit else Tag.NONE
    return not tied and not after & _OWNERS


def _agree(marked: TaggedArticle, index: int, name: str) -> bool:
    """Whether a first name and the word behind are one name in one case.

    Роман Василенко, Романом Василенко; but no Роман Айтматова, the novel by him.
    """
    people = marked.lexicon.grammar.people
    tables = people.declensions
    first, second = (marked.tokens[at].word.base.lower() for at in (index, index + 1))
    if first != name:
        return bool(solutions((first, second), cases_of(first, name, tables), tables))
    gender = "f" if name.endswith(people.noun_genders.get("f", ())) else "m"
    shapes = [table for table in tables if table.stems]
    other = any(
        table.genders != gender and second.endswith(table.nominative) and _stem(second, table)
        for table in shapes
        if gender == "m" or table.telling  # Ковач and Штраус are women's surnames, too
    )
    declined = any(
        second.endswith(ending) and second[: -len(ending)].endswith(table.stems)
        for table in shapes
        for ending in table.telling
    )
    return not other and not declined


def _stem(word: str, table: Declension) -> bool:
    return word.removesuffix(table.nominative).endswith(table.stems)
