"""Twenty-eight further events; which questions about them miss is never looked at one by one."""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "freight-uz": (
        "uz", "Termizda konteyner poyezdi yoʻlga chiqdi",
        "Vagonlar Afgʻonistondan dengiz portiga boradi.",
        "ceremony", ("termez", "UZ"), "ots", ("Ilhom Mahkamov, vazir",),
    ),
    "pilots-ru": (
        "ru", "Авиавласти договорились о прямых перелётах между столицами",
        "Билеты подешевеют на треть.",
        "agreement", ("ashgabat", "TM"), "ots", (),
    ),
    "brokers-kk": (
        "kk", "Кеден тазартуын жеделдету туралы дөңгелек үстел",
        "Брокерлер декларацияны бір терезеден тапсырмақ.",
        "conference", ("khorgos", "KZ"), "ots", (),
    ),
    "dams-ky": (
        "ky", "Токтогулда суу бөлүштүрүү жана электр кубаты боюнча жолугушуу",
        "Көлдүн деңгээли төмөндөгөнү айтылды.",
        "meeting", ("toktogul", "KG"), "ots", ("Таалайбек Ибраев, министр",),
    ),
    "petrol-az": (
        "az", "Neft şirkətləri emal zavodunun tikintisini müzakirə edib",
        "Benzin ixracı 2027-ci ildə başlayacaq.",
        "meeting", ("sumgayit", "AZ"), "tcci", ("Rövşən Nəcəf, prezident",),
    ),
    "vaccines-tr": (
        "tr", "Ortak aşı üretimi için İzmir’de imza",
        "Laboratuvarlar kızamık ve gribe karşı çalışacak.",
        "agreement", ("izmir", "TR"), "ots", ("Kemal Memişoğlu, Sağlık Bakanı",),
    ),
    "grants-en": (
        "en", "Two hundred scholarships for students of seven countries",
        "Tuition and dormitory are free of charge.",
        "statement", None, "turkunib", ("Musa Yildiz, chairman",),
    ),
    "chairs-ru": (
        "ru", "Ректоры открыли кафедру тюркологии в Уфе",
        "Диссертации можно защищать на двух языках.",
        "ceremony", ("ufa", "RU"), "turkunib", (),
    ),
    "debates-kk": (
        "kk", "Семейде жас көшбасшылардың пікірсайыс додасы",
        "Қатысушылар жұмыссыздық пен бос уақыт туралы таласты.",
        "other", ("semey", "KZ"), "ots", (),
    ),
    "riders-uz": (
        "uz", "Chavandozlar Shahrisabzda ulok chopdi",
        "Gʻolibga tuya va gilam berildi.",
        "other", ("shahrisabz", "UZ"), "turksoy", (),
    ),
    "judo-az": (
        "az", "Gəncədə cüdo üzrə turnirdə beş qızıl qazanılıb",
        "Hakimlər və həkimlər də təltif olunub.",
        "other", ("ganja", "AZ"), "ots", ("Fərid Qayıbov, nazir",),
    ),
    "weaver-en": (
        "en", "Weavers and potters sell their work in Rishtan",
        "Buyers came from thirty lands.",
        "exhibition", ("rishtan", "UZ"), "turkic-heritage", (),
    ),
    "choir-tr": (
        "tr", "Eskişehir’de bozkır ezgileri korosu sahne aldı",
        "Kopuz ustaları ödül kazandı.",
        "festival", ("eskisehir", "TR"), "turksoy", ("Sultan Rayev, Genel Sekreter",),
    ),
    "tales-ky": (
        "ky", "Балдар жомоктору жыйнагы Нарында бет ачты",
        "Сүрөтчүлөр китепти кооздоп чыкты.",
        "ceremony", ("naryn", "KG"), "turksoy", (),
    ),
    "kebab-uz": (
        "uz", "Oshpazlar bahsi Margʻilonda oʻtdi",
        "Kabob va somsa eng koʻp sotildi.",
        "festival", ("margilan", "UZ"), "turksoy", (),
    ),
    "actors-ru": (
        "ru", "Сериал о Деде Коркуте начали снимать в Шемахе",
        "Режиссёр ищет актёров в шести странах.",
        "statement", ("shamakhi", "AZ"), "turksoy", (),
    ),
    "mothers-tr": (
        "tr", "Kadın kooperatifleri ağı Bursa’da tanıtıldı",
        "Ev hanımlarına mikro kredi verilecek.",
        "conference", ("bursa", "TR"), "tcci", ("Emine Erdoğan, Cumhurbaşkanı Eşi",),
    ),
    "portal-kk": (
        "kk", "Цифрлық үкімет тәжірибесі Петропавлда көрсетілді",
        "Азаматтар анықтаманы смартфон арқылы алады.",
        "conference", ("petropavl", "KZ"), "ots", ("Жаслан Мәдиев, министр",),
    ),
    "stars-en": (
        "en", "Young stargazers point a telescope at Jupiter in Shamakhi",
        "The camp ended with a meteor shower.",
        "training", ("shamakhi", "AZ"), "turkic-academy", (),
    ),
    "skiers-kk": (
        "kk", "Риддерде қысқы демалыс маусымы ашылды",
        "Шаңғы тебушілерге жаңа қонақүйлер салынды.",
        "ceremony", ("ridder", "KZ"), "ots", (),
    ),
    "orchard-az": (
        "az", "Qubada alma bağları və soyuducu anbarlar tanıdılıb",
        "Fermerlər suvarma borularından danışıb.",
        "exhibition", ("guba", "AZ"), "ots", ("Məcnun Məmmədov, nazir",),
    ),
    "smog-ru": (
        "ru", "О смоге и электробусах говорили мэры городов",
        "Котельные переводят на газ.",
        "meeting", ("tashkent", "UZ"), "ots", (),
    ),
    "tremor-tr": (
        "tr", "Arama kurtarma ekipleri Malatya’da deprem tatbikatı yaptı",
        "Enkazdan köpeklerle yaralı çıkarıldı.",
        "training", ("malatya", "TR"), "ots", ("Ali Hamza Pehlivan, AFAD Başkanı",),
    ),
    "exiles-ky": (
        "ky", "Босогодогу качкындарга үй салынат",
        "Чек арадан көчкөндөргө жер берилет.",
        "statement", ("batken", "KG"), "ots", (),
    ),
    "radicals-uz": (
        "uz", "Ekstremizm va qurol savdosiga qarshi kurash rejasi tasdiqlandi",
        "Chegarachilar axborot almashadi.",
        "agreement", ("fergana", "UZ"), "ots", (),
    ),
    "notary-az": (
        "az", "Ombudsmanlar uşaq hüquqlarına dair bəyannamə imzalayıb",
        "Məhkəmə və himayədarlıq məsələlərinə baxılıb.",
        "agreement", ("lankaran", "AZ"), "turkpa", ("Səbinə Əliyeva, ombudsman",),
    ),
    "tv-en": (
        "en", "State broadcasters will swap newsreels and cartoons",
        "A shared studio opens in Konya.",
        "agreement", ("konya", "TR"), "ots", ("Zahid Sobaci, Director General",),
    ),
    "stones-ru": (
        "ru", "Рунические стелы Абакана занесли в атлас",
        "Эпиграфисты сняли копии лазером.",
        "other", ("abakan", "RU"), "turkic-academy", ("Шахин Мустафаев, президент",),
    ),
}  # fmt: skip
