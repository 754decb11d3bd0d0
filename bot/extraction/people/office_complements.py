"""What stands inside the complement of an office: "President of | the Academy of Sciences of X".

Where the head of an office stands first (English, Russian), the way back from a name leads over
such a complement to the office that governs it. It never crosses a verb, a person or a list's
comma.
"""

from bot.extraction.people.declension import cases_of
from bot.extraction.people.dictionary_forms import plural
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

INNER = Tag.BODY | Tag.DESCRIPTOR | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION
HEADS = Tag.ROLE | Tag.TITLE
_QUOTES = frozenset("\"“”«»„'‘’")
LEADERS = frozenset("–—:")  # lead from an office to its holders: "members – A and B"
LONGEST = 34  # tokens; the longest chain seen in the field has 27
_NOMINATIVES = frozenset("еоиуюыа")  # ends of words that have one form in several cases
_LEAD = 8  # tokens of a body that stands before its office
_FIELD = Tag.BODY | Tag.DESCRIPTOR
_FIELDS = 12  # tokens of a list of fields of work
CLOSERS = {")": "(", "”": "“", "»": "«", '"': '"'}


def skip_group(marked: TaggedArticle, floor: int, index: int) -> int:
    """Return the index before the brackets or quotation that close at `index`, else `index`."""
    opener = CLOSERS.get(marked.mark(index)) if index > floor else None
    if opener is None:
        return index
    for at in range(index - 1, max(floor, index - 14) - 1, -1):
        if marked.mark(at) == opener:
            return at - 1
    return index


def outermost(marked: TaggedArticle, floor: int, at: int) -> Match | None:
    """Walk back over a complement to the office that governs it, the outermost of nested ones."""
    head: Match | None = None
    index, limit = at - 1, max(floor, at - LONGEST)
    while index >= limit:
        skipped = skip_group(marked, floor, index)
        if skipped < index:
            index = skipped  # the "Name in Quotation Marks" Festival
            continue
        match = marked.matches[index]
        if match is not None and match.tag & HEADS and not of_body(marked, match):
            if head is not None and (_apart(marked, head) or disagree(marked, match, head)):
                break
            head, index = match, match.first - 1
        elif _complements(marked, index, at):
            index = (match.first if match is not None else index) - 1
        else:
            break
    return head


def of_body(marked: TaggedArticle, match: Match) -> bool:
    """Whether an office told of many is what a body is made of: the Cabinet of | Ministers."""
    before = match.first - 1
    led = marked.tags[before] & Tag.PREPOSITION and marked.tags[before - 1] & Tag.BODY
    return bool(match.tag & Tag.DESCRIPTOR and led) and before > 1


def _apart(marked: TaggedArticle, inner: Match) -> bool:
    """Whether an office stands in a case that no complement of another does: президенту X.

    Whatever case a preposition before it asks for is a complement's.
    """
    people = marked.lexicon.grammar.people
    before = inner.first - 1
    led = marked.tags[before] & (Tag.PREPOSITION | Tag.CONJUNCTION)
    if not people.declensions or led or marked.mark(before):
        return False
    word = marked.tokens[inner.last - 1].word
    told = [
        cases_of(form, entry.words[-1], people.declensions)
        for form in (word.fold, word.base.lower())
        for entry in inner.entries
        if entry.tag & HEADS
    ]
    cases = frozenset().union(*told)
    return bool(cases) and "genitive" not in cases


def disagree(marked: TaggedArticle, outer: Match, inner: Match) -> bool:
    """Whether an office in a case of its own is followed by one in the nominative.

    It is somebody else's: перед встречей министров культуры | генеральный секретарь X.
    """
    before = inner.first - 1
    led = marked.tags[before] & (Tag.PREPOSITION | Tag.CONJUNCTION) or marked.mark(before)
    offices = outer.tag & inner.tag & Tag.ROLE and not outer.tag & Tag.MODIFIER
    if not marked.lexicon.grammar.people.declensions or led or not offices:
        return False
    ends = _NOMINATIVES.isdisjoint(marked.folds[inner.last - 1][-1])
    declined = not all(marked.plain(at) for at in range(outer.first, outer.last))
    return ends and declined and all(marked.plain(at) for at in range(inner.first, inner.last))


