"""Capitalised words that name a thing, told by what stands beside them.

A university, a prize, a street, a byline.

What only names something else is nobody.
"""

from bot.extraction.people import dictionary_forms, office_called
from bot.extraction.people.given_names import begins_person, given
from bot.extraction.people.name_candidates import Run
from bot.extraction.people.name_endings import owning
from bot.extraction.people.name_words import HYPHENS, in_town, initial, name_part, of_site, surname
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from bot.language.first_names import is_first_name
from config.text import fold

_EVENT_WITHIN = 24  # tokens back from a name to the word for the event that bears it
_TELLING = 4  # letters of a stem that two words do not share by chance
_NAME = 2  # words of a body's name that may look like somebody's
_EPONYM = 1  # words of a namesake that stand before somebody's full name
_OFFICE_WITHIN = 12  # tokens between an office and the namesake of its body
_WITHIN_BODY = frozenset("-()")
_BODY_WITHIN = 6  # tokens between a name and the word for the body that bears it


def plausible(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Whether nothing beside the run says that it names a thing."""
    if not run.parts or len(run.parts) > 5:
        return False
    words = [marked.tokens[i].word for i in run.parts]
    if all(word.letters == Letters.CAPITALS or len(word.text) == 1 for word in words):
        return False
    if run.first == sentence.first and _common(marked, run):
        run.parts.pop(0)
        if not run.parts:
            return False
        run.first = run.parts[0]
    if fold(words[-1].ending) in marked.lexicon.thing_endings and not surname(
        marked, run.parts[-1]
    ):
        return False
    return _free_behind(marked, sentence, run) and _free_before(marked, sentence, run)


def _free_behind(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Whether nothing behind the run says that it names a thing."""
    after = run.last
    if after >= sentence.last:
        return True
    lone = len(run.parts) == 1
    if (lone and (_qualifies(marked, after) or in_town(marked, after))) or of_site(marked, after):
        return False
    if _names_event(marked, run) or _before_officer(marked, sentence, run):
        return False
    if _held(marked, sentence, run) or _owns(marked, run):
        return True
    return not (_named(marked, after) or _abbreviated(marked, run))


def _before_officer(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Whether a run is the body of the officer named behind it: Temir Zholy | chief X Y."""
    lexicon, after = marked.lexicon, run.last
    while after + 1 < sentence.last and marked.tags[after] & Tag.MODIFIER:
        if name_part(marked, after + 1):
            break
        after += 1  # deputy | chief executive
    match = marked.matches[after]
    if lexicon.grammar.head != "initial" or lexicon.grammar.small_nouns or match is None:
        return False
    if not match.tag & Tag.ROLE or match.last + 1 >= sentence.last:
        return False
    before = marked.tags[run.first - 1] if run.first > sentence.first else Tag.NONE
    if before & (Tag.ROLE | Tag.TITLE):
        return False
    return all(name_part(marked, at) for at in (match.last, match.last + 1))


def _names_event(marked: TaggedArticle, run: Run) -> bool:
    """Whether an adjective ends the run, before the noun for an event: X Дипломатиялык | форуму."""
    adjectives = marked.lexicon.origin_adjectives
    event = marked.tags[run.last] & Tag.KIND
    if not event or not marked.folds[run.parts[-1]].endswith(adjectives):
        return False
    words = (marked.tokens[part].word.text for part in run.parts)
    return not any(is_first_name(word, declined=False) for word in words)


def _owns(marked: TaggedArticle, run: Run) -> bool:
    """Whether a full name stands in the genitive: a thing is his, and does not bear his name."""
    final = marked.lexicon.grammar.head == "final" and not marked.cued(run.last, "eponym_after")
    two = any(surname(marked, part) for part in run.parts[1:-1])  # A Куанышбайулы | Яссавинин
    return final and len(run.parts) > 1 and not two and owning(marked, run)


def _held(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Whether a full name is somebody's, though a small word for a body stands behind.

    An office leads up to it, or up to the name that an "and" joins it to: rahbari X Y | jamoasi
    bilan, Bakanları X ve Y | protokolü imzaladı.
    """
    after, before = run.last, _over_particle(marked, run.first - 1)  # Prof. Dr. | X Y
    if (
        len(run.parts) < 2
        or before < sentence.first
        or marked.lexicon.grammar.head != "final"
        or marked.cued(after, "eponym_after")
    ):
        return False
    if marked.tokens[after].word.letters != Letters.LOWER:
        return _officer_beside(marked, run)
    led = bool(marked.tags[before] & (Tag.ROLE | Tag.TITLE | Tag.HONORIFIC))
    joined = marked.tags[before] & Tag.CONJUNCTION and before - 1 > sentence.first
    listed = joined and marked.tokens[before - 1].word.fold.endswith(marked.lexicon.surnames)
    return led or bool(listed and surname(marked, run.parts[-1]))


def _officer_beside(marked: TaggedArticle, run: Run) -> bool:
    """Whether an office tied to its body leads to a full name, and another's body stands behind.

    TDT-nin baş katibi X Y | ADA Universitetinin rektoru ilə; but Prezident X Y | Mərkəzi.
    """
    before, behind = run.first - 1, marked.matches[run.last]
    if not marked.tags[before] & Tag.ROLE or not surname(marked, run.parts[-1]):
        return False
    short = marked.tokens[run.last].word.letters == Letters.CAPITALS
    tied = behind is not None and dictionary_forms.possessed(marked, behind)
    own = marked.folds[before].endswith(marked.lexicon.possessives)
    return short or (own and not tied)


def _free_before(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Whether nothing before the run says that it names a thing."""
    before = _over_particle(marked, run.first - 1)
    if before < sentence.first:
        return not (
            sentence.paragraph == 1 and sentence.number <= 1 and run.last == sentence.last
        )  # a byline
    latin = all(marked.tokens[part].word.fold.isascii() for part in run.parts)
    led = marked.tags[before] & (Tag.ROLE | Tag.TITLE | Tag.HONORIFIC)
    alone = len(run.parts) == 1 or not led
    foreign = latin and alone and not marked.lexicon.latin  # Caspian Wire in a Cyrillic text
    event = marked.tags[before] & Tag.PREPOSITION and _is_event(marked, before - 1)
    if event or foreign or _in_event(marked, sentence, before) or _in_body(marked, sentence, run):
        return False
    if marked.folds[before] in marked.lexicon.named and not begins_person(
        marked, run.first, run.parts[-1]
    ):
        return False  # the think tank | Bilim Karvoni
    if _of_named_body(marked, run) or _before_full_name(marked, sentence, run):
        return False
    if marked.cued(before, "eponym_before") and _behind_eponym(marked, sentence, run):
        return True
    eponym = marked.cued(before, "eponym_before") and (
        marked.lexicon.grammar.head == "initial" or marked.plain(before)
    )
    return not (eponym or marked.tokens[before].word.fold in marked.lexicon.articles)


def _over_particle(marked: TaggedArticle, index: int) -> int:
    """Return the index before a particle that a hyphen at `index` ties to a name: имени | аль-.

    Over the full stop of an abbreviation too: им | . Абая
    """
    tied = index > 0 and marked.mark(index) in HYPHENS and marked.tags[index - 1] & Tag.PARTICLE
    index -= 2 if tied else 0
    short = index > 0 and marked.mark(index) == "." and marked.tags[index - 1] != Tag.NONE
    return index - 1 if short else index


def _before_full_name(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Whether a body bears the name, and its officer's stands right behind, nothing between.

    Председатель Центра Чингиза Айтматова | Абдылдажан Акматалиев.
    """
    before, after = run.first - 1, run.last
    lexicon = marked.lexicon
    if lexicon.grammar.head != "initial" or not lexicon.grammar.people.declensions:
        return False
    borne = marked.cued(before, "eponym_before") or (
        marked.tags[before] & Tag.BODY and not marked.plain(before)
    )
    named = after + 1 < sentence.last and name_part(marked, after)
    return bool(borne) and named and name_part(marked, after + 1)


def _behind_eponym(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Leave out the name that a body bears before its officer's.

    Rector of the … имени Абая | X Y.
    """
    before = run.first - 1
    while len(run.parts) > _EPONYM + 2 and initial(marked, run.parts[0]):
        run.parts.pop(0)  # имени Л. Н. Гумилёва | X Y
    if len(run.parts) != _EPONYM + 2 or not surname(marked, run.parts[-1]):
        return False
    for index in range(before, max(sentence.first, before - _OFFICE_WITHIN) - 1, -1):
        if marked.mark(index) == ",":
            return False
        if marked.tags[index] & Tag.ROLE:
            del run.parts[:_EPONYM]
            run.first = run.parts[0]
            return True
    return False


def _in_event(marked: TaggedArticle, sentence: Sentence, index: int) -> bool:
    """Whether the words that end at `index` lead back to the name of an event.

    "Conference on Interaction and | Confidence Building".
    """
    if not marked.tags[index] & Tag.CONJUNCTION:
        return False
    floor = max(sentence.first, index - _EVENT_WITHIN)
    while index > floor and (
        marked.tags[index] & Tag.CONJUNCTION or marked.tokens[index].word.letters == Letters.CAPITAL
    ):
        index -= 1
    head = index - 1
    named = (
        head > sentence.first
        and marked.tags[head] & Tag.KIND
        and marked.tokens[head].word.letters == Letters.CAPITAL
    )
    return bool(named and marked.tags[index] & Tag.PREPOSITION)


def _is_event(marked: TaggedArticle, index: int) -> bool:
    """Whether a capitalised word for an event stands at `index`.

    Festival of | Young Storytellers.
    """
    word, tag = marked.tokens[index].word, marked.tags[index]
    capital = word.letters in {Letters.CAPITAL, Letters.CAPITALS}
    return capital and bool(tag & Tag.KIND) and marked.lexicon.grammar.head == "initial"


def _of_named_body(marked: TaggedArticle, run: Run) -> bool:
    """Whether a run is of a body's name, all words of which are great.

    Museum of | Anatolian Civilizations, board of National | Electric Grids | of Uzbekistan.
    """
    index, lexicon = run.first - 1, marked.lexicon
    grammar = lexicon.grammar
    if grammar.small_nouns or grammar.head != "initial" or not index or len(run.parts) > _NAME:
        return False
    if marked.tokens[index].word.fold in lexicon.origin_words:
        tag, led = marked.tags[index - 1], marked.tokens[index - 1].word
        body = bool(tag & Tag.BODY and not tag & (Tag.ROLE | Tag.PLACE))
        return body and led.letters == Letters.CAPITAL
    behind = run.last
    goes_on = (
        behind + 1 < len(marked.tokens)
        and marked.tokens[behind].word.fold in lexicon.origin_words
        and marked.tags[behind + 1] & Tag.PLACE
    )
    own = marked.tags[index] & Tag.MODIFIER and marked.tags[index - 1] & Tag.PREPOSITION
    return bool(own and goes_on) and marked.tokens[index].word.letters == Letters.CAPITAL


def _in_body(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Whether a run ends the name of a body that an "and" joins.

    Union of Chambers and | Exchanges.
    """
    index = run.first - 1
    plurals = marked.lexicon.plurals
    if (
        marked.lexicon.grammar.small_nouns
        or not marked.tags[index] & Tag.CONJUNCTION
        or not marked.tags[index - 1] & (Tag.BODY | Tag.DESCRIPTOR)
        or index - 2 <= sentence.first
    ):
        return False
    ends = (marked.tokens[at].word.fold for at in (index - 1, run.parts[-1]))
    return all(word.endswith(plurals) for word in ends)


def _common(marked: TaggedArticle, run: Run) -> bool:
    """Whether the word that begins the sentence is a common noun.

    It stands small elsewhere, here perhaps in another case.
    """
    word = marked.tokens[run.parts[0]].word
    if len(run.parts) > 1 and word.fold in marked.lexicon.kin:
        return True
    if word.fold in marked.small or _leading_verb(marked, run):
        return True
    if len(run.parts) == 1 or marked.lexicon.grammar.head != "final" or word.ending:
        return False
    if given(marked, run.parts[0]):
        return False  # Saida Mirziyoyeva, and not "in Sai"
    return word.adverbial or any(
        stem in marked.small_stems for stem in word.stems if _TELLING <= len(stem) < len(word.fold)
    )


def _leading_verb(marked: TaggedArticle, run: Run) -> bool:
    """Whether a verb begins the sentence, with the names of those behind it who did it."""
    word, lexicon = marked.tokens[run.parts[0]].word, marked.lexicon
    return (
        lexicon.grammar.head == "initial"
        and lexicon.presence.deeds.begin(word.fold)
        and word.fold.endswith(lexicon.verb_endings)
    )


def _qualifies(marked: TaggedArticle, index: int) -> bool:
    """Whether a lone capitalised word before `index` is an adjective of the noun there.

    Only where nouns are small: Бакинская консерватория.
    """
    grammar = marked.lexicon.grammar
    word = marked.tokens[index].word
    if (
        grammar.head != "initial"
        or not grammar.small_nouns
        or word.letters != Letters.LOWER
        or word.verbal
    ):
        return False
    return not marked.tags[index] or bool(
        marked.tags[index] & (Tag.BODY | Tag.DESCRIPTOR | Tag.KIND)
    )


def _named(marked: TaggedArticle, index: int) -> bool:
    """Whether a body, a venue or "named after" at `index` makes a thing of the words before."""
    tag, grammar = marked.tags[index], marked.lexicon.grammar
    great = marked.tokens[index].word.letters != Letters.LOWER
    if tag & Tag.DESCRIPTOR and grammar.head == "initial" and great:
        return marked.tokens[index - 1].word.ending == ""
    if (
        tag & Tag.BODY
        and not tag & (Tag.ROLE | Tag.PLACE)
        and (grammar.head == "initial" or _tied(marked, index))
    ):
        return marked.tokens[index - 1].word.ending == ""
    english = not grammar.small_nouns and bool(tag & Tag.DEMONYM)
    leads = grammar.head == "final" or english
    if marked.cued(index, "eponym_after"):
        return office_called.after(marked, index) is None
    return leads and _before_body(marked, index)


def _before_body(marked: TaggedArticle, index: int) -> bool:
    """Whether more words of a name lead from `index` to a body.

    X | Kongre ve Kültür Merkezi, Y Bey | Caddesi.
    """
    initial = marked.lexicon.grammar.head == "initial"
    for at in range(index, min(index + _BODY_WITHIN, len(marked.tokens))):
        tag = marked.tags[at]
        if marked.mark(at) in _WITHIN_BODY:
            continue  # X | Türk-Kazak Üniversitesi, X | (Uluslararası) Üniversitesi
        if at > index and (
            (tag & Tag.BODY and (initial or _tied(marked, at))) or marked.cued(at, "eponym_after")
        ):
            great = marked.tokens[at].word.letters != Letters.LOWER and not tag & Tag.ROLE
            return great and marked.mark(at + 1) != ")"  # X | (Gazi Üniversitesi)
        small = marked.tokens[at].word.letters == Letters.LOWER
        if (
            small
            and tag & Tag.CONJUNCTION
            and at > index
            and marked.tags[at - 1] & (Tag.DESCRIPTOR | Tag.BODY)
        ):
            continue
        if (
            small
            or not tag
            & (Tag.DESCRIPTOR | Tag.BODY | Tag.KIND | Tag.HONORIFIC | Tag.DEMONYM | Tag.MODIFIER)
            or tag & (Tag.ROLE | Tag.PLACE)
        ):
            return False
    return False


def _abbreviated(marked: TaggedArticle, run: Run) -> bool:
    """Whether the initials of the run follow in brackets, as behind the name of a body.

    Dəmir Təmiri (TDT).
    """
    if marked.mark(run.last) != "(" or marked.mark(run.last + 2) != ")":
        return False
    word = marked.tokens[run.last + 1].word
    initials = "".join(marked.tokens[part].word.fold[0] for part in run.parts)
    return word.letters == Letters.CAPITALS and word.fold.endswith(initials)


def _tied(marked: TaggedArticle, index: int) -> bool:
    """Whether the body at `index` has the ending that ties it to the word before it.

    Mərkəzi, not Mərkəz.
    """
    match = marked.matches[index]
    return match is not None and dictionary_forms.possessed(marked, match)
