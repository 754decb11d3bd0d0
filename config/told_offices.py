"""The table `told_offices` of a language: words that tell offices away from the names."""

from collections.abc import Mapping

from config.phrases import Phrases
from config.toml import Checked


class ToldOffices(Checked):
    """Words that tell somebody's office or its body elsewhere than right beside the name.

    Attributes:
        held_in: Offices that are told alone of whoever holds them in the body that a text speaks
            of -> the words for such bodies: rector -> university.
        missions: The same, where the country is meant whose body it is: ambassador -> embassy.
        secretaries: Offices of those who lead an organisation's secretariat, or help to.
        its: Words before an office that say that it is a body's: its.
        any_land: Words for a country that say of none which it is: hər iki ölkə-nin səfirləri.
        is_one: Words behind a name that say that an office is his: X is | director of Y.
        like: Words behind names before an office of many who are like them: X ve Y | gibi bakanlar.
        called: Words between a name and the office of whoever is called so: X | adlı ressam.
        being: Words between an office and the name of whoever is or was in it: olan, болған.
        led_by: Words between a delegation and who leads it: led by, başkanlığındaki.
        delegations: Words for a delegation.
        stands_for: Beginnings of verbs for what a country does by whom it sends, and they for it.
        personal: What somebody may be besides the office told before it, behind a comma: chair of
            the jury, | critic X.
        duties: Beginnings of words for a post beside the office that it is: the post of, vəzifəsi.
        handing: Beginnings of words for handing such a post over, or taking it over.
        holding: Beginnings of verbs for having one, or taking it up.
        this: Words before such a post that say that it is the one told last.
        partnering: Words behind a country that say with whom a body's group works: X ilə | qrup.
        partner_endings: Endings that say the same: Түркия-мен.
    """

    held_in: Mapping[str, Phrases] = {}
    missions: Mapping[str, Phrases] = {}
    secretaries: Phrases = ()
    its: Phrases = ()
    any_land: Phrases = ()
    is_one: Phrases = ()
    like: Phrases = ()
    called: Phrases = ()
    being: Phrases = ()
    led_by: Phrases = ()
    delegations: Phrases = ()
    stands_for: Phrases = ()
    personal: Phrases = ()
    duties: Phrases = ()
    handing: Phrases = ()
    holding: Phrases = ()
    this: Phrases = ()
    partnering: Phrases = ()
    partner_endings: Phrases = ()
