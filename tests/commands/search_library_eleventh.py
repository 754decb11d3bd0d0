"""Events on matters that were left when ten libraries had been written.

Written, with `search_queries_eleventh.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "route-ru": (
        "ru", "Транскаспийский маршрут получит единый тариф",
        "Перевозчики платят меньше за контейнер.",
        "agreement", ("aktau", "KZ"), "ots", (),
    ),
    "centre-tr": (
        "tr", "Doğal afetlerle mücadele merkezi kuruldu",
        "Ekipler bölgeye altı saatte ulaşacak.",
        "ceremony", ("bishkek", "KG"), "ots", ("Boobek Ajikeyev, bakan",),
    ),
    "trade-kk": (
        "kk", "Өзара сауда көлемі артты",
        "Экономика министрлері кедендік кедергілерді жоюға уәде берді.",
        "meeting", ("shymkent", "KZ"), "ots", (),
    ),
    "museum-en": (
        "en", "Museum directors plan a travelling exhibition of nomad gold",
        "Loans of objects will be insured.",
        "meeting", ("shusha", "AZ"), "turkic-heritage", (),
    ),
    "history-uz": (
        "uz", "Jadidlar merosi boʻyicha olimlar yigʻildi",
        "Turkiston muxtoriyati tarixi oʻrganiladi.",
        "conference", ("kokand", "UZ"), "turkic-academy", (),
    ),
    "repression-az": (
        "az", "Repressiya qurbanlarının xatirəsi anıldı",
        "Sürgün edilmiş alimlərin məktubları oxundu.",
        "ceremony", ("baku", "AZ"), "turksoy", (),
    ),
    "opera-ky": (
        "ky", "Опера ырчылары концерт беришти",
        "Дирижёр Самара Токтогулова оркестрди башкарды.",
        "festival", ("bishkek", "KG"), "turksoy", (),
    ),
    "design-en": (
        "en", "Young designers compete for the best logo",
        "A jury chose three emblems.",
        "other", ("antalya", "TR"), "turksoy", (),
    ),
    "film-kk": (
        "kk", "Киногерлер түсірілім алаңдарын аралады",
        "Продюсерлер бірлескен фильмге ақша табады.",
        "visit", ("almaty", "KZ"), "turksoy", (),
    ),
    "mayors-ru": (
        "ru", "Мэры обсудили уличное освещение и общественный транспорт",
        "Автобусы станут ходить чаще.",
        "conference", ("bursa", "TR"), "ots", ("Мустафа Бозбей, мэр",),
    ),
    "mps-tr": (
        "tr", "Kadın milletvekilleri ağı ilk toplantısını yaptı",
        "Başkanlık dönüşümlü olacak.",
        "meeting", ("astana", "KZ"), "turkpa", (),
    ),
    "rule-en": (
        "en", "Speakers adopt new rules of procedure",
        "Quorum and languages of debate are settled.",
        "agreement", ("baku", "AZ"), "turkpa", ("Sahiba Gafarova, speaker",),
    ),
    "observers-uz": (
        "uz", "Kuzatuvchilar referendum haqida bayonot berdi",
        "Ovoz berish erkin oʻtdi.",
        "statement", ("tashkent", "UZ"), "turkpa", (),
    ),
    "fair-az": (
        "az", "Sahibkarlar ikitərəfli görüşlər keçirdilər",
        "Xalça və şirniyyat ixracatçıları müqavilə bağladılar.",
        "meeting", ("ganja", "AZ"), "tcci", (),
    ),
    "franchise-ru": (
        "ru", "Предприниматели изучили франшизы кафе",
        "Кредит дадут под низкий процент.",
        "training", ("osh", "KG"), "tcci", (),
    ),
    "capital-en": (
        "en", "Fund's governors raise its capital to 600 million dollars",
        "Hungary pays in its share.",
        "meeting", ("budapest", "HU"), "turkic-fund", ("Baghdad Amreyev, president",),
    ),
    "road-ky": (
        "ky", "Фонд жол курулушун каржылайт",
        "Тоннель эки айылды байланыштырат.",
        "agreement", ("naryn", "KG"), "turkic-fund", (),
    ),
    "ai-tr": (
        "tr", "Öğrenciler yapay zekâ yarışmasında algoritma yazdı",
        "Birinciye dizüstü bilgisayar verildi.",
        "festival", ("konya", "TR"), "turkunib", (),
    ),
    "phd-uz": (
        "uz", "Doktorantlar ilmiy maqola yozishni oʻrgandi",
        "Jurnallar reytingi tushuntirildi.",
        "training", ("samarkand", "UZ"), "turkunib", (),
    ),
    "transit-az": (
        "az", "Gömrük rəhbərləri sadələşdirilmiş dəhlizi müzakirə etdi",
        "Rentgen görüntüləri qabaqcadan göndəriləcək.",
        "meeting", ("sheki", "AZ"), "ots", (),
    ),
    "youth-en": (
        "en", "Young people set up tents for a summer camp",
        "They sing around the fire and learn crafts.",
        "training", ("cholpon-ata", "KG"), "ots", (),
    ),
    "old-kk": (
        "kk", "Теңіз деңгейінің төмендеуі ғалымдарды алаңдатты",
        "Каспий жағалауы құрғап барады.",
        "conference", ("aktau", "KZ"), "ots", (),
    ),
    "iran-ru": (
        "ru", "Организация осудила теракт",
        "Соболезнования переданы народу Ирана.",
        "statement", None, "ots", (),
    ),
    "visit-tr": (
        "tr", "Genel Sekreter New York’ta BM yetkilileriyle görüştü",
        "Sürdürülebilir kalkınma hedefleri ele alındı.",
        "visit", ("new-york", "US"), "ots", ("Kubanıçbek Ömüraliyev, genel sekreter",),
    ),
    "gcc-en": (
        "en", "Secretary General visits Riyadh for talks with the Gulf states",
        "Investment in renewables was on the table.",
        "visit", ("riyadh", "SA"), "ots", ("Kubanychbek Omuraliev, secretary general",),
    ),
    "chair-ky": (
        "ky", "Башчылар жыйынды Түркияда өткөрүүнү чечишти",
        "Кийинки төрагалык ырасталды.",
        "summit", ("gabala", "AZ"), "ots",
        ("Садыр Жапаров, президент", "Шавкат Мирзиёев, президент"),
    ),
    "deputy-uz": (
        "uz", "Akademiyaga yangi vitse-prezident tayinlandi",
        "U tilshunos olim.",
        "appointment", ("astana", "KZ"), "turkic-academy", (),
    ),
    "vote-az": (
        "az", "Palatalar birliyi yeni sədrini seçdi",
        "Səsvermə açıq keçirildi.",
        "election", ("istanbul", "TR"), "tcci", (),
    ),
    "photo-ru": (
        "ru", "Открылась выставка керамики и стекла",
        "Мастера показали роспись глазурью.",
        "exhibition", ("tbilisi", "GE"), "turkic-heritage", (),
    ),
    "sea-kk": (
        "kk", "Құтқарушылар төтенше жағдайға дайындықты пысықтады",
        "Мұнай төгілуін жоюға кемелер қатысты.",
        "training", ("baku", "AZ"), "ots", (),
    ),
}  # fmt: skip
