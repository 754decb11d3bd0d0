"""The words of a language that tell who was there, as `config/languages/CODE.toml` has them."""

from config.phrases import Phrases
from config.toml import Checked


class Presence(Checked):
    """Words that tell who was there, and who is only spoken of.

    Attributes:
        deeds: Beginnings of words for what only somebody does who is there: attend, spoke, met.
        deed_words: The same as whole words, where the beginning is common to others too.
        groups: Nouns that stand between a person and what he does: delegation, speech, visit.
        makers: Roles that are told of the long dead as well: poet, composer, khan.
        recalled: Words of a sentence that speaks of another time: last year, in his day.
        thanked: Beginnings of words that thank.
        about: Words that make the person beside them a topic: about, hakkında.
        foremost: Words that begin a list of those whom a whole sentence means: başta.
        strong: Beginnings of those deeds that hardly anybody else is told of: attended, received.
        negated: Words that deny a deed, and with a "-" before them endings that do: not, -madı.
        spoken_of: Beginnings of verbs whose object is only spoken of: recalled, quoted.
        according: Words that name a source: according to, in his book.
        relatives: Words that begin a clause within a clause: who, which.
        companions: Words between people who do something together: with, ile.
        onlies: Words behind a denial that take it back: not only.
        former: Beginnings of words for an office that is no longer held.
        made: Endings of participles before whoever made a thing: сотканный X.
        makes: Words between such a participle and the maker, where it needs one: by.
        carriers: Verbs that make a whole predicate of the participle: was signed by X.
        occupations: Beginnings of words for what people do for a living: weaver, engineer.
        undergone: Endings of participles of what was done to a thing: жазылған, written.
        earlier: Words that put what a verb tells before the event: had.
        reported: Endings of clauses that somebody tells: -ғанын, -dığını.
        owned_clauses: Whether who does what a clause tells stands in the genitive: X'in yazdığı.
        things: Beginnings of words for what is somebody's though he is absent: decree, legacy.
        belongs: Words between what is somebody's and its owner: of.
        whose: Words that begin a clause about what is somebody's: whose.
        since: Words that put the beginning of what still is in a year: since 1998.
        retold: Phrases that begin what somebody else has told: according to her.
        announced: Phrases that point back to what is announced, before who says so: об этом.
        afar: Beginnings of words for what is done from afar or before: by phone, last week.
        coming: Endings of verbs that tell what will be where a day is named: -ады, -adi.
        awaited: Beginnings of verbs that only expect what is told: bekleniyordu, күтілуде.
        letters: Beginnings of words for what is sent: letter, message.
        greetings: Of these, what is sent to a gathering by who does not come: message, telegram.
        recorded: Beginnings of words for a speech that is shown, its speaker there: video.
        handed: Beginnings of verbs that hand it to somebody who is there: takdim.
        pronouns: Words that open a sentence as its subject: he, they.
        speeches: Beginnings of words for what another may read out: speech, paper.
        sent: Beginnings of verbs that send it: sent, wrote.
        conveyed: Beginnings of verbs that pass it on for an absent sender: read out, iletti.
        represented: Beginnings of verbs whose object is absent: represented by, temsil.
        likened: Words that quote somebody as one of old: as, gibi.
        likening: Endings that do so: -ғандай, -ganidek.
        greeted: Beginnings of verbs whose object is greeted, perhaps from afar: congratulated.
        recollects: Beginnings of verbs that recall a meeting: hatırlat, esla.
        created: Beginnings of verbs that say who made a thing: designed, besteledi.
        papers: Beginnings of words for what was signed at another time: agreement, treaty.
        causes: Words that end a clause of why, and with a "-" endings that do: için, -дықтан.
        anaphors: Words that go on with what the sentence before tells: there, then.
        bonds: Beginnings of nouns that tie somebody to another: friendship, letters.
        stays: Beginnings of verbs that only say where somebody is: remained, kaldı.
        mouthpieces: Beginnings of offices that speak to the press: spokesman.
        intended: Endings of nouns for what is to be done: -acağı, -тыны.
        rates: Beginnings of verbs by which outsiders judge: called, бағалады.
        decrees: Beginnings of words for what is signed at a desk: order, invitation.
        signing: Beginnings of verbs that say so: signed.
        through: Words beside whoever hands something over for another: through, aracılığıyla.
        told_of: Endings of clauses that are said of somebody: -dığı (belirtildi).
        said: Beginnings of verbs that say so: belirtildi.
        pictures: Beginnings of words for what shows people who need not be there: portrait.
        occasions: Words behind a congratulation that lead to what it is for: on, с.
        jubilees: Beginnings of words for a day that recalls somebody: anniversary, -летие.
        dispatched: Beginnings of verbs that send somebody in one's place: görevlendirdi.
        missing: Phrases for not coming: did not come, gelmedi.
        leadership: Beginnings of words for what goes on under somebody's lead: leadership.
        unattended: Phrases of clauses of which nobody need be there: put off, as candidates.
    """

    deeds: Phrases = ()
    deed_words: Phrases = ()
    groups: Phrases = ()
    makers: Phrases = ()
    recalled: Phrases = ()
    thanked: Phrases = ()
    about: Phrases = ()
    foremost: Phrases = ()
    strong: Phrases = ()
    negated: Phrases = ()
    spoken_of: Phrases = ()
    according: Phrases = ()
    relatives: Phrases = ()
    companions: Phrases = ()
    onlies: Phrases = ()
    former: Phrases = ()
    made: Phrases = ()
    makes: Phrases = ()
    carriers: Phrases = ()
    occupations: Phrases = ()
    undergone: Phrases = ()
    earlier: Phrases = ()
    reported: Phrases = ()
    owned_clauses: bool = False
    things: Phrases = ()
    belongs: Phrases = ()
    whose: Phrases = ()
    since: Phrases = ()
    retold: Phrases = ()
    announced: Phrases = ()
    afar: Phrases = ()
    coming: Phrases = ()
    awaited: Phrases = ()
    letters: Phrases = ()
    greetings: Phrases = ()
    recorded: Phrases = ()
    handed: Phrases = ()
    pronouns: Phrases = ()
    sent: Phrases = ()
    conveyed: Phrases = ()
    represented: Phrases = ()
    likened: Phrases = ()
    likening: Phrases = ()
    greeted: Phrases = ()
    recollects: Phrases = ()
    created: Phrases = ()
    papers: Phrases = ()
    anaphors: Phrases = ()
    bonds: Phrases = ()
    stays: Phrases = ()
    mouthpieces: Phrases = ()
    intended: Phrases = ()
    unattended: Phrases = ()
    leadership: Phrases = ()
    causes: Phrases = ()
    rates: Phrases = ()
    decrees: Phrases = ()
    signing: Phrases = ()
    through: Phrases = ()
    told_of: Phrases = ()
    said: Phrases = ()
    speeches: Phrases = ()
    pictures: Phrases = ()
    occasions: Phrases = ()
    jubilees: Phrases = ()
    dispatched: Phrases = ()
    missing: Phrases = ()
