"""Whether the text says that somebody took part."""

from bot.extraction.people.name_candidates import Run
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters


def ruled_out(marked: TaggedArticle, run: Run, role: OfficePhrase | None) -> bool:
    """Whether words on one side of a name say that only somebody else, or a thing of his, is there: the late X; X's heritage."""
    sentence = marked.sentence_of(run.first)
    start = role.first if role is not None and role.last <= run.first else run.first
    before = range(max(sentence.first, start - 2), run.first)
    counted = (
        run.last < sentence.last and marked.tokens[run.last].word.letters == Letters.NUMBER
    )  # X's 90th anniversary
    behind = range(run.last, min(sentence.last, run.last + (3 if counted else 2)))
    return any(marked.cued(i, "absent_before") for i in before) or any(
        marked.cued(i, "absent_behind")
        and not any(marked.mark(j) == "," for j in range(run.last, i))
        for i in behind
    )


def cued(marked: TaggedArticle, run: Run, role: OfficePhrase | None, key: str) -> bool:
    """Whether a cue named `key` stands near the name or its office."""
    start = min(run.first, role.first if role else run.first)
    end = max(run.last, role.last if role and role.first >= run.last else run.last)
    sentence = marked.sentence_of(run.first)
    low, high = max(sentence.first, start - 4), min(sentence.last, end + 3)
    return any(marked.cued(index, key) for index in (*range(low, start), *range(end, high)))
