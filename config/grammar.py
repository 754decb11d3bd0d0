"""One language's words and endings, from `config/languages/CODE.toml`: all the reader knows of it.

The reader has rules but no words; a language is added by a TOML file and a corpus, with no code.
Words and phrases are listed in their dictionary form and matched in every case form, by cutting the
endings that `endings` lists from both sides.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from config.event_words import Dates, Events
from config.outcome_words import Outcomes
from config.passing_words import Genres, Involvement
from config.phrases import Phrases
from config.presence import Presence
from config.rewritten_grammar import rewritten
from config.told_offices import ToldOffices
from config.toml import Checked, check, read_toml

DIRECTORY = Path(__file__).parent / "languages"
UNREAD = Path(__file__).parent / "unread_languages.toml"


class Detect(Checked):
    """How a text shows that it is in this language.

    Attributes:
        letters: Letters that this language has and its neighbours lack.
        words: Frequent function words.
        foreign: Letters that this language never uses but its neighbours do.
        endings: Endings of words that its neighbours do not put on them.
        usual: Letters that hardly any text lacks.
    """

    letters: str = ""
    foreign: str = ""
    usual: str = ""
    words: Phrases = ()
    endings: Phrases = ()


class _Unread(Checked):
    """The whole of unread_languages.toml: code -> how it shows."""

    language: Mapping[str, Detect]


class Declension(Checked):
    """How names of one shape are declined.

    Attributes:
        genders: "m", "f" or "mf".
        nominative: The ending of the nominative; empty for none.
        stems: Endings of the stem that it takes (a surname's -ов); empty for any.
        bars: Letters that no stem of it ends in, where `stems` is empty.
        endings: Case -> its endings.
        telling: Those endings that no nominative has.
    """

    genders: Literal["m", "f", "mf"]
    nominative: Annotated[str, Field(max_length=4)] = ""
    stems: Phrases = ()
    bars: str = ""
    endings: Mapping[
        Literal["genitive", "dative", "accusative", "instrumental", "prepositional"], Phrases
    ]
    telling: Phrases = ()


class People(Checked):
    """Words around names.

    Attributes:
        honorifics: Dropped before a name: Mr, Sayın, г-н.
        titles: Dropped like an honorific where another role is given, and a role where none is:
            Ambassador, Professor.
        roles: Heads of a role: president, secretary general.
        seconds: Words for somebody's deputy.
        aides: Offices that are held at another's where they stand before it: adviser to the X
            president.
        second_of: How a deputy's office is put together of `{second}`, "deputy", in the languages
            whose offices end a chain of nouns tied to it, and of the chief's, `{office}`, or
            `{genitive}` of it.
        possessors: Words before an office that say that it is somebody's: his, его.
        beside: Beginnings of words that make of an office another one of the same body: former,
            new, deputy, vice.
        ministers: Beginnings of words for those whose field of work stands right before the
            office where offices end a chain of nouns, whatever bodies its words may also be.
        honours: Beginnings of the words of honorary titles: People's Artist, əməkdar.
        counterparts: Words for somebody who has the same office elsewhere: counterpart, коллега.
        heading: Office -> verbs for having it: who | chairs the committee.
        named: Words for things that their name follows at once: the band, the vessel.
        works: Endings of the nouns for what bodies do, with an object: Туризмді дамыт-у қоры.
        among: Lead from an office told of many to some who hold it: among them.
        represented: Words for being represented by those who are named behind them.
        relatives: Open a clause behind a name that tells of him: who.
        serving: Words of such a clause that an office follows: serves as.
        trades: Endings of the words for what people do, where the list of roles cannot hold all:
            -ologist, -вед.
        modifiers: Stand before the head of a role: deputy, first, former.
        parts: Bodies that are a part of another and told with the office: committee, department.
        ventures: What bodies carry out and offices are told by: project director, loyiha rahbari.
        staff: Those who serve in a body that is told with whoever stands before them in a list:
            expert, member of parliament.
        envoys: Those whom a country has at a body: permanent representative.
        bodies: Heads of a body's or a building's name: ministry, university, centre.
        any_body: Those of them that may stand for any other: "the organization".
        descriptors: Words that titles and bodies are made of and no name is: culture, foreign,
            affairs.
        place_roles: Roles that a place name follows at once (аким Актау); only where the head
            stands first.
        governors: Roles of those who govern a town or a region; its name stands before them where
            the head stands last: Gürpınar Kaymakamı.
        circumstances: How it begins to be told where, when or by whose leave something is done:
            there an office behind a name ends.
        particles: Lower-case parts of a name: uulu, oğlu, bin.
        patronymics: Endings of a patronymic.
        surnames: Endings that only surnames have.
        given_names: First names that the language has as towns or other words too, or that end as
            its cases and trades do: София, Deniz, Saida, Sardor.
        cases: Endings of case that are cut from a name's last word wherever they stand.
        declensions: How names are declined, where words change within; empty where endings are only
            put on.
        weak_cases: Endings that are cut only where the bare form is found elsewhere in the text or
            follows a surname ending.
        origin_words: Stand between a name and the country that somebody comes from: from, из.
        origin_endings: Endings of the case that says from where: -dan, -ден.
        origin_adjectives: Endings that make a place's name somebody's origin: -лық, -lik.
        plurals: Endings on the last of several names.
        acting: Words between an office and the name of who only does its work: acting, v.b.
        doing: Endings of participles, whose doer is no part of an office behind: açan.
        appointing: Beginnings of words for giving somebody an office: elected, тағайында.
        state_heads: How a head of state is called without a name; the first is shown.
        presidents: The offices of heads of state: president.
        of_the_day: Offices that are held for one gathering only: moderator, guest of honour.
        object_verbs: Words right behind the name of the one whom they do something to: qabul.
        object_endings: Endings that such a name has.
        governing: Case -> words right before a name that stands in it: с, принял.
        plural_cases: Case -> endings of a plural noun in it.
        undeclined: Endings of names that have one form in all cases: -заде, -оглу.
        tied_objects: Endings of objects that are somebody's, no genitives: имарат-ын.
        fleeting: Ends of nouns and what is left of them in all other cases, "ец>ц": борца.
        adjectives: Gender -> endings of adjectives, "genitive>nominative".
        adjective_cases: Gender -> their endings in other cases, "dative>genitive".
        noun_genders: Gender -> endings of its nouns; all others are masculine.
        kin: Words for relatives that a sentence begins with, before a name: Kızı | Aylin Demir.
        callings: Offices that one in its dictionary form before them only tells more exactly:
            тарихшы ғалым.
        lately_made: Words that only tell of a body that it is young, before its name: newly
            founded.
        praise: Modifiers that praise or mourn and are no part of an office: renowned, late.
        thing_endings: Endings behind an apostrophe that hang on a possessive only, as names of
            things have it: Defteri'ni.
        eponym_after: Words after a name that make it the name of something: атындағы, adına.
        eponym_before: Words before a name that make it the name of something: имени, named after.
        absent: Words that say that the person named beside them took no part: predecessor, in
            memory of.
        absent_before: The same, where only a name that follows can be meant: the late.
        absent_behind: The same, where only a name that stands before can be meant, as things of his
            are told: X-тың мұрасы.
        abstracts: Endings that make an office of its holder: moderatör-lük.
        offices: Words that stand between an office and the name of its holder: to the post of, as.
        fronted: Words before an office that opens a sentence in which somebody is given it: as.
        moderated: Words for moderating.
        chaired: Words for presiding: chaired by, председательствовал.
        credits: Words that begin a line of credit: photo, source.
    """

    honorifics: Phrases = ()
    titles: Phrases = ()
    roles: Phrases = ()
    ministers: Phrases = ()
    honours: Phrases = ()
    counterparts: Phrases = ()
    seconds: Phrases = ()
    aides: Phrases = ()
    second_of: str = "{second}"
    possessors: Phrases = ()
    beside: Phrases = ()
    heading: Mapping[str, Phrases] = {}
    named: Phrases = ()
    works: Phrases = ()
    among: Phrases = ()
    represented: Phrases = ()
    relatives: Phrases = ()
    serving: Phrases = ()
    trades: Phrases = ()
    modifiers: Phrases = ()
    parts: Phrases = ()
    ventures: Phrases = ()
    staff: Phrases = ()
    envoys: Phrases = ()
    bodies: Phrases = ()
    any_body: Phrases = ()
    descriptors: Phrases = ()
    place_roles: Phrases = ()
    governors: Phrases = ()
    circumstances: Phrases = ()
    particles: Phrases = ()
    patronymics: Phrases = ()
    surnames: Phrases = ()
    given_names: Phrases = ()
    cases: Phrases = ()
    declensions: tuple[Declension, ...] = ()
    weak_cases: Phrases = ()
    origin_words: Phrases = ()
    origin_endings: Phrases = ()
    origin_adjectives: Phrases = ()
    plurals: Phrases = ()
    kin: Phrases = ()
    callings: Phrases = ()
    lately_made: Phrases = ()
    praise: Phrases = ()
    noun_genders: Mapping[Literal["f", "n"], Phrases] = {}
    tied_objects: Phrases = ()
    fleeting: Phrases = ()
    adjectives: Mapping[Literal["m", "f", "n"], Phrases] = {}
    adjective_cases: Mapping[Literal["m", "f", "n"], Phrases] = {}
    undeclined: Phrases = ()
    acting: Phrases = ()
    doing: Phrases = ()
    appointing: Phrases = ()
    state_heads: Phrases = ()
    presidents: Phrases = ()
    of_the_day: Phrases = ()
    object_verbs: Phrases = ()
    object_endings: Phrases = ()
    governing: Mapping[str, Phrases] = {}
    plural_cases: Mapping[str, Phrases] = {}
    thing_endings: Phrases = ()
    eponym_after: Phrases = ()
    eponym_before: Phrases = ()
    absent: Phrases = ()
    absent_before: Phrases = ()
    absent_behind: Phrases = ()
    abstracts: Phrases = ()
    offices: Phrases = ()
    fronted: Phrases = ()
    moderated: Phrases = ()
    chaired: Phrases = ()
    credits: Phrases = ()


class Passages(Checked):
    """Words that tell what a stretch of an article is for.

    Attributes:
        openings: Open a sentence that only recalls or adds something: recall that, напомним.
        messages: Words behind what is quoted from a message, which reports and is no speech.
        remarks: Those of `openings` that may add to what is reported as well: айта кетейік.
        recalled: Words of what was before, or of what a body is: last year, is an international
            organization.
        attributing: Endings with which such words only qualify who or what is there: былтырғы.
        recalled_endings: Endings of the last words of a sentence on what had been: -mıştı.
        speech: Verbs and phrases of saying: said, по его словам.
        outlook: Words of what comes next: next year, келесі.
        notes: Words of a heading above what is told of a body besides: TÜRKSOY hakkında, About the
            OTS; they end it where heads stand last, and open it elsewhere.
        credits: Open a line that says whose work something is: photo, editor.
        related: Open lines that lead to other articles: read also, most read.
        edges: Open lines of the page around the article: share, tags, last updated.
    """

    openings: Phrases = ()
    remarks: Phrases = ()
    messages: Phrases = ()
    recalled: Phrases = ()
    attributing: Phrases = ()
    recalled_endings: Phrases = ()
    speech: Phrases = ()
    outlook: Phrases = ()
    notes: Phrases = ()
    credits: Phrases = ()
    related: Phrases = ()
    edges: Phrases = ()


class Grammar(Checked):
    """All that the reader knows of a language.

    Attributes:
        code: ISO 639-1, with the script where a language has two (uz, uz-Cyrl).
        name: In English.
        script_of: The code of the grammar that this one is written after in another script; its
            catalogue names are rewritten, too.
        letters: Letter of that grammar -> letters of this script.
        respell: Letters -> what they are compared as, where a script has more than one spelling.
        head: Where the head of a role stands among its words: "initial" (President of X) or "final"
            (X Genel Sekreteri).
        small_nouns: Whether offices and bodies are written with small letters within (министр
            культуры).
        ordinal_points: Whether a point behind a number makes it an ordinal and ends no sentence.
        apostrophe: Endings that an apostrophe parts from a word; empty where the apostrophe is a
            letter or unused.
        endings: Endings of nouns and adjectives, cut for matching only.
        attributives: Endings that make an adjective of a word in any case: the -daki of
            Ankara'daki.
        attaching: Words that tie what stands before them, in its own case, to the noun behind:
            bağlı, nezdindeki, üzrə.
        softened: Letters that end a stem before a vowel -> what they are without it: ğ -> k
            (bakanlığı, bakanlık).
        genitives: Endings of the genitive, in which a body stands before its office.
        assimilated: First letter of an ending -> last letters of the stems that it stands behind.
        possessives: Endings that tie a noun to the words before it (университет-і); empty where a
            case may look the same.
        unties: Whether an office that another is held at loses its tie to the body before it:
            президентінің кеңесшісі is президенттің кеңесшісі.
        international: Words for "international" that names of organisations are written with and
            without.
        function_words: Words that are never part of a name, however they are written.
        articles: Words that stand before things and never before a name: the, this.
        conjunctions: Words for "and" and "or".
        prepositions: Words that an object must follow: of, for, при.
        verbs: Endings of finite verbs and converbs, which end a role.
        stops: Endings of adverbial cases, which a role never runs across.
        abbreviations: Words whose full stop ends no sentence.
        detect: How a text shows that it is in this language.
        people: Words around names.
        told_offices: Words that tell offices away from names.
        dates: Words of dates.
        events: Words of events.
        passages: Words that tell what a stretch of an article is for.
        presence: Words that tell who was there.
        genres: Words of sorts of text.
        involvement: Words around a body that is named in passing.
        outcomes: Words that tell what came of an event.
    """

    code: str
    name: str
    script_of: str | None = None
    letters: Mapping[str, str] = {}
    respell: Mapping[str, str] = {}
    head: Literal["initial", "final"]
    small_nouns: bool = False
    ordinal_points: bool = False
    apostrophe: Phrases = ()
    endings: Phrases = ()
    attributives: Phrases = ()
    attaching: Phrases = ()
    softened: Mapping[str, str] = {}
    genitives: Phrases = ()
    assimilated: Mapping[str, str] = {}
    possessives: Phrases = ()
    unties: bool = False
    international: Phrases = ()
    function_words: Phrases = ()
    articles: Phrases = ()
    conjunctions: Phrases = ()
    prepositions: Phrases = ()
    verbs: Phrases = ()
    stops: Phrases = ()
    abbreviations: Phrases = ()
    detect: Detect = Detect()
    people: People = People()
    told_offices: ToldOffices = ToldOffices()
    dates: Dates
    events: Events = Events()
    passages: Passages = Passages()
    presence: Presence = Presence()
    genres: Genres = Genres()
    involvement: Involvement = Involvement()
    outcomes: Outcomes = Outcomes()


def load_grammars(directory: Path = DIRECTORY, own: Path | None = None) -> Mapping[str, Grammar]:
    """Return the grammars by code.

    Args:
        directory: The project's own.
        own: Of whoever runs the bot: a file there takes the place of one of the same name.

    Raises:
        ConfigError: For the first mistake found; names the file and the key.
    """
    paths = [*sorted(directory.glob("*.toml")), *(sorted(own.glob("*.toml")) if own else ())]
    files = {path.name: read_toml(path) for path in paths}
    grammars: dict[str, Grammar] = {}
    for file, raw in files.items():
        source = f"{directory.name}/{file}"
        base = files.get(f"{raw.get('rewrites')}.toml")
        whole = rewritten(raw, base, source) if base is not None else raw
        grammar = check(Grammar, whole, source)
        grammars[grammar.code] = grammar
    return grammars


def load_unread(path: Path = UNREAD) -> Mapping[str, Detect]:
    """Return how texts show that they are in a language that is not read, by its code.

    Raises:
        ConfigError: For the first mistake found; names the key.
    """
    return check(_Unread, read_toml(path), path.name).language
