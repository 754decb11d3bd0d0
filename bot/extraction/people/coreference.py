"""What a mere "the union" or "the university" stands for.

The body last named in full whose last word it is.

"The Union of Turkic Universities met … The union's president spoke": a card that says "president,
union" says too little.
"""

from bisect import bisect_left

from bot.extraction.people import declined_names, dictionary_forms
from bot.extraction.people.name_words import HYPHENS
from bot.extraction.people.office_beginnings import apart
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_FAR = 400  # phrases looked back over: more than any article of a page holds
_LONGEST = 16  # tokens
_INNER = Tag.BODY | Tag.DESCRIPTOR | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION
_FIELD = Tag.DESCRIPTOR | Tag.BODY
_QUOTES = frozenset("\"“”«»'")


def organization(marked: TaggedArticle, body: Match) -> str | None:
    """Return the organisation last named before that the lone word `body` stands for, or None.

    The word is the first body of its name: the Fund, of the Turkic Investment Fund; the university
    is no Union of Universities.
    """
    stem = marked.tokens[body.last - 1].word.stem
    at = bisect_left(marked.found, body.first, key=lambda match: match.first)
    for match in reversed(marked.found[max(0, at - _FAR) : at]):
        shown = _headed(marked, match, stem) if match.tag & Tag.ORGANIZATION else None
        if shown is not None:
            return shown
    return None


def only(marked: TaggedArticle, body: Match) -> str | None:
    """Return the one body named before that the lone word `body` can stand for, or None.

    The Craft Foundation opened a school; the | foundation's chairman. Of two nobody knows which,
    unless but one of them stands in the same sentence.
    """
    opens = marked.sentence_of(body.first).first
    stem = marked.tokens[body.last - 1].word.stem
    at = bisect_left(marked.found, body.first, key=lambda match: match.first)
    names: dict[str, str] = {}
    beside: dict[str, str] = {}
    for match in marked.found[max(0, at - _FAR) : at]:
        if match.tag & Tag.ORGANIZATION:
            name = _headed(marked, match, stem)
        elif match.tag & Tag.BODY and stem in marked.tokens[match.last - 1].word.stems:
            name = _name(marked, match)
        else:
            continue
        if name:
            names[fold(name)] = name
            if match.first >= opens:
                beside[fold(name)] = name
    meant = names if len(names) == 1 else beside
    return next(iter(meant.values())) if len(meant) == 1 else None


def _name(marked: TaggedArticle, match: Match) -> str | None:
    """Return the name of its own that a body has, where heads of names do not stand last."""
    if marked.lexicon.grammar.people.declensions:
        return declined_names.name(marked, match)[0]
    return capitals(marked, match)


def _headed(marked: TaggedArticle, match: Match, stem: str) -> str | None:
    """Return an organisation if the first word for a body in its name has this stem."""
    bodies = marked.lexicon.grammar.people.bodies
    shown = next(e.shown for e in match.entries if e.tag == Tag.ORGANIZATION)
    first = next((word for word in shown.lower().split() if word in bodies), "")
    return shown if first and marked.lexicon.vocabulary.word(first).stem == stem else None


def capitals(marked: TaggedArticle, match: Match) -> str | None:
    """Return a body's name of words with capitals: Osh State | University, Academy | of Crafts.

    Only of languages that write them so; None where the word for the body stands alone.
    """
    if marked.lexicon.grammar.small_nouns or not _great(marked, match.last - 1):
        return None
    low = max(marked.sentence_of(match.first).first, match.first - _LONGEST)
    high = min(marked.sentence_of(match.first).last, match.last + _LONGEST)
    first, last = match.first, match.last
    while first > low and _great(marked, first - 1) and not marked.tokens[first - 1].word.ending:
        first -= 1
    while first < match.first and marked.tags[first] & (Tag.FUNCTION | Tag.ROLE | Tag.TITLE):
        first += 1
    last = _behind(marked, last, high)
    longer = last - first > match.last - match.first
    return dictionary_forms.text(marked, first, last) if longer else None


def _behind(marked: TaggedArticle, at: int, high: int) -> int:
    """Return where ends what a body is of: Academy of Crafts and Design |; else `at`."""
    last = at
    while last < high and marked.tags[last] & Tag.PREPOSITION:
        last += 1
    of = last > at and marked.folds[at] in marked.lexicon.presence.belongs
    if not of or last >= high or not _great(marked, last):
        return at
    while last < high and (_great(marked, last) or _joined(marked, last)):
        last += 1
    return last


def _joined(marked: TaggedArticle, index: int) -> bool:
    """Whether an "and" at `index` joins one more field of work: Crafts | and Design."""
    if not marked.tags[index] & Tag.CONJUNCTION or index + 1 == len(marked.tags):
        return False
    return bool(marked.tags[index + 1] & _FIELD) and _great(marked, index + 1)


def _great(marked: TaggedArticle, index: int) -> bool:
    return marked.tokens[index].word.letters in {Letters.CAPITAL, Letters.CAPITALS}


def full_name(marked: TaggedArticle, body: Match) -> str | None:
    """Return the full name of the body that the lone word `body` alludes to.

    None where no such body is named before it. A body that only says whose somebody's office is
    (the professor of the University of X) comes second.
    """
    stem = marked.tokens[body.last - 1].word.stem
    generic = any(entry.shown in marked.lexicon.grammar.people.any_body for entry in body.entries)
    alike = _last_named(marked, body, stem, generic=False)
    return alike or (_last_named(marked, body, stem, generic=True) if generic else None)