def _complements(marked: TaggedArticle, index: int, end: int) -> bool:
    """Whether the token at `index` can stand in an office's complement that ends before `end`."""
    token, tag = marked.tokens[index].word, marked.tags[index]
    if tag & Tag.CONJUNCTION:
        return index != end - 1 and not _parts_offices(marked, index)
    numbered = index + 1 < end and ordinal(marked, index)
    if tag & (INNER | Tag.PREPOSITION | Tag.MODIFIER | Tag.MONTH) or numbered:
        return True
    if token.letters == Letters.MARK:
        return joins(marked, index, end)
    if marked.cued(index, "eponym_before") or (
        tag == Tag.CUE and marked.tags[index - 1] & Tag.BODY and index < end - 1
    ):
        return True  # университета имени Абая, ансамбля песни и танца
    if tag & Tag.FUNCTION or (tag & Tag.CUE and not marked.cued(index, "town_words")):
        return article(marked, index)
    if token.letters == Letters.LOWER:
        given = marked.lexicon.appointing.begin(token.fold)  # Главой совета | избрана X
        named = index + 1 < end and marked.tags[index + 1] & _FIELD  # избирательной | комиссии
        if token.verbal or (given and not named):
            return False
        return marked.lexicon.grammar.small_nouns or _adjective(marked, index)
    return True


def ordinal(marked: TaggedArticle, index: int) -> bool:
    """Whether what stands at `index` makes a number an ordinal: of the 47 | th Commission."""
    token = marked.tokens[index]
    small = token.word.letters == Letters.LOWER and not marked.tags[index]
    return small and token.glued and marked.tokens[index - 1].word.letters == Letters.NUMBER


def _adjective(marked: TaggedArticle, index: int) -> bool:
    """Whether a small word that no list knows qualifies a field: for | multilateral cooperation."""
    before, behind = marked.tags[index - 1], marked.tags[index + 1]
    led = before & (Tag.PREPOSITION | Tag.DESCRIPTOR | Tag.CONJUNCTION)
    return not marked.tags[index] and bool(led) and bool(behind & Tag.DESCRIPTOR)


def _parts_offices(marked: TaggedArticle, index: int) -> bool:
    """Whether an "and" parts the office of somebody unnamed from the next.

    Head of X and | rector Y.

    Two bare offices are one person's: Deputy Prime Minister and Minister of Trade Y.
    """
    ahead = index + 1
    while marked.tags[ahead] & (Tag.FUNCTION | Tag.MODIFIER) and not marked.tags[ahead] & HEADS:
        ahead += 1
    if marked.tags[ahead] & Tag.DESCRIPTOR and marked.tags[ahead + 1] & Tag.ROLE:
        ahead += 1  # and Regional | Director
    before = marked.matches[index - 1]
    own = before is not None and before.tag & HEADS and not plural(marked, before)
    behind = marked.matches[ahead]
    if before is not None and behind is not None and plural(marked, behind):
        own = own or _members(marked, before)
    return bool(marked.tags[ahead] & HEADS) and not own


def _members(marked: TaggedArticle, match: Match) -> bool:
    """Whether an office told of many is what a body is of: Union of Engineers | and Architects."""
    before = match.first - 1
    led = before > 1 and marked.tags[before] & Tag.PREPOSITION
    body = bool(led) and marked.tags[before - 1] & Tag.BODY and marked.tags[before - 2]
    great = marked.tokens[before - 1].word.letters == Letters.CAPITAL
    return bool(body) and great and bool(match.tag & HEADS) and plural(marked, match)


def joins(marked: TaggedArticle, index: int, end: int) -> bool:
    """Whether the mark at `index` stands inside an office's complement that ends before `end`."""
    text = marked.tokens[index].word.text
    if text in _QUOTES or text in "()-‑&/№":
        return True
    if text in LEADERS and text != ":":  # Deputy Prime Minister – Minister of Trade
        ahead = index + 1
        ahead += bool(marked.tags[ahead] & Tag.DESCRIPTOR and not marked.tags[ahead] & HEADS)
        return bool(
            marked.tags[index - 1] & HEADS
            and marked.tags[ahead : ahead + 1]
            and marked.tags[ahead] & HEADS
        )
    if text == ".":
        return len(marked.tokens[index - 1].word.text) <= 2
    if text != "," or index + 1 >= end:
        return False
    if marked.tags[index - 1] & marked.tags[index + 1] & Tag.PLACE:
        return not marked.tokens[index + 1].word.ending  # of Kazakhstan, | Türkiye and Hungary
    if not marked.lexicon.grammar.small_nouns and office_ahead(marked, index + 1):
        return False  # of the Ministry of Culture, | OTS Secretary General X
    if _within_fields(marked, index, end):
        return True
    ahead = index + 2 if _last_of_fields(marked, index, end) else index + 1
    return bool(
        marked.tags[ahead] & INNER
        and not marked.tags[ahead] & (Tag.PLACE | Tag.DEMONYM | Tag.ROLE | Tag.TITLE)
    ) and bool(
        marked.tags[index - 1] & INNER or marked.tokens[index - 1].word.letters == Letters.LOWER
    )


