"""Organisations as people name them in a command.

One or several, understood, or asked back about.
"""

from dataclasses import dataclass

from bot.commands.context import Context
from bot.messages.message import Line, Span, clean_line, fill_spans, line


@dataclass(frozen=True, slots=True)
class Named:
    """What an argument names.

    Attributes:
        known: Ids, each once, in the order named.
        unknown: What no organisation was found for.
    """

    known: tuple[str, ...]
    unknown: tuple[str, ...]


def named(context: Context, text: str) -> Named:
    """Return the organisations in `text`.

    One name, or several parted by commas, or by spaces where each word is one; "all" for all.
    """
    catalogue, find = context.services.catalogue, context.services.organizations.find
    if text == "all":
        return Named(tuple(organization.id for organization in catalogue.organizations), ())
    parts = [
        part.strip()
        for part in text.replace(";", ",").replace("\n", ",").split(",")
        if part.strip()
    ]
    known: dict[str, None] = {}
    unknown: list[str] = []
    for part in parts:
        whole = find(part)
        words = [whole] if whole else [find(word) for word in part.split()]
        if all(words):
            known.update(dict.fromkeys(word for word in words if word))
        else:
            unknown.append(part)
    return Named(tuple(known), tuple(unknown))


def written_so(context: Context, command: str, usage: str) -> Line:
    """Return how a command is written: what the answer to a slip ends with.

    Args:
        context: Who asks.
        command: Its name.
        usage: What may stand behind it, not yet translated.
    """
    example = context.command(f"{command} {context.gettext(usage)}")
    return fill_spans(context.gettext("Write it like this: {usage}"), usage=example)


def do_not_know(context: Context, text: str) -> Line:
    """Return the answer to a name that no organisation has.

    What was not understood, what may have been meant, and where to look.
    """
    _ = context.gettext
    near = context.services.organizations.suggest(text)
    sentences = [
        fill_spans(_("I don't know an organisation called “{name}”."), name=clean_line(text, 60))
    ]
    if near:
        sentences.append(
            fill_spans(
                _("Did you mean {suggestions}?"),
                suggestions=either(context, [context.name_of(name) for name in near]),
            )
        )
    sentences.append(
        fill_spans(_("{organizations} lists all."), organizations=context.command("organizations"))
    )
    return joined(sentences)


def follows_nothing(context: Context) -> Line:
    """Return what a chat is told that has not chosen anything yet."""
    return fill_spans(
        context.gettext("This chat follows nothing yet. To choose: {organizations}"),
        organizations=context.command("organizations"),
    )


def either(context: Context, options: list[str]) -> str:
    """Return `options` as a question offers them: "A, B or C"."""
    return context.gettext(" or ").join(
        [", ".join(options[:-1]), options[-1]] if len(options) > 1 else options
    )


def joined(sentences: list[Line]) -> Line:
    """Return `sentences` as one line, a space between them."""
    spans: list[Span] = []
    for sentence in sentences:
        spans += [*([Span(" ")] if spans else []), *sentence]
    return line(*spans)
