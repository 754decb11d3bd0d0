"""People, offices and bodies in Turkish and Azerbaijani.

One short text a phenomenon, as news agencies write them.
"""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, Participant
from tests.defaults import READER

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
FILLER = {
    "tr": "Toplantı çok verimli geçti ve taraflar bu konuda yeni kararlar aldıklarını söyledi.",
    "az": (
        "Görüş çox səmərəli keçib və tərəflər bu barədə yeni qərarlar qəbul etdiklərini "
        "bildiriblər."
    ),
}


def people(language: str, text: str) -> list[Participant]:
    return list(
        READER.read(
            ArticleText("", f"{text} {FILLER[language]}", published=date(2026, 5, 20)), NOW
        ).participants
    )


def person(language: str, text: str) -> Participant:
    found = people(language, text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Törene Vakıf Başkanı Selin Efendiyeva katıldı.", "Selin Efendiyeva"),
        ("tr", "Toplantıda Bakan Orhan Şahin'in konuşması dinlendi.", "Orhan Şahin"),
        ("tr", "Genel Sekreter Ali Rıza Tokgöz kürsüye çıktı.", "Ali Rıza Tokgöz"),
        ("tr", "Cumhurbaşkanı Kasım Demirel konukları kabul etti.", "Kasım Demirel"),
        ("tr", "Ticaret Odası Başkanı Turgay Deniz ise soruları yanıtladı.", "Turgay Deniz"),
        ("tr", "Proje direktörü Elif Su Yenice sunum yaptı.", "Elif Su Yenice"),
        ("tr", "Rektör Kürşad Fahri Bayındır'a plaket verildi.", "Kürşad Fahri Bayındır"),
        ("tr", "Serinin ilk pulunu ressam Cavidan Hanım Aslanova çizdi.", "Cavidan Aslanova"),
        ("az", "Sədr Günay Əfəndiyevanın çıxışı dinlənilib.", "Günay Əfəndiyeva"),
        ("az", "Rektor Nazim İbrahimzadə qonaqları salamlayıb.", "Nazim İbrahimzadə"),
        ("az", "Sədr müavini Uğur Təkinin çıxışı gözlənilir.", "Uğur Təkin"),
        ("az", "Təşkilatın hazırkı baş katibi Ramil Həsəndir.", "Ramil Həsən"),
        ("az", "Mükafatı icraçı direktor Ülviyyə xanım Axundlu verib.", "Ülviyyə Axundlu"),
        ("az", "Sərgini şəbəkə ustası Tofiq Şəkilinin işləri bəzəyib.", "Tofiq Şəkili"),
        ("az", "Şöbə müdiri İpək Saraçoğlu qonaqları qarşılayıb.", "İpək Saraçoğlu"),
        ("az", "Şirniyyatçı Nurila Satıbaldı qızının süfrəsi bəyənilib.", "Nurila Satıbaldı qızı"),
    ],
)
def test_a_name_is_told_in_full_and_in_the_nominative(language: str, text: str, name: str) -> None:
    assert person(language, text).name == name