def office_ahead(marked: TaggedArticle, index: int) -> bool:
    """Whether an office comes at `index` behind its body or its fields alone: WHO | Director."""
    last = min(index + _LEAD, len(marked.tokens))
    while index < last and not marked.tags[index] & HEADS:
        match = marked.matches[index]
        short = match is None and marked.tokens[index].word.letters == Letters.CAPITALS
        if not short and not marked.tags[index] & (INNER | Tag.MODIFIER):
            return False
        index = match.last if match is not None else index + 1
    return index < last


def _within_fields(marked: TaggedArticle, index: int, end: int) -> bool:
    """Whether a comma parts fields of work, one of which no list knows, before an "and".

    Policy, | Diaspora, | Interfaith and Religious Affairs; a name would have two words.
    """
    behind_known = index > 2 and marked.mark(index - 2) == "," and marked.tags[index - 3] & INNER
    if not marked.tags[index - 1] & INNER and not behind_known:
        return False
    at, last = index, min(end, index + _FIELDS)
    while at + 2 < last and marked.mark(at) == ",":
        great = marked.tokens[at + 1].word.letters == Letters.CAPITAL
        if not great or marked.tags[at + 1] & ~(Tag.DESCRIPTOR | Tag.BODY):
            return False
        at += 2
    if at + 1 >= last or not marked.tags[at] & Tag.CONJUNCTION:
        return False
    return field_ahead(marked, at + 1)


def field_ahead(marked: TaggedArticle, index: int) -> bool:
    """Whether a field of work is told at `index`, and no office with it: Medical | Industry."""
    qualified = marked.tags[index] in {Tag.NONE, Tag.MODIFIER}
    great = marked.tokens[index].word.letters == Letters.CAPITAL
    at = index + 1 if qualified and great else index
    field = at < len(marked.tokens) and marked.tags[at] & Tag.DESCRIPTOR
    return bool(field) and not office_ahead(marked, at)


def _last_of_fields(marked: TaggedArticle, index: int, end: int) -> bool:
    """Whether "and" follows a comma before the last great word of a list: Sport, | and Youth."""
    if index + 2 >= end or not marked.tags[index + 1] & Tag.CONJUNCTION:
        return False
    sides = (marked.tokens[at].word.letters for at in (index - 1, index + 2))
    return all(letters == Letters.CAPITAL for letters in sides)


def article(marked: TaggedArticle, index: int) -> bool:
    """Whether the small word at `index` goes on with a complement: of | the."""
    before = index - 1
    if marked.tags[before] & Tag.FUNCTION and before and not marked.mark(before):
        before -= 1  # of both | the
    return bool(marked.tags[before] & (Tag.PREPOSITION | Tag.CONJUNCTION))


def without_object(marked: TaggedArticle, match: Match) -> Match | None:
    """Return the last word of an office whose first is an object: Orkestrayı | şef X yönetti.

    None where an office of several words stands as it should.
    """
    lexicon, word = marked.lexicon, marked.tokens[match.first].word
    objects = tuple(end for end in lexicon.object_endings if len(end) > 1)
    if match.last - match.first == 1 or not objects or lexicon.grammar.head != "final":
        return None
    if not any(word.fold == f"{entry.words[0]}{end}" for entry in match.entries for end in objects):
        return None
    found = lexicon.phrases.find(marked.tokens, match.last - 1, match.last)
    return next((alone for alone in found if alone.tag & Tag.ROLE), None)


def nested(marked: TaggedArticle, floor: int, first: int) -> bool:
    """Whether an office is the complement of another: chief advisor to the | president X.

    Where nouns are written with capitals, only an article tells: press secretary of | President Y.
    """
    grammar = marked.lexicon.grammar
    if grammar.head != "initial" or grammar.small_nouns:
        return grammar.head == "initial"
    return (
        first - 2 > floor
        and marked.tokens[first - 1].word.fold in marked.lexicon.articles
        and bool(marked.tags[first - 2] & Tag.PREPOSITION)
    )