def _last_named(marked: TaggedArticle, body: Match, stem: str, *, generic: bool) -> str | None:
    """Return the body last named before the word `body` with its stem; any one if `generic`."""
    at = bisect_left(marked.found, body.first, key=lambda match: match.first)
    somebodys: str | None = None
    for match in reversed(marked.found[max(0, at - _FAR) : at]):
        if match.tag & Tag.ORGANIZATION and (
            generic or stem in marked.tokens[match.last - 1].word.stems
        ):
            return next(entry.shown for entry in match.entries if entry.tag == Tag.ORGANIZATION)
        if stem not in marked.tokens[match.last - 1].word.stems:
            continue
        name = ended(marked, match)
        if name is None:
            continue
        if match.last >= len(marked.tags) or not marked.tags[match.last] & (
            Tag.ROLE | Tag.MODIFIER
        ):
            return name
        somebodys = somebodys or name
    return somebodys


def ended(marked: TaggedArticle, match: Match, floor: int = 0) -> str | None:
    """Return the name of the body that ends with the word `match`, None where it has none.

    Where nouns end a chain: Kafkas | Üniversitesi. It begins no earlier than at `floor`.
    """
    if not match.tag & Tag.BODY or not dictionary_forms.possessed(marked, match):
        return None
    first = max(floor, _first(marked, match))
    if marked.names_after(first):
        first = _namesake_begins(marked, floor, first)
    small = (at for at in range(match.first - 1, first - 1, -1) if _small_office(marked, at))
    first = next(small, first - 1) + 1  # TÜRKSOY temsilcileri | Kafkas Üniversitesi
    named = range(first, match.first)
    if not any(_great(marked, at) for at in named):
        return None
    closed = match.last < len(marked.tokens) and marked.tokens[match.last].word.text in _QUOTES
    if marked.tokens[first].word.text in _QUOTES and closed:
        first += 1  # «Отандастар қоры | » КЕАҚ
    return dictionary_forms.nominative(marked, first, match.last, marked.lexicon.obliques)


def _namesake_begins(marked: TaggedArticle, floor: int, after: int) -> int:
    """Return where the name begins that a body bears, honorifics in it: | Қорқыт ата атындағы."""
    first, opens = after, max(floor, marked.sentence_of(after).first)
    while first > opens and (marked.tags[first - 1] & Tag.HONORIFIC or _great(marked, first - 1)):
        first -= 1
    return first


def _small_office(marked: TaggedArticle, index: int) -> bool:
    """Whether an office in small letters stands at `index`, which no name of a body holds."""
    word, tag = marked.tokens[index].word, marked.tags[index]
    office = tag & Tag.ROLE and not tag & (_INNER & ~Tag.DESCRIPTOR)
    return bool(office) and word.letters == Letters.LOWER and _great(marked, index + 1)


def _first(marked: TaggedArticle, match: Match) -> int:
    """Return where the name of a body begins that ends with `match`.

    Its nouns and capitals to the left.
    """
    low = max(marked.sentence_of(match.first).first, match.first - _LONGEST)
    index = first = match.first
    while index > low:
        index -= 1
        word, tag = marked.tokens[index].word, marked.tags[index]
        if tag & Tag.KIND and marked.tags[index + 1] & Tag.PLACE and _opens(marked, index):
            break  # Жыйын | Ош шаарында өттү
        if tag & Tag.CONJUNCTION and _complete(marked, index - 1):
            break  # the Fund and | the Holding
        if marked.ends_chain(index) or (tag & Tag.BODY and apart(marked, index)):
            break
        if (
            tag & _INNER
            or marked.names_after(index)
            or (tag == Tag.NONE and word.letters in {Letters.CAPITAL, Letters.CAPITALS})
            or _members(marked, index)
        ):
            first = index
        elif not (
            tag & Tag.CONJUNCTION
            or word.text in _QUOTES
            or word.text in HYPHENS
            or word.text == "."
        ):
            break
    return first - 1 if first > low and marked.tokens[first - 1].word.text in _QUOTES else first


def _members(marked: TaggedArticle, index: int) -> bool:
    """Whether a body is of those told at `index`: Қазақстан | Жазушылар одағы."""
    word, lexicon = marked.tokens[index].word, marked.lexicon
    many = word.fold.endswith(lexicon.plurals) and not word.fold.endswith(lexicon.possessives)
    return bool(marked.tags[index] & Tag.ROLE) and many and word.letters == Letters.CAPITAL


def _opens(marked: TaggedArticle, index: int) -> bool:
    return marked.sentence_of(index).first == index


def _complete(marked: TaggedArticle, index: int) -> bool:
    """Whether a body's whole name ends at `index`: Түркі инвестициялық қоры."""
    while index and marked.tokens[index].word.text in _QUOTES:
        index -= 1
    match = marked.matches[index]
    if match is None or not match.tag & (Tag.BODY | Tag.ORGANIZATION):
        return False
    named = match.tag & Tag.ORGANIZATION or dictionary_forms.possessed(marked, match)
    return bool(named) and not match.tag & Tag.DESCRIPTOR
