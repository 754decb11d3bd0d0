"""Events on yet other matters, from roaming charges to rare earths.

Written, with `search_queries_ninth.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "roaming-en": (
        "en", "Mobile operators will lower roaming charges",
        "Calls abroad will cost travellers half as much.",
        "agreement", ("kokand", "UZ"), "ots", (),
    ),
    "flights-kk": (
        "kk", "Әуе компаниялары тікелей рейстерді көбейтеді",
        "Ұшақ билеттері арзандайды.",
        "agreement", ("shymkent", "KZ"), "ots", (),
    ),
    "minerals-ru": (
        "ru", "Геологи составят карту месторождений редкоземельных металлов",
        "Литий и вольфрам ищут в пяти странах.",
        "agreement", ("karaganda", "KZ"), "ots", (),
    ),
    "cotton-tr": (
        "tr", "Pamuk ve tekstil üreticileri ortak marka kuruyor",
        "İplik fabrikaları modernleşecek.",
        "agreement", ("kokand", "UZ"), "tcci", (),
    ),
    "quakes-uz": (
        "uz", "Seysmologlar zilzilalarni erta ogohlantirish tizimini sinadi",
        "Datchiklar togʻlarga oʻrnatiladi.",
        "conference", ("andijan", "UZ"), "ots", (),
    ),
    "mines-en": (
        "en", "Sappers learn to clear land mines with new machines",
        "Displaced families wait to return to their villages.",
        "training", ("khankendi", "AZ"), "ots", (),
    ),
    "prose-az": (
        "az", "Tərcüməçilər qırğız nəsrini nəşrə hazırlayıblar",
        "Hekayələr toplusu payızda çıxacaq.",
        "other", ("lankaran", "AZ"), "turksoy", (),
    ),
    "epic-ky": (
        "ky", "Манасчылар дастандарды кезектешип айтышты",
        "Комузчулар аларга кошулду.",
        "festival", ("talas", "KG"), "turksoy", (),
    ),
    "chess-kk": (
        "kk", "Жас шахматшылар турнирде бақ сынады",
        "Жеңімпаздарға кубок берілді.",
        "other", ("atyrau", "KZ"), "ots", (),
    ),
    "theatre-ru": (
        "ru", "Молодые режиссёры привезли спектакли на смотр театров",
        "Лучшую пьесу назовёт жюри.",
        "festival", ("kazan", "RU"), "turksoy", ("Ильгиз Зайниев, режиссёр",),
    ),
    "navoi-uz": (
        "uz", "Navoiy gʻazallari mushoirada oʻqildi",
        "Shoirlar kechasiga talabalar ham keldi.",
        "ceremony", ("edirne", "TR"), "turksoy", (),
    ),
    "nowruz-en": (
        "en", "Spring holiday brings dancers to the headquarters of UNESCO",
        "Guests tasted sumalak.",
        "ceremony", ("paris", "FR"), "turksoy", ("Sultan Raev, secretary general",),
    ),
    "costume-tr": (
        "tr", "Geleneksel kıyafetler defilesi ilgi gördü",
        "Tasarımcılar nakışlı kaftanlar gösterdi.",
        "exhibition", ("tbilisi", "GE"), "turkic-heritage", (),
    ),
    "saiga-kk": (
        "kk", "Биологтар киік пен қар барысын санады",
        "Браконьерлікпен күрес күшейеді.",
        "conference", ("oral", "KZ"), "ots", (),
    ),
    "desert-ky": (
        "ky", "Чөлгө айланууга каршы сексеул отургузулду",
        "Арал деңизинин түбүндөгү туз шамалга учпай калат.",
        "ceremony", ("nukus", "UZ"), "ots", (),
    ),
    "cancer-az": (
        "az", "Həkimlər xərçəngin erkən aşkarlanmasını müzakirə etdi",
        "Şiş əleyhinə yeni dərmanlardan danışıldı.",
        "conference", ("mersin", "TR"), "ots", (),
    ),
    "volunteers-ru": (
        "ru", "Волонтёры разбили лагерь на берегу озера",
        "Добровольцы уберут мусор и посадят деревья.",
        "training", ("karakol", "KG"), "ots", (),
    ),
    "tents-en": (
        "en", "Turkic states send tents and blankets to flood victims",
        "Lorries with humanitarian aid have arrived.",
        "other", ("kabul", "AF"), "ots", (),
    ),
    "bourse-uz": (
        "uz", "Fond birjalari aksiyalar savdosini bogʻlaydi",
        "Investorlar uchun qoidalar soddalashtiriladi.",
        "agreement", ("istanbul", "TR"), "turkic-fund", (),
    ),
    "sukuk-tr": (
        "tr", "Faizsiz bankacılık ve sigorta uzmanları buluştu",
        "Sukuk ihracı da ele alındı.",
        "conference", ("sarajevo", "BA"), "tcci", (),
    ),
    "startups-kk": (
        "kk", "Стартаптар венчурлік инвесторларға жобаларын көрсетті",
        "Ең үздік бағдарламашылар марапатталды.",
        "exhibition", ("tashkent", "UZ"), "tcci", (),
    ),
    "corpus-en": (
        "en", "Linguists release a speech corpus for machine translation",
        "It covers endangered languages of Siberia.",
        "ceremony", ("astana", "KZ"), "turkic-academy", (),
    ),
    "founding-az": (
        "az", "Naxçıvan sazişinin ildönümü qeyd edildi",
        "Bu sənədlə təşkilat yaradılıb.",
        "ceremony", ("nakhchivan", "AZ"), "ots", (),
    ),
    "budget-ru": (
        "ru", "Старшие должностные лица утвердили бюджет секретариата",
        "Взносы государств-членов не изменятся.",
        "meeting", ("istanbul", "TR"), "ots", (),
    ),
    "cyprus-tr": (
        "tr", "Kuzey Kıbrıs zirveye gözlemci üye olarak katıldı",
        "Bayrağı ilk kez göndere çekildi.",
        "summit", ("samarkand", "UZ"), "ots", ("Ersin Tatar, cumhurbaşkanı",),
    ),
    "consuls-ky": (
        "ky", "Консулдук кызматтардын башчылары кеңешти",
        "Чет жактагы жарандарга паспорт тез берилет.",
        "meeting", ("ankara", "TR"), "ots", (),
    ),
    "experts-ru": (
        "ru", "Аналитические центры обсудили геополитику региона",
        "Политологи подготовят доклад.",
        "conference", ("warsaw", "PL"), "ots", (),
    ),
    "egov-uz": (
        "uz", "Elektron hukumat va raqamli imzo mutaxassislari uchrashdi",
        "Davlat xizmatlari bitta ilovada boʻladi.",
        "meeting", ("fergana", "UZ"), "ots", (),
    ),
    "hackers-tr": (
        "tr", "Siber saldırılara karşı ortak tatbikat yapıldı",
        "Uzmanlar bilgisayar korsanlarını durdurdu.",
        "training", ("erzurum", "TR"), "ots", (),
    ),
    "nuclear-kk": (
        "kk", "Атом электр стансаларының қауіпсіздігі талқыланды",
        "Уран өндірісі де сөз болды.",
        "conference", ("vienna", "AT"), "ots", ("Рафаэль Гросси, бас директор",),
    ),
    "gas-ru": (
        "ru", "Подписан контракт о транзите природного газа",
        "Трубопровод пройдёт по дну моря.",
        "agreement", ("mary", "TM"), "ots", (),
    ),
    "dam-en": (
        "en", "Kambarata hydropower plant wins support of neighbours",
        "The dam will hold water for the dry months.",
        "statement", ("naryn", "KG"), "ots", (),
    ),
    "drops-az": (
        "az", "Fermerlər damcı üsulu ilə suvarmanı öyrəndilər",
        "Pambıq və üzüm sahələri quraqlıqdan qorunacaq.",
        "training", ("mingachevir", "AZ"), "ots", (),
    ),
    "bees-tr": (
        "tr", "Arıcılar bal ihracatını konuştu",
        "Kovanlara sensör takılacak.",
        "meeting", ("trabzon", "TR"), "tcci", (),
    ),
    "vets-uz": (
        "uz", "Veterinarlar chorva kasalliklariga qarshi kurashni muvofiqlashtirdi",
        "Qoramollar va qoʻylar tekshiriladi.",
        "meeting", ("urgench", "UZ"), "ots", (),
    ),
    "zones-kk": (
        "kk", "Еркін экономикалық аймақтардың басшылары жиналды",
        "Зауыт салушыларға жер тегін беріледі.",
        "conference", ("shymkent", "KZ"), "tcci", (),
    ),
    "ferry-az": (
        "az", "Yeni bərə ilk reysə yola düşdü",
        "Gəmi vaqonları və avtomobilləri daşıyır.",
        "ceremony", ("baku", "AZ"), "ots", (),
    ),
    "customs-en": (
        "en", "Hauliers want digital customs papers accepted at every crossing",
        "Queues of trucks last for days.",
        "conference", ("osh", "KG"), "tcci", (),
    ),
    "friends-ru": (
        "ru", "Парламентские группы дружбы подписали план работы",
        "Депутаты встретятся дважды в год.",
        "agreement", ("islamabad", "PK"), "turkpa", (),
    ),
    "children-ky": (
        "ky", "Депутаттар балдарды коргоо жөнүндө моделдик мыйзамды карашты",
        "Эрте никеге каршы беренелер киргизилди.",
        "meeting", ("bishkek", "KG"), "turkpa", ("Нурланбек Тургунбек уулу, төрага",),
    ),
    "speaker-en": (
        "en", "Assembly elects its next chairperson",
        "The vote was unanimous.",
        "election", ("ankara", "TR"), "turkpa", ("Numan Kurtulmuş, speaker",),
    ),
    "tokyo-ru": (
        "ru", "Глава фонда посетила Национальный музей Японии",
        "Речь шла о копиях древних рукописей.",
        "visit", ("tokyo", "JP"), "turkic-heritage", ("Актоты Раимкулова, президент",),
    ),
    "cairo-tr": (
        "tr", "Genel Sekreter Arap Birliği’ni ziyaret etti",
        "İş birliği için yol haritası hazırlanacak.",
        "visit", ("cairo", "EG"), "ots", ("Kubanıçbek Ömüraliyev, genel sekreter",),
    ),
    "director-kk": (
        "kk", "Қорға жаңа басқарушы директор тағайындалды",
        "Ол бұрын банк басқарған.",
        "appointment", ("istanbul", "TR"), "turkic-fund", (),
    ),
    "union-uz": (
        "uz", "Universitetlar birligiga yangi bosh kotib tayinlandi",
        "U professor unvoniga ega.",
        "appointment", None, "turkunib", (),
    ),
    "games-ky": (
        "ky", "Универсиадага он өлкөнүн студенттери келди",
        "Күрөш жана жеңил атлетика боюнча медалдар ойнотулат.",
        "festival", ("ufa", "RU"), "turkunib", (),
    ),
    "miniature-uz": (
        "uz", "Miniatyura va xattotlik koʻrgazmasi ochildi",
        "Naqqoshlar oltin suvi bilan bezagan sahifalar qoʻyildi.",
        "exhibition", ("doha", "QA"), "turksoy", (),
    ),
    "khojaly-az": (
        "az", "Təşkilat Xocalı qurbanlarının xatirəsini anıb",
        "Bəyanatda ədalət tələb olunur.",
        "statement", None, "ots", (),
    ),
    "vision-ru": (
        "ru", "Лидеры приняли «Видение тюркского мира — 2040»",
        "Стратегия рассчитана на два десятилетия.",
        "summit", ("istanbul", "TR"), "ots",
        ("Реджеп Тайип Эрдоган, президент", "Шавкат Мирзиёев, президент"),
    ),
    "rector-kk": (
        "kk", "Одақтың төрағасы болып ректор сайланды",
        "Дауыс беру жасырын өтті.",
        "election", ("turkistan", "KZ"), "turkunib", ("Жанар Темірбекова, ректор",),
    ),
}  # fmt: skip
