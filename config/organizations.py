"""The Turkic Cooperation Organizations: all their names, where they sit and who heads them."""

from collections.abc import Iterator
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from config.languages import choose
from config.text import fold
from config.toml import Checked, wrong
from config.types import Colour, CountryCode, Identifier, Label, Name, Names, PartialDate, Url


class OrganizationSpelling(NamedTuple):
    """One way to write an organisation.

    Attributes:
        text: As written, NFC.
        language: The language that writes it so.
        organization: The organisation's id.
        kind: "name", "former", "abbreviation", "weak" or "shared"; the last two count only with
            company (`CompanyWords`).
    """

    text: str
    language: str
    organization: str
    kind: str


class Namesake(Checked):
    """An office of somebody else who bears a head's name.

    Attributes:
        office: What it is, by the key of an office in concepts.toml: head_of_government.
        country: Of which country.
    """

    office: str
    country: CountryCode


class Head(Checked):
    """Somebody who heads or headed an organisation.

    Attributes:
        name: As the organisation writes it in English.
        role: The office, in English.
        since: First day in office as far as known.
        until: Last day in office; None for one still in office when this was written.
        spellings: Other spellings seen; they link articles to one person and are never used to find
            people.
        namesakes: Others who bear the name, by their office: they are told apart from the head.
    """

    name: Name
    role: Name
    since: PartialDate | None = None
    until: PartialDate | None = None
    spellings: tuple[Name, ...] = ()
    namesakes: tuple[Namesake, ...] = ()


class Organization(Checked):
    """A Turkic Cooperation Organization.

    Attributes:
        id: As used in subscriptions and in readings.
        seat: Id of the city of its secretariat, or None where it has no permanent one.
        site: Its home page.
        founded: When it was founded.
        colour: What pictures and pages show it in on light paper; a grey unless given.
        colour_on_dark: The same on dark paper.
        names: Today's full names.
        former: Names that it had, and slips and variants that outlets use.
        abbreviations: Abbreviations and brands that mean this organisation alone.
        weak: Abbreviations that mean other things too.
        shared: Names that others bear too.
        strangers: Per language, how words begin that stand in texts about the namesakes of `weak`.
        gatherings: Names of events that are its own; they count in the headline and the lead.
        convenes: How its states are called together: what their ministers hold is its own.
        honours: Titles that it bestows; they count there beside what is held or told of them.
        short: What a digest line shows.
        heads: Who heads it and who did.
    """

    id: Identifier
    seat: Identifier | None = None
    site: Url | None = None
    founded: PartialDate
    colour: Colour = "#5b6470"
    colour_on_dark: Colour = "#a8b1bb"
    names: Names
    former: Names = Field(default_factory=dict)
    abbreviations: Names = Field(default_factory=dict)
    weak: Names = Field(default_factory=dict)
    shared: Names = Field(default_factory=dict)
    strangers: Names = Field(default_factory=dict)
    gatherings: Names = Field(default_factory=dict)
    convenes: Names = Field(default_factory=dict)
    honours: Names = Field(default_factory=dict)
    short: Label
    heads: tuple[Head, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for table, needed in (("names", self.names), ("short", self.short)):
            if "en" not in needed:
                raise wrong(
                    "has no English entry",
                    "add en: it stands in for languages that have none",
                    table,
                )
        strong = {fold(text) for texts in self.abbreviations.values() for text in texts}
        for language, texts in self.weak.items():
            if twice := [text for text in texts if fold(text) in strong]:
                raise wrong(
                    f"holds «{twice[0]}», which is in abbreviations too",
                    "keep it in one of the two",
                    f"weak.{language}",
                )
        return self

    def name(self, language: str) -> str:
        """Return the full name in `language`, or in the nearest language that has one."""
        return choose(self.names, language)[0]

    def short_name(self, language: str) -> str:
        """Return the name for a digest line in `language`, or in the nearest that has one."""
        return choose(self.short, language)

    def spellings(self) -> Iterator[OrganizationSpelling]:
        """Yield every way to write this organisation, in every language."""
        tables = (
            ("name", self.names),
            ("former", self.former),
            ("abbreviation", self.abbreviations),
            ("weak", self.weak),
            ("shared", self.shared),
        )
        for kind, table in tables:
            for language, texts in table.items():
                for text in texts:
                    yield OrganizationSpelling(text, language, self.id, kind)


class CompanyWords(Checked):
    """What makes a weak abbreviation or a shared name count, in words of every language.

    Attributes:
        company: How words begin that do wherever they stand.
        neighbours: The same, of words that must stand beside it.
        world: The same, of words that do so only beside a gathering of its own.
        officials: How the offices begin of those who act for a state.
        apart: Words right before an abbreviation that say that there are several such things.
        unions: Names of other unions of states, whose gatherings are not a Turkic body's:
            abbreviations as they are written, longer names as they begin.
        states: Codes of the countries that belong to the organisations or observe there.
        observers: Codes of those of them that observe.
    """

    company: Names = Field(default_factory=dict)
    neighbours: Names = Field(default_factory=dict)
    world: Names = Field(default_factory=dict)
    officials: Names = Field(default_factory=dict)
    apart: Names = Field(default_factory=dict)
    unions: Names = Field(default_factory=dict)
    states: tuple[CountryCode, ...] = ()
    observers: tuple[CountryCode, ...] = ()

    def laid_over(self, below: "CompanyWords") -> "CompanyWords":
        """Return these words and those of `below` together."""
        return CompanyWords.model_construct(
            company=_joined(below.company, self.company),
            neighbours=_joined(below.neighbours, self.neighbours),
            world=_joined(below.world, self.world),
            officials=_joined(below.officials, self.officials),
            apart=_joined(below.apart, self.apart),
            unions=_joined(below.unions, self.unions),
            states=tuple(dict.fromkeys((*below.states, *self.states))),
            observers=tuple(dict.fromkeys((*below.observers, *self.observers))),
        )


def _joined(below: Names, above: Names) -> Names:
    joined = dict(below)
    for language, words in above.items():
        joined[language] = (*joined.get(language, ()), *words)
    return joined


class Organizations(CompanyWords):
    """The whole of organizations.toml.

    Attributes:
        organization: All organisations, in the order in which they are shown.
    """

    organization: tuple[Organization, ...]
