"""Keeps the gettext catalogues in step with the code.

Every sentence that the bot says is found by its mark and brought into each language.

A sentence is marked by standing in a call of `gettext`, `ngettext` or `_`, or of `N_` where it is
translated only later (descriptions of commands, causes of failures), or of the same names in a
template of a page. `make messages` runs this: it
writes `locales/tcobot.pot`, brings the catalogue of every language up to date without losing a
translation, drops what no sentence needs any longer, and tells what is left to translate.
"""

import ast
import io
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from string import Formatter
from typing import BinaryIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from bot.language.translator import DOMAIN, LOCALES
from config.languages import INTERFACE_LANGUAGES

ROOT = Path(__file__).parents[2]
FOLDERS = ("bot",)
"""Where sentences for people stand."""

SOURCE = "en"
"""The language of the sentences in the code, which needs no catalogue."""

Text = str | Sequence[str] | None
"""One sentence, or the forms of one that counts."""

_MARKS = {
    "gettext": None,
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_HEADER = (
    "# What the bot says, in {language}. The ids are the English sentences;"
    " `make messages` keeps this file in step with the code."
)
_EDGE = re.compile(r"^\s|\s$")


def translated_languages() -> list[str]:
    """Return the languages that need a catalogue."""
    return [language for language in INTERFACE_LANGUAGES if language != SOURCE]


def catalogue_path(language: str, directory: Path = LOCALES) -> Path:
    """Return where the catalogue of `language` stands."""
    return directory / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extract(root: Path = ROOT) -> Catalog:
    """Return the template: every marked sentence of the code under `root`.

    With the files that say it.
    """
    template = Catalog(
        project=DOMAIN,
        charset="utf-8",
        fuzzy=False,
        header_comment=_HEADER.format(language="English"),
    )
    places: dict[tuple[str, ...], set[str]] = {}
    for folder in FOLDERS:
        method = [("**.py", marked), ("**.html", babel_extract)]
        # Babel takes functions as well as names of methods
        found = extract_from_dir(root / folder, method, keywords=_MARKS)  # type: ignore[arg-type]
        for file, _line, sentence, _comments, context in found:
            said = (context or "", *_forms(sentence))
            places.setdefault(said, set()).add(f"{folder}/{file}")
    for context, *forms in sorted(places, key=lambda said: (said[1:], said[0])):
        template.add(
            tuple(forms) if len(forms) > 1 else forms[0],
            locations=[(file, 0) for file in sorted(places[context, *forms])],
            context=context or None,
        )
    return template


Marked = Iterator[tuple[int, str, list[str | None], list[str]]]


def marked(
    file: BinaryIO,
    keywords: Collection[str],
    comment_tags: object,  # noqa: ARG001 - Babel's call
    options: object,  # noqa: ARG001 - Babel's call
) -> Marked:
    """Yield the marked calls of a Python file, as Babel asks for them.

    Line, mark, literal arguments (None for others), no comments.

    Babel's own reader works on tokens and does not see into an f-string, or does so on newer
    Pythons alone.
    """
    for node in ast.walk(ast.parse(file.read())):
        if (
            isinstance(node, ast.Call)
            and (mark := str(getattr(node.func, "id", getattr(node.func, "attr", "")))) in keywords
        ):
            literals = [
                argument.value
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                else None
                for argument in node.args
            ]
            yield node.lineno, mark, literals, []


def updated(language: str, template: Catalog, directory: Path = LOCALES) -> Catalog:
    """Return the catalogue of `language` with just the sentences of `template`, translated."""
    path = catalogue_path(language, directory)
    catalogue = Catalog(language, domain=DOMAIN, project=DOMAIN, charset="utf-8", fuzzy=False)
    known = (
        read_po(io.BytesIO(path.read_bytes()), locale=language, domain=DOMAIN)
        if path.exists()
        else catalogue
    )
    catalogue.header_comment = _HEADER.format(
        language=catalogue.locale.english_name if catalogue.locale else language
    )
    for message in template:
        if message.id:
            old = known.get(message.id, message.context)
            same = old is not None and old.id == message.id and not old.fuzzy
            untranslated = "" if isinstance(message.id, str) else ("",) * catalogue.num_plurals
            catalogue.add(
                message.id,
                old.string if old is not None and same else untranslated,
                locations=message.locations,
                context=message.context,
            )
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Return the text of a catalogue or template, the same for the same sentences.

    Without dates and numbers of lines.
    """
    out = io.BytesIO()
    write_po(out, catalogue, width=120, omit_header=True, include_lineno=False)
    header = [
        catalogue.header_comment,
        'msgid ""',
        'msgstr ""',
        *(f'"{name}: {value}\\n"' for name, value in _header(catalogue)),
    ]
    return "\n".join(header).encode() + b"\n\n" + out.getvalue().strip() + b"\n"


def _header(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    yield "Project-Id-Version", DOMAIN
    if catalogue.locale is not None:
        yield "Language", str(catalogue.locale)
        yield "Plural-Forms", catalogue.plural_forms
    yield "MIME-Version", "1.0"
    yield "Content-Type", "text/plain; charset=utf-8"
    yield "Content-Transfer-Encoding", "8bit"


def faults(catalogue: Catalog, template: Catalog) -> list[str]:
    """Return what is wrong with a catalogue, a line each.

    Missing, unused, fuzzy, untranslated, broken placeholders, wrong plural forms.
    """
    wanted = {_key(message): message for message in template if message.id}
    had = {_key(message): message for message in catalogue if message.id}
    found = [f"missing: {_name(message.id)}" for key, message in wanted.items() if key not in had]
    unused = [message for key, message in had.items() if key not in wanted]
    found += [f"unused: {_name(message.id)}" for message in (*unused, *catalogue.obsolete.values())]
    for message in had.values():
        found += [
            f"{fault}: {_name(message.id)}" for fault in _faults_of(message, catalogue.num_plurals)
        ]
    return found


def _key(message: Message) -> tuple[str | None, Text]:
    return message.context, message.id


def _faults_of(message: Message, forms: int) -> Iterator[str]:
    sources, strings = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield "fuzzy"
    if len(sources) > 1 and len(strings) != forms:
        yield f"{len(strings)} plural forms in place of {forms}"
    if not all(strings):
        yield "untranslated"
        return
    for string in strings:
        try:
            placeholders, allowed = (
                _placeholders(string),
                [_placeholders(source) for source in sources],
            )
        except ValueError as error:
            yield f"broken placeholder ({error})"
            continue
        if placeholders not in allowed:
            yield f"has {sorted(placeholders)} in place of {sorted(allowed[-1])}"
        if _EDGE.findall(string) != _EDGE.findall(sources[0]):
            yield "begins or ends with other spaces"


def _placeholders(text: str) -> Counter[str]:
    """Return the {names} in `text`.

    Raises ValueError for a brace that stands alone, and for more in braces than a name.
    """
    names = Counter[str]()
    for _literal, name, pattern, conversion in Formatter().parse(text):
        if name is not None:
            if not name.isidentifier() or pattern or conversion:
                raise ValueError(f"{{{name}}} is no plain name")
            names[name] += 1
    return names


def _forms(text: Text) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _name(sentence: Text) -> str:
    return f"«{_forms(sentence)[0]}»"


def main() -> None:
    """Write the template and all catalogues, and tell what is left to do."""
    template = extract()
    (LOCALES / f"{DOMAIN}.pot").parent.mkdir(parents=True, exist_ok=True)
    (LOCALES / f"{DOMAIN}.pot").write_bytes(written(template))
    for language in translated_languages():
        catalogue = updated(language, template)
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalogue))
        left = faults(catalogue, template)
        sys.stdout.write(
            f"{language}: {len(template)} sentences, {len(left)} to look at\n"
            + "".join(f"  {fault}\n" for fault in left)
        )


if __name__ == "__main__":
    main()
