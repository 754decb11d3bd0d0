"""What is somebody's, and what somebody did at another time, claims no presence."""

import pytest

from bot.extraction.people.reasons import Reason
from tests.extraction.people.test_presence import reasons


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The chairman read the best wishes of Speaker Mark Bauer.", "Mark Bauer"),
        ("en", "The guests were shown letters of the traveller Olga Stern.", "Olga Stern"),
        ("en", "In the hall Mark Bauer's portrait was unveiled.", "Mark Bauer"),
        ("ru", "Участникам зачитали Указ президента Марка Бауэра.", "Марк Бауэр"),
        ("tr", "Toplantıda Bakan Kemal Aydoğan'ın yeni kararnamesi okundu.", "Kemal Aydoğan"),
        ("az", "İclasda nazir Kamal Əliyevin yeni sərəncamı oxunub.", "Kamal Əliyev"),
        (
            "kk",
            "Жиында президент Серік Байұлының мәдениет саласын қолдау жарлығы оқылды.",
            "Серік Байұлы",
        ),
        ("ky", "Жыйында төрага Серик Бай уулунун салымын белгилешти.", "Серик Бай уулу"),
        ("uz", "Yig‘ilishda Karim Boboyevning yangi qo‘shiqlari ijro etildi.", "Karim Boboyev"),
    ],
)
def test_a_thing_of_somebody_is_not_its_owner(language: str, text: str, name: str) -> None:
    assert not reasons(language, text)[name].present


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Genel Sekreter Kemal Aydoğan'ın konuşması alkışlandı.", "Kemal Aydoğan"),
        ("kk", "Жиын министр Серік Сәтовтің қатысуымен өтті.", "Серік Сәтов"),
        ("ru", "Гости выслушали доклад министра Марка Бауэра.", "Марк Бауэр"),
    ],
)
def test_a_deed_of_somebody_is_his_presence(language: str, text: str, name: str) -> None:
    assert reasons(language, text)[name].present


def test_a_list_whose_last_name_owns_the_works_was_not_there() -> None:
    text = "Директор Ая Сәтова Күлән Асанова мен Марат Бековтің жазбалары туралы айтты."
    found = reasons("kk", text)
    assert found["Ая Сәтова"].present
    assert not found["Марат Беков"].present


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қонақтарға Марат Беков жазған кітап сыйға берілді."),
        ("uz", "Mehmonlarga Karim Boboyev yozgan kitob topshirildi."),
        ("ky", "Конокторго Марат Беков түзгөн сөздүк тартууланды."),
    ],
)
def test_the_maker_of_a_thing_was_not_there(language: str, text: str) -> None:
    assert [reason.present for reason in reasons(language, text).values()] == [False]


def test_whoever_attended_a_meeting_that_a_participle_tells_was_there() -> None:
    found = reasons("kk", "Марат Беков қатысқан жиында жаңа келісім талқыланды.")
    assert found["Марат Беков"].present


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            "Secretary Olga Stern, whose predecessor had proposed it, spoke in the hall.",
            "Olga Stern",
        ),
        ("az", "Ötən il imzalanmış sərəncamdan çıxış edən sədr Kamal Arif danışıb.", "Kamal Arif"),
    ],
)
def test_what_is_told_of_another_does_not_rule_out_who_spoke(
    language: str, text: str, name: str
) -> None:
    assert reasons(language, text)[name] is Reason.ACTED


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Министр сообщил о переговорах с послом Марком Бауэром.", "Марк Бауэр"),
        ("ru", "Идея, заметил министр, принадлежит Марку Бауэру.", "Марку Бауэру"),
        ("kk", "Салтанатта Марат Бековке арнап ән орындалды.", "Марат Беков"),
        ("ru", "Посла Марка Бауэра, которого ждали, не было.", "Марк Бауэр"),
    ],
)
def test_who_is_only_spoken_of_was_not_there(language: str, text: str, name: str) -> None:
    assert {person: reason.present for person, reason in reasons(language, text).items()} == {
        name: False
    }


@pytest.mark.parametrize(
    ("language", "text", "present", "absent"),
    [
        ("kk", "Бас хатшы Айгүл Сәтова жоспарды президент Марат Беков мақұлдағанын айтты.",
         "Айгүл Сәтова", "Марат Беков"),
        ("ky", "Башкы катчы Айгүл Сатова картаны президент Марат Беков бекиткенин айтты.",
         "Айгүл Сатова", "Марат Беков"),
        ("uz", "Bosh kotib Nodira Sobirova rejani Karim Boboyev ma’qullaganini aytdi.",
         "Nodira Sobirova", "Karim Boboyev"),
        ("kk", "Марат Беков 1998 жылы құрған компания министр Айгүл Сәтоваға дрон көрсетті.",
         "Айгүл Сәтова", "Марат Беков"),
        ("tr", "Kemal Aydoğan'ın 1998'de kurduğu şirket Bakan Olga Stern'e dron tanıttı.",
         "Olga Stern", "Kemal Aydoğan"),
        ("ru", "Компания, основанная Марком Бауэром в 1998 году, показала её министру Ольге Штерн.",
         "Ольга Штерн", "Марк Бауэр"),
        ("en", "The company, founded by Mark Bauer in 1998, showed it to Minister Olga Stern.",
         "Olga Stern", "Mark Bauer"),
        ("en", "Rector Olga Stern presented a film based on a story by Mark Bauer.",
         "Olga Stern", "Mark Bauer"),
        ("en", "A plan had been agreed by President Mark Bauer, noted Secretary Olga Stern.",
         "Olga Stern", "Mark Bauer"),
        ("en", "Olga Stern, a student of the late composer Mark Bauer, played in the hall.",
         "Olga Stern", "Mark Bauer"),
        ("tr", "Bakan Olga Stern, Başbakan Kemal Aydoğan'ı gelecek etkinliğe davet etti.",
         "Olga Stern", "Kemal Aydoğan"),
        ("ru", "Министр Ольга Штерн пригласила премьера Марка Бауэра на следующую выставку.",
         "Ольга Штерн", "Марк Бауэр"),
    ],
)  # fmt: skip
def test_what_a_clause_within_tells_is_another_time(
    language: str, text: str, present: str, absent: str
) -> None:
    found = reasons(language, text)
    assert found[present].present
    assert not found[absent].present


def test_who_is_said_to_have_attended_did() -> None:
    found = reasons("kk", "Бас хатшы Айгүл Сәтова жиынға Марат Беков қатысқанын айтты.")
    assert found["Марат Беков"].present


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("uz", "uning nabirasi Alisher Rahimov yasagan buyumlar", "Alisher Rahimov"),
        ("kk", "министр Серік Сәтов құрған компания", "Серік Сәтов"),
        ("ky", "Президент Серик Асановдун өнөрдү колдоо жөнүндө жарлыгын", "Серик Асанов"),
    ],
)
def test_an_article_may_end_with_the_thing_of_somebody(language: str, text: str, name: str) -> None:
    assert not reasons(language, text)[name].present
