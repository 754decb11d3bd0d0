"""Thirty events after what outlets reported, in other towns than those of the other libraries.

Written, with `search_queries_fresh.txt`, after the search was mended on all others, and before it
was tried on any of these.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "cinema-az": (
        "az", "“Korkut Ata” kinofestivalı Şuşada davam edir",
        "Rejissorlar yeni işlərini tamaşaçılara təqdim edib.",
        "festival", ("shusha", "AZ"), "turksoy", ("Şəmil Nəcəfzadə, rejissor",),
    ),
    "polls-ru": (
        "ru", "Наблюдатели ТюркПА следят за выборами в Анталье",
        "Миссия посетила сорок участков.",
        "election", ("antalya", "TR"), "turkpa", ("Алтынбек Мамаюсупов, глава миссии",),
    ),
    "canvas-en": (
        "en", "Painters of the Turkic world gather in Kırşehir",
        "Their canvases will hang in a gallery.",
        "other", ("kirsehir", "TR"), "turksoy", (),
    ),
    "vienna-en": (
        "en", "Third course for diaspora workers ends in Vienna",
        "Those who took part run weekend schools.",
        "training", ("vienna", "AT"), "ots", (),
    ),
    "books-kk": (
        "kk", "Ақтауда кітап жәрмеңкесі ашылды",
        "Баспалар жаңа романдар алып келді.",
        "exhibition", ("aktau", "KZ"), "turksoy", ("Олжас Сүлейменов, жазушы",),
    ),
    "office-ky": (
        "ky", "Бишкекте Түрк инвестициялык фондунун кеңсеси ачылды",
        "Лентаны президент кести.",
        "ceremony", ("bishkek", "KG"), "turkic-fund", ("Садыр Жапаров, президент",),
    ),
    "towns-tr": (
        "tr", "Türk dünyası belediye başkanları Eskişehir’de buluştu",
        "Park ve otobüs projeleri anlatıldı.",
        "meeting", ("eskisehir", "TR"), "ots", ("Ayşe Ünlüce, belediye başkanı",),
    ),
    "kokand-uz": (
        "uz", "Qoʻqon turkiy dunyoning turizm poytaxti deb eʼlon qilindi",
        "Marosimda hunarmandlar ham qatnashdi.",
        "ceremony", ("kokand", "UZ"), "ots", (),
    ),
    "centre-ru": (
        "ru", "В Ташкенте открылся центр турецкого языка",
        "Преподаватели приехали на год.",
        "ceremony", ("tashkent", "UZ"), "turksoy", (),
    ),
    "rectors-tr": (
        "tr", "Türk Üniversiteler Birliği Genel Kurulu Erzurum’da toplandı",
        "Öğrenci değişimi ve ortak diplomalar görüşüldü.",
        "conference", ("erzurum", "TR"), "turkunib", ("Ahmet Hacımüftüoğlu, rektör",),
    ),
    "solar-uz": (
        "uz", "Fargʻonada quyosh elektr stansiyasi boʻyicha shartnoma imzolandi",
        "Loyihani jamgʻarma moliyalashtiradi.",
        "agreement", ("fergana", "UZ"), "turkic-fund", (),
    ),
    "fire-kk": (
        "kk", "Көкшетауда өрт сөндірушілердің жаттығуы өтті",
        "Олар орманда шұғыл іс-қимылды пысықтады.",
        "training", ("kokshetau", "KZ"), "ots", (),
    ),
    "fruit-ky": (
        "ky", "Жалал-Абадда жаңгак жана мөмө-жемиш өндүрүүчүлөр жыйналды",
        "Алар экспорт жөнүндө сүйлөштү.",
        "conference", ("jalal-abad", "KG"), "tcci", (),
    ),
    "honey-az": (
        "az", "Lənkəranda arıçıların sərgisi keçirilib",
        "Ziyarətçilər balın on növünü dadıb.",
        "exhibition", ("lankaran", "AZ"), "tcci", (),
    ),
    "extradite-en": (
        "en", "Prosecutors of Turkic states agree on extradition in Izmir",
        "A network of contact points will be set up.",
        "meeting", ("izmir", "TR"), "ots", ("Kanat Bekov, prosecutor",),
    ),
    "kurai-ru": (
        "ru", "В Уфе прошёл концерт кураистов",
        "Музыканты приехали из семи стран.",
        "festival", ("ufa", "RU"), "turksoy", (),
    ),
    "circus-kk": (
        "kk", "Таразда цирк әртістерінің байқауы өтті",
        "Жүлдегерлерге кубок тапсырылды.",
        "other", ("taraz", "KZ"), "turksoy", (),
    ),
    "tablets-tr": (
        "tr", "Kayseri’de arkeologlar Kültepe tabletlerini anlattı",
        "Çivi yazılı belgeler dört bin yıllık.",
        "conference", ("kayseri", "TR"), "turkic-academy", ("Fikri Kulakoğlu, profesör",),
    ),
    "aral-uz": (
        "uz", "Nukusda Orol dengizi boʻyicha davra suhbati oʻtdi",
        "Ekologlar shoʻrlangan tuproq haqida gapirdi.",
        "conference", ("nukus", "UZ"), "ots", (),
    ),
    "insurers-az": (
        "az", "Sumqayıtda sığortaçılar memorandum imzalayıb",
        "Sənəd yaşıl kart sisteminə aiddir.",
        "agreement", ("sumgayit", "AZ"), "ots", (),
    ),
    "bards-ky": (
        "ky", "Чолпон-Атада жаш акындар айтышты",
        "Жеңүүчү ат минди.",
        "festival", ("cholpon-ata", "KG"), "turksoy", (),
    ),
    "weather-en": (
        "en", "Meteorologists of five Turkic states visit the Rize station",
        "They compared how they forecast storms.",
        "visit", ("rize", "TR"), "ots", (),
    ),
    "medal-ru": (
        "ru", "В Новосибирске тюркологу вручили медаль академии",
        "Он расшифровал десятки надписей.",
        "ceremony", ("novosibirsk", "RU"), "turkic-academy",
        ("Шахин Мустафаев, президент", "Юрий Васильев, тюрколог"),
    ),
    "envoy-tr": (
        "tr", "Genel Sekreter Washington’da büyükelçiyle görüştü",
        "Ticaret heyetlerinin ziyaretleri ele alındı.",
        "meeting", ("washington", "US"), "ots",
        ("Kubanıçbek Ömüraliyev, Genel Sekreter", "Hazar İbrahim, büyükelçi"),
    ),
    "clinic-kk": (
        "kk", "Түркі инвестициялық қоры Петропавлдағы ауруханаға несие берді",
        "Ғимарат екі жылда салынады.",
        "agreement", ("petropavl", "KZ"), "turkic-fund", (),
    ),
    "migrants-az": (
        "az", "TÜRKPA komissiyası Naxçıvanda iclas keçirib",
        "Deputatlar miqrasiya qanunlarını müzakirə edib.",
        "meeting", ("nakhchivan", "AZ"), "turkpa", ("Ramil Həsən, baş katib",),
    ),
    "koran-ru": (
        "ru", "ОТГ осудила сожжение Корана",
        "Секретариат выразил обеспокоенность.",
        "statement", None, "ots", (),
    ),
    "tongue-uz": (
        "uz", "Urganchda ona tili kuni nishonlandi",
        "Bolalar sheʼr oʻqidi.",
        "ceremony", ("urgench", "UZ"), "turkic-academy", (),
    ),
    "ride-en": (
        "en", "Cyclists of eight nations ride to Plovdiv",
        "They crossed two borders on the way.",
        "other", ("plovdiv", "BG"), "turksoy", (),
    ),
    "cooks-tr": (
        "tr", "Şanlıurfa’da mutfak günleri: aşçılar yarıştı",
        "Jüri en iyi pilavı seçti.",
        "festival", ("sanliurfa", "TR"), "turksoy", (),
    ),
}  # fmt: skip
