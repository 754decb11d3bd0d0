"""Thirty more events in seven languages: other towns, people and topics than those of the first.

Written, with `search_queries_grid.txt`, before the search was tried on any of them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "tour-ru": (
        "ru", "В Тбилиси встретились министры туризма тюркских стран",
        "Обсудили единый маршрут по Шёлковому пути и упрощение виз.",
        "meeting", ("tbilisi", "GE"), "ots", ("Адылбек Касымалиев, премьер-министр",),
    ),
    "school-kk": (
        "kk", "Шымкентте ортақ тарих оқулығы талқыланды",
        "Мұғалімдер мен тарихшылар оқулықтың жаңа нұсқасын қарап шықты.",
        "conference", ("shymkent", "KZ"), "turkic-academy", ("Дархан Қыдырәлі, академик",),
    ),
    "wrestle-ky": (
        "ky", "Таласта кыргыз күрөшү боюнча мелдеш өттү",
        "Балбандар тогуз өлкөдөн келди.",
        "other", ("talas", "KG"), "turksoy", (),
    ),
    "bank-tr": (
        "tr", "Türk Yatırım Fonu Bursa’da bankalarla bir araya geldi",
        "Küçük işletmelere kredi verilmesi konuşuldu.",
        "meeting", ("bursa", "TR"), "turkic-fund", ("Bağdat Amreyev, başkan",),
    ),
    "theatre-az": (
        "az", "Gəncədə teatr festivalı başa çatıb",
        "Səkkiz ölkənin teatrları tamaşalarını göstərib.",
        "festival", ("ganja", "AZ"), "turksoy", (),
    ),
    "silk-uz": (
        "uz", "Buxoroda ipak va toʻqimachilik koʻrgazmasi ochildi",
        "Hunarmandlar matolarini namoyish etdi.",
        "exhibition", ("bukhara", "UZ"), "turkic-heritage", ("Aqtoti Raimqulova, prezident",),
    ),
    "glacier-en": (
        "en", "Environment ministers agree in Karakol to watch the glaciers",
        "They will measure melting ice together.",
        "meeting", ("karakol", "KG"), "ots", ("Dinara Kutmanova, minister",),
    ),
    "library-ru": (
        "ru", "Генеральный секретарь ТЮРКСОЙ посетил Печ",
        "Он осмотрел мечеть и городскую библиотеку.",
        "visit", ("pecs", "HU"), "turksoy", ("Султан Раев, генеральный секретарь",),
    ),
    "press-tr": (
        "tr", "Trabzon’da haber ajansları iş birliği protokolü imzaladı",
        "Gazeteciler için ortak eğitim düzenlenecek.",
        "agreement", ("trabzon", "TR"), "ots", (),
    ),
    "space-az": (
        "az", "Şamaxıda tələbələr üçün kosmos üzrə yay məktəbi keçirilib",
        "Onlar rəsədxanada peyk şəkillərini öyrənib.",
        "training", ("shamakhi", "AZ"), "turkunib", (),
    ),
    "manas-ky": (
        "ky", "Нарында манасчылардын кечеси болду",
        "«Манас» эпосу таңга чейин айтылды.",
        "ceremony", ("naryn", "KG"), "turksoy", (),
    ),
    "cotton-uz": (
        "uz", "Namanganda paxtachilik boʻyicha kelishuv imzolandi",
        "Fermerlar yangi urugʻlarni sinab koʻradi.",
        "agreement", ("namangan", "UZ"), "ots", (),
    ),
    "court-kk": (
        "kk", "Қызылордада судьялар конференциясы өтті",
        "Жоғарғы сот төрағалары тәжірибе алмасты.",
        "conference", ("kyzylorda", "KZ"), "ots", ("Асламбек Мерғалиев, төраға",),
    ),
    "merv-ru": (
        "ru", "В Мары рассказали о раскопках древнего Мерва",
        "Археологи показали находки последних лет.",
        "conference", ("mary", "TM"), "turkic-academy", ("Шахин Мустафаев, президент",),
    ),
    "plenary-tr": (
        "tr", "TÜRKPA Genel Kurulu Edirne’de yapıldı",
        "Meclis başkanları ortak bildiri kabul etti.",
        "conference", ("edirne", "TR"), "turkpa",
        ("Numan Kurtulmuş, TBMM Başkanı", "Mehmet Süreyya Er, Genel Sekreter"),
    ),
    "condole-en": (
        "en", "OTS offers condolences after the bombing",
        "The Secretariat expressed solidarity with the families.",
        "statement", None, "ots", (),
    ),
    "elect-az": (
        "az", "TÜRKPA Budapeştdə seçkiləri müşahidə edib",
        "Missiya otuz məntəqəyə baş çəkib.",
        "election", ("budapest", "HU"), "turkpa", (),
    ),
    "elected-uz": (
        "uz", "TURKPA bosh kotibi oʻrinbosari tayinlandi",
        "Bu haqda Bokuda eʼlon qilindi.",
        "appointment", ("baku", "AZ"), "turkpa", ("Farrux Zokirov, oʻrinbosar",),
    ),
    "leaders-ru": (
        "ru", "В Туркменбаши прошёл саммит ОТГ",
        "Главы государств приняли декларацию.",
        "summit", ("turkmenbashi", "TM"), "ots",
        (
            "Сердар Бердымухамедов, президент", "Шавкат Мирзиёев, президент",
            "Касым-Жомарт Токаев, президент", "Виктор Орбан, премьер-министр",
        ),
    ),
    "horses-en": (
        "en", "Horse breeders of the Turkic world meet at a fair in Kars",
        "Saddles and harness were on show.",
        "exhibition", ("kars", "TR"), "tcci", (),
    ),
    "dombra-kk": (
        "kk", "Семейде домбыра мен қобыз кеші өтті",
        "Күйшілер халық музыкасын орындады.",
        "festival", ("semey", "KZ"), "turksoy", ("Айман Мұсақожаева, ректор",),
    ),
    "museum-az": (
        "az", "Şəkidə muzey direktorları toplaşıb",
        "Onlar eksponatların mühafizəsini müzakirə edib.",
        "meeting", ("sheki", "AZ"), "turkic-heritage", (),
    ),
    "chess-uz": (
        "uz", "Termizda oʻsmirlar oʻrtasida shaxmat turniri oʻtdi",
        "Gʻoliblar kubok bilan taqdirlandi.",
        "other", ("termez", "UZ"), "ots", (),
    ),
    "customs-ky": (
        "ky", "Баткенде бажы кызматынын жетекчилери жолугушту",
        "Алар чек арадагы кезекти кыскартууну сүйлөштү.",
        "meeting", ("batken", "KG"), "ots", (),
    ),
    "photo-ru": (
        "ru", "В Казани открылась фотовыставка о кочевниках",
        "Снимки сделаны в степях и в горах.",
        "exhibition", ("kazan", "RU"), "turksoy", (),
    ),
    "mothers-kk": (
        "kk", "Ақтауда перзентхана ашылды",
        "Емхананың құрылысына қор қаржы бөлді.",
        "ceremony", ("aktau", "KZ"), "turkic-fund", (),
    ),
    "translate-tr": (
        "tr", "Sivas’ta çevirmenler çalıştayı düzenlendi",
        "Masalların ortak çevirisi hazırlanacak.",
        "training", ("sivas", "TR"), "turkic-academy", (),
    ),
    "rescue-en": (
        "en", "Rescue teams of Turkic states train together in Angren",
        "They practised saving people from rubble.",
        "training", ("angren", "UZ"), "ots", (),
    ),
    "harbour-tr": (
        "tr", "Mersin’de liman işletmecileri Orta Koridor’u konuştu",
        "Konteyner taşımacılığının artması bekleniyor.",
        "conference", ("mersin", "TR"), "tcci", (),
    ),
    "diaspora-az": (
        "az", "Berlində diaspor təşkilatları görüşüb",
        "Görüşdə ana dili dərsləri müzakirə olunub.",
        "meeting", ("berlin", "DE"), "ots", (),
    ),
}  # fmt: skip
