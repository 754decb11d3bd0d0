"""Events on what a desk officer asks of these organisations, from permits to petroglyphs.

Written, with `search_queries_eighth.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "observers-ky": (
        "ky", "ТүркПАнын байкоочулары парламенттик шайлоого келди",
        "Алар добуш берүүчү жайларды кыдырып чыгышат.",
        "election", ("tashkent", "UZ"), "turkpa", ("Рамил Хасан, башкы катчы",),
    ),
    "permit-tr": (
        "tr", "Kamyonlar için elektronik geçiş belgesi uygulaması başladı",
        "Sınırda bekleme süresi kısalacak.",
        "agreement", ("kars", "TR"), "ots", (),
    ),
    "alphabet-kk": (
        "kk", "Ортақ әліпби комиссиясы Бакуде жиналды",
        "Отыз төрт әріптен тұратын жоба қаралды.",
        "meeting", ("baku", "AZ"), "turkic-academy", ("Шаһин Мұстафаев, президент",),
    ),
    "loan-en": (
        "en", "Turkic Investment Fund approves its first loan to small businesses",
        "Local banks will lend the money on.",
        "meeting", ("istanbul", "TR"), "turkic-fund", ("Baghdad Amreyev, president",),
    ),
    "satellite-uz": (
        "uz", "Turkiy davlatlarning qoʻshma sunʼiy yoʻldoshi uchirildi",
        "Apparat Yerni suratga oladi.",
        "ceremony", ("baikonur", "KZ"), "ots", (),
    ),
    "pilgrims-ru": (
        "ru", "В Туркестане прошёл форум о паломническом туризме",
        "Туроператоры предложили единый маршрут по святым местам.",
        "conference", ("turkistan", "KZ"), "ots", (),
    ),
    "nomad-en": (
        "en", "Wrestlers and archers gather for the World Nomad Games",
        "Eagle hunters will show their birds on the lake shore.",
        "festival", ("cholpon-ata", "KG"), "ots", (),
    ),
    "capital-az": (
        "az", "Aktau türk dünyasının mədəniyyət paytaxtı elan edildi",
        "Mərasimdə simvolik açar təqdim olundu.",
        "ceremony", ("aktau", "KZ"), "turksoy", ("Sultan Rayev, baş katib",),
    ),
    "archive-tr": (
        "tr", "Arşiv müdürleri el yazmalarının dijital ortama aktarılmasını görüştü",
        "Tarayıcılar bu yıl alınacak.",
        "meeting", ("bursa", "TR"), "turkic-heritage", (),
    ),
    "young-kk": (
        "kk", "Жас дипломаттар мектебі Анкарада өтті",
        "Тыңдаушылар келіссөз жүргізуді үйренді.",
        "training", ("ankara", "TR"), "ots", (),
    ),
    "women-ru": (
        "ru", "Женщины-предприниматели тюркских стран открыли свой клуб",
        "Участницы получат советы наставников.",
        "ceremony", ("tashkent", "UZ"), "tcci", ("Шахноза Каримова, председатель",),
    ),
    "textbook-az": (
        "az", "Ümumi türk tarixi dərsliyi məktəblərə paylanır",
        "Müəllimlər üçün vəsait də hazırlanıb.",
        "other", ("sheki", "AZ"), "turkic-academy", (),
    ),
    "terms-ky": (
        "ky", "Тилчилер орток терминдердин сөздүгүн бет ачарга алып чыгышты",
        "Ага сегиз миң сөз кирген.",
        "conference", ("bishkek", "KG"), "turkic-academy", (),
    ),
    "cable-en": (
        "en", "Undersea cable will carry green electricity across the Caspian",
        "The feasibility study is ready.",
        "agreement", ("baku", "AZ"), "ots", ("Parviz Shahbazov, minister",),
    ),
    "ports-uz": (
        "uz", "Oqtov porti konteyner poyezdlari jadvalini kelishdi",
        "Yuk tashish muddati ikki haftaga qisqaradi.",
        "agreement", ("aktau", "KZ"), "ots", (),
    ),
    "glacier-tr": (
        "tr", "Bilim insanları eriyen buzulları tartıştı",
        "Su kaynakları her yıl azalıyor.",
        "conference", ("bishkek", "KG"), "ots", (),
    ),
    "wheat-ru": (
        "ru", "Министры сельского хозяйства договорились о запасах пшеницы",
        "Речь шла о продовольственной безопасности.",
        "meeting", ("kostanay", "KZ"), "ots", ("Айдарбек Сапаров, министр",),
    ),
    "arbitration-en": (
        "en", "Chambers of commerce set up an arbitration centre",
        "It will settle disputes between companies.",
        "agreement", ("istanbul", "TR"), "tcci", ("Rifat Hisarcıklıoğlu, president",),
    ),
    "ombudsman-az": (
        "az", "Ombudsmanlar həbsxanalarda monitorinq təcrübəsini bölüşdülər",
        "Şikayətlər onlayn qəbul ediləcək.",
        "conference", ("baku", "AZ"), "ots", ("Səbinə Əliyeva, ombudsman",),
    ),
    "diaspora-kk": (
        "kk", "Диаспора ұйымдары Берлинде бас қосты",
        "Шетелдегі отандастардың балаларына тіл курстары ашылады.",
        "meeting", ("berlin", "DE"), "ots", (),
    ),
    "gaza-tr": (
        "tr", "TDT Gazze’deki ateşkesi memnuniyetle karşıladı",
        "Açıklamada insani yardımın ulaştırılması istendi.",
        "statement", None, "ots", (),
    ),
    "crash-ru": (
        "ru", "ТюркПА выразила соболезнования в связи с авиакатастрофой",
        "Организация скорбит вместе с семьями погибших.",
        "statement", ("aktau", "KZ"), "turkpa", (),
    ),
    "chair-uz": (
        "uz", "Qirgʻiziston tashkilotga raislikni Ozarbayjondan qabul qildi",
        "Bayroq navbatdagi rais mamlakatga topshirildi.",
        "summit", ("gabala", "AZ"), "ots", ("Ilhom Aliyev, prezident", "Sadir Japarov, prezident"),
    ),
    "secretary-ky": (
        "ky", "Түрксойдун жаңы башкы катчысы дайындалды",
        "Ал кызматка жазында киришет.",
        "appointment", ("ankara", "TR"), "turksoy", ("Султан Раев, башкы катчы",),
    ),
    "aitmatov-en": (
        "en", "Readers mark the birthday of Chingiz Aitmatov",
        "Actors read from Jamila.",
        "ceremony", ("budapest", "HU"), "turksoy", (),
    ),
    "rocks-kk": (
        "kk", "Саймалы-Таш петроглифтерін қорғау жұмыстары басталды",
        "Жартастағы суреттер тазартылады.",
        "other", ("jalal-abad", "KG"), "turkic-heritage", ("Ақтоты Райымқұлова, президент",),
    ),
    "cartoon-az": (
        "az", "Türk xalqlarının nağılları əsasında cizgi filmi çəkilir",
        "Rejissorlar studiya seçirlər.",
        "other", ("baku", "AZ"), "turksoy", (),
    ),
    "food-ky": (
        "ky", "Түрк дүйнөсүнүн ашпозчулары улуттук тамактарды бышырды",
        "Конокторго палоо менен манты тартылды.",
        "festival", ("gaziantep", "TR"), "turksoy", (),
    ),
    "carpets-ru": (
        "ru", "Мастерицы ковроткачества показали свои работы",
        "Ремесленники научат туристов ткать.",
        "exhibition", ("khiva", "UZ"), "turkic-heritage", (),
    ),
    "halal-tr": (
        "tr", "Helal belgelendirmede ortak standartlar için mutabakat imzalandı",
        "Laboratuvarlar birbirinin raporlarını tanıyacak.",
        "agreement", ("konya", "TR"), "tcci", (),
    ),
    "payments-kk": (
        "kk", "Орталық банктер төлем жүйелерін қосуға келісті",
        "Карталар барлық елде жұмыс істейді.",
        "agreement", ("almaty", "KZ"), "turkic-fund", ("Тимур Сүлейменов, төраға",),
    ),
    "border-uz": (
        "uz", "Maxsus xizmatlar rahbarlari chegara xavfsizligini muhokama qildi",
        "Terrorizmga qarshi birgalikda kurashiladi.",
        "meeting", ("termez", "UZ"), "ots", (),
    ),
    "drill-az": (
        "az", "Hərbi təlimdə pilotsuz uçuş aparatları sınaqdan keçirildi",
        "Əsgərlər dağda hərəkət etdilər.",
        "training", ("ganja", "AZ"), "ots", (),
    ),
    "medicines-en": (
        "en", "Drug makers seek mutual recognition of medicines",
        "Pharmacies complain of shortages.",
        "conference", ("izmir", "TR"), "tcci", (),
    ),
    "fires-ky": (
        "ky", "Токой өрттөрүн өчүрүү боюнча биргелешкен машыгуу өттү",
        "Куткаруучулар тик учактарды колдонушту.",
        "training", ("antalya", "TR"), "ots", (),
    ),
    "libraries-uz": (
        "uz", "Milliy kutubxonalar umumiy elektron katalog yaratadi",
        "Nodir kitoblar bepul oʻqiladi.",
        "conference", ("samarkand", "UZ"), "turkic-academy", (),
    ),
    "extradition-tr": (
        "tr", "Başsavcılar suçluların iadesini kolaylaştırmayı ele aldı",
        "Deliller hızlı biçimde paylaşılacak.",
        "meeting", ("ashgabat", "TM"), "ots", (),
    ),
    "seats-en": (
        "en", "Women members of parliament call for more seats for women",
        "They spoke of quotas and equal pay.",
        "conference", ("shusha", "AZ"), "turkpa", ("Sahiba Gafarova, speaker",),
    ),
    "orkhun-ru": (
        "ru", "Ректоры тюркских университетов открыли летнюю школу",
        "Студенты приедут по программе обмена «Орхун».",
        "training", ("eskisehir", "TR"), "turkunib", (),
    ),
    "brussels-kk": (
        "kk", "Түркі мемлекеттері ұйымының Бас хатшысы Брюссельге сапармен барды",
        "Еуропалық одақпен байланыс туралы сөз болды.",
        "visit", ("brussels", "BE"), "ots", ("Құбанычбек Өмүралиев, бас хатшы",),
    ),
    "szijjarto-uz": (
        "uz", "Vengriya tashqi ishlar vaziri Toshkentga tashrif buyurdi",
        "Tomonlar yadro energetikasi haqida gaplashdi.",
        "visit", ("tashkent", "UZ"), "ots", ("Peter Siyyarto, vazir",),
    ),
    "rabat-en": (
        "en", "Delegation of the parliamentary assembly pays a visit to Morocco",
        "It met the speaker of the House of Councillors.",
        "visit", ("rabat", "MA"), "turkpa", (),
    ),
    "academy-ru": (
        "ru", "Избран новый вице-президент академии",
        "За него проголосовали все члены учёного совета.",
        "election", ("astana", "KZ"), "turkic-academy", (),
    ),
    "runes-en": (
        "en", "Photographs of Turkic runes are on show",
        "The inscriptions date from the eighth century.",
        "exhibition", ("ulaanbaatar", "MN"), "turkic-academy", (),
    ),
    "music-uz": (
        "uz", "Xalq cholgʻulari festivali boʻlib oʻtdi",
        "Doʻmbira va komuz ustalari chiqdi.",
        "festival", ("shusha", "AZ"), "turksoy", (),
    ),
    "leaders-kk": (
        "kk", "Мемлекет басшылары бейресми саммитке жиналды",
        "Декларацияға қол қойылды.",
        "summit", ("budapest", "HU"), "ots",
        ("Қасым-Жомарт Тоқаев, президент", "Виктор Орбан, премьер-министр"),
    ),
    "press-tr": (
        "tr", "Gazeteciler yalan haberle mücadeleyi öğrendi",
        "Muhabirler sosyal medya paylaşımlarını doğruladı.",
        "training", ("istanbul", "TR"), "ots", (),
    ),
}  # fmt: skip