def test_a_case_that_one_name_of_a_list_shows_is_cut_from_the_others() -> None:
    found = people(
        "az",
        "İdarə Heyətinin üzvləri – Azər Həsrətin və Hacıbəy Heydərlinin təklifləri dinlənilib.",
    )
    assert [p.name for p in found] == ["Azər Həsrət", "Hacıbəy Heydərli"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Konser Merinos Atatürk Kongre ve Kültür Merkezi'nde verilecek."),
        ("tr", "Konuklar Hamamizade İhsan Bey Kültür Merkezi'nde kemençe dinledi."),
        ("tr", "Yemek, Gaspıralı İsmail Bey Caddesi'ndeki evde verildi."),
        ("tr", "Turnenin Ankara durağı mart ayında olacak, turne sonra sürecek."),
        ("az", "Qonaqlar Heydər Əliyev Konqres Mərkəzindəki sərgiyə baxıblar."),
        ("az", "Dəmir Təmiri (DT) klubu oyunu uduzub."),
        ("az", "Həmin gün AzərSport portalı xəbəri yayıb."),
    ],
)
def test_what_bears_a_name_is_nobody(language: str, text: str) -> None:
    assert people(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "role", "affiliation"),
    [
        ("tr", "Özbekistan Cumhurbaşkanı Timur Alimov geldi.", "Cumhurbaşkanı", "Özbekistan"),
        (
            "tr",
            "Eski Türkmenistan Cumhurbaşkanı Serdar Ataev konuştu.",
            "Eski Cumhurbaşkanı",
            "Türkmenistan",
        ),
        (
            "tr",
            "Türkiye'nin Üsküp Büyükelçisi Fatih Uluçay konuştu.",
            "Üsküp Büyükelçisi",
            "Türkiye",
        ),
        ("tr", "TOBB Başkanı Murat Aydınlı konuştu.", "Başkan", "TOBB"),
        (
            "tr",
            "Bakanlığa bağlı Kütüphaneler Genel Müdürlüğünün uzmanı Derya Kayalı konuştu.",
            "uzman",
            "Genel Müdürlüğü",
        ),
        (
            "tr",
            (
                "Asya'da İşbirliği ve Güven Artırıcı Önlemler Konferansı (CICA) Genel "
                "Sekreteri Kayrat Sarıbay geldi."
            ),
            "Genel Sekreter",
            "Asya'da İşbirliği ve Güven Artırıcı Önlemler Konferansı (CICA)",
        ),
        ("tr", "Macaristan'ı Magyar Posta'dan Eszter Kiss-Papp temsil etti.", None, "Magyar Posta"),
        ("tr", "Ziyaretin tercümanlığını Sevda Mehmedova yaptı.", "tercüman", None),
        ("az", "Özbəkistan Prezidenti Timur Əlimov gəlib.", "Prezident", "Özbəkistan"),
        (
            "az",
            (
                "Özbəkistan Mədəniyyət Nazirliyi yanında Kinematoqrafiya Agentliyinin "
                "direktoru Firdavs Alimov gəlib."
            ),
            "direktor",
            "Özbəkistan Mədəniyyət Nazirliyi yanında Kinematoqrafiya Agentliyi",
        ),
        (
            "az",
            "Müzakirələrdə Milli Məclisin deputatı Elçin Məmmədov iştirak edib.",
            "deputat",
            "Milli Məclis",
        ),
        (
            "az",
            "İclası Lənkəran Dövlət Universitetinin rektoru Nazim Talıbov açıb.",
            "rektor",
            "Lənkəran Dövlət Universiteti",
        ),
        ("az", "Açılış lentini şirkətin həmsədri Gülarə Tağızadə kəsib.", "həmsədr", "şirkət"),
        (
            "az",
            "Görüşə tanınmış türkiyəli kinorejissor Semih Qaplanov gəlib.",
            "kinorejissor",
            "Türkiyə",
        ),
    ],
)
def test_an_office_is_parted_from_its_body(
    language: str, text: str, role: str | None, affiliation: str | None
) -> None:
    found = person(language, text)
    assert (found.role, found.affiliation and found.affiliation[-len(affiliation or "") :]) == (
        role,
        affiliation,
    )


@pytest.mark.parametrize(
    ("language", "text", "affiliation"),
    [
        (
            "az",
            "Qonaq Azərbaycan Mətbuat Şurasına gəlib. Onu Şuranın sədri Rəşad Məcidov qarşılayıb.",
            "Azərbaycan Mətbuat Şurası",
        ),
        (
            "tr",
            (
                "Heyet Hatay Arkeoloji Müzesi'ne geldi. Heyeti Müze Müdürü Ayşe "
                "Reyhanlıoğlu karşıladı."
            ),
            "Hatay Arkeoloji Müzesi",
        ),
    ],
)
def test_a_body_named_by_its_last_word_is_told_as_fully_as_before(
    language: str, text: str, affiliation: str
) -> None:
    assert person(language, text).affiliation == affiliation


def test_a_plural_office_is_everybodys_who_follows_and_stands_in_the_singular() -> None:
    found = people(
        "tr",
        "Törene TÜRKPA'nın genel sekreter yardımcıları Nurcan Abdullin ve Ulan Beyşenkul katıldı.",
    )
    assert [(p.name, p.role, p.affiliation) for p in found] == [
        ("Nurcan Abdullin", "genel sekreter yardımcısı", "TÜRKPA"),
        ("Ulan Beyşenkul", "genel sekreter yardımcısı", "TÜRKPA"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "attended"),
    [
        ("tr", "Merhum Bakan Tahsin Karabekir rahmetle yâd edildi.", False),
        ("tr", "Bayrak, Başkan Binali Yıldırım'ın inisiyatifiyle hazırlandı.", False),
        ("tr", "Toplantıya Bakan Orhan Şahin başkanlık etti.", True),
        ("az", "Mərhum rəssam Lətif Kərimov da xatırlanıb.", False),
        ("az", "Qurum sədr Vüqar Orucovun təşəbbüsü ilə yaradılıb.", False),
        ("az", "Tədbirdə sədr Vüqar Orucov iştirak edib.", True),
    ],
)
def test_who_is_only_spoken_of_did_not_attend(language: str, text: str, attended: bool) -> None:
    assert person(language, text).attended is attended
