"""What a body is for, told in its name with an object and a deed: Туризмді дамыту қоры.

The object's case would part it from what stands behind; before such a noun it is of the name.
"""

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

_WORKS = 6  # tokens from what is worked on to the body that works on it


def of_work(marked: TaggedArticle, index: int) -> bool:
    """Whether an object at `index` is what a body is for: Туризмді | дамыту қоры."""
    lexicon, ahead = marked.lexicon, index + 1
    objects = (*lexicon.tied_objects, *lexicon.object_endings)
    if not lexicon.works or not marked.folds[index].endswith(objects):
        return False
    small = marked.tokens[index].word.letters == Letters.LOWER
    limit = min(index + _WORKS, len(marked.tokens))
    while ahead < limit and not marked.tags[ahead] & (Tag.BODY | Tag.MODIFIER | Tag.ROLE):
        if small and marked.tokens[ahead].word.letters == Letters.CAPITAL:
            return False  # баяндаманы | Тилтаануу институтунун директору окуду
        works = marked.folds[ahead].endswith(lexicon.works)
        joined = marked.tags[ahead] & Tag.CONJUNCTION
        # one more that is worked on: Экспортту жана инвестицияны | колдоо агенттиги
        object_ = marked.folds[ahead].endswith(lexicon.object_endings) and bool(
            marked.tags[ahead - 1] & Tag.CONJUNCTION
        )
        if not (works or joined or object_ or _worked_on(marked, ahead)):
            return False
        ahead += 1
    body = marked.matches[ahead] if ahead < limit else None
    return ahead > index + 1 and body is not None and bool(body.tag & Tag.BODY)


def _worked_on(marked: TaggedArticle, index: int) -> bool:
    """Whether a work itself is the object of another: дамытуды | қолдау."""
    lexicon, word = marked.lexicon, marked.folds[index]
    return any(
        word.endswith(end) and word.removesuffix(end).endswith(lexicon.works)
        for end in lexicon.object_endings
    )
