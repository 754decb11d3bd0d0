"""Events on matters that none of the other libraries was written about.

Written, with `search_queries_tenth.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "bridge-en": (
        "en", "Engineers open a suspension bridge over the Syr Darya",
        "Tolls will be collected from next month.",
        "ceremony", ("kyzylorda", "KZ"), "ots", (),
    ),
    "metro-ru": (
        "ru", "Метростроители показали коллегам новую станцию",
        "Пассажиров станет вдвое больше.",
        "visit", ("almaty", "KZ"), "ots", (),
    ),
    "maps-tr": (
        "tr", "Haritacılar ortak atlas hazırlıyor",
        "Yer adlarının yazımı birleştirilecek.",
        "agreement", ("sivas", "TR"), "turkic-academy", (),
    ),
    "locust-kk": (
        "kk", "Шегірткеге қарсы күрес шаралары келісілді",
        "Егістік алқаптарға дәрі себіледі.",
        "agreement", ("kostanay", "KZ"), "ots", (),
    ),
    "potato-az": (
        "az", "Aqronomlar kartof sortlarını müqayisə etdilər",
        "Məhsuldarlıq iki dəfə artacaq.",
        "conference", ("ganja", "AZ"), "ots", ("Məcnun Məmmədov, nazir",),
    ),
    "horses-ky": (
        "ky", "Жылкы тукумун сактоо боюнча адистер жыйналды",
        "Кымыз өндүрүү тууралуу да айтылды.",
        "meeting", ("naryn", "KG"), "ots", (),
    ),
    "museum-night-en": (
        "en", "Museums stay open all night for free",
        "Curators lead visitors through the storerooms.",
        "festival", ("astana", "KZ"), "turkic-heritage", (),
    ),
    "coins-uz": (
        "uz", "Numizmatlar qadimiy tangalar xazinasini tasvirladi",
        "Kumush dirhamlar koʻrgazmaga qoʻyildi.",
        "exhibition", ("termez", "UZ"), "turkic-heritage", (),
    ),
    "dialects-ru": (
        "ru", "Диалектологи записали речь жителей горных сёл",
        "Аудиозаписи выложат в открытый доступ.",
        "conference", ("osh", "KG"), "turkic-academy", (),
    ),
    "names-tr": (
        "tr", "Kaşgarlı Mahmud’un sözlüğünün yeni baskısı tanıtıldı",
        "Çevirmenler notlar ekledi.",
        "ceremony", ("ankara", "TR"), "turkic-academy", ("Şahin Mustafayev, başkan",),
    ),
    "bells-kk": (
        "kk", "Ыбырай Алтынсариннің мерейтойы мектептерде аталып өтті",
        "Оқушылар шығарма жазды.",
        "ceremony", ("kostanay", "KZ"), "turksoy", (),
    ),
    "jazz-az": (
        "az", "Caz musiqiçiləri muğam ustaları ilə səhnəyə çıxdılar",
        "Saksofon və tar birlikdə səsləndi.",
        "festival", ("baku", "AZ"), "turksoy", ("Sultan Rayev, baş katib",),
    ),
    "comics-uz": (
        "uz", "Komikschilar Alpomish haqida rasmli kitob chizmoqda",
        "Qahramonlar multfilmga ham aylanadi.",
        "other", ("samarkand", "UZ"), "turksoy", (),
    ),
    "circus-en": (
        "en", "Acrobats and clowns tour four capitals",
        "Trapeze artists train in one big top.",
        "festival", ("bishkek", "KG"), "turksoy", (),
    ),
    "toys-ky": (
        "ky", "Улуттук оюнчуктардын көргөзмөсү ачылды",
        "Балдар өздөрү чыгырык жасашты.",
        "exhibition", ("osh", "KG"), "turksoy", (),
    ),
    "dentists-tr": (
        "tr", "Diş hekimleri köylerde ücretsiz muayene yaptı",
        "Gezici klinik yola çıktı.",
        "other", ("khiva", "UZ"), "ots", (),
    ),
    "eyes-ru": (
        "ru", "Офтальмологи провели бесплатные операции",
        "Зрение вернули сорока пациентам.",
        "training", ("dushanbe", "TJ"), "ots", (),
    ),
    "autism-uz": (
        "uz", "Autizmli bolalar uchun markazlar tajriba almashdi",
        "Logopedlar va psixologlar ishtirok etdi.",
        "conference", ("tashkent", "UZ"), "ots", ("Saida Mirziyoyeva, rahbar",),
    ),
    "water-en": (
        "en", "Engineers agree to share data on river levels",
        "Gauges will be read every hour.",
        "agreement", ("ashgabat", "TM"), "ots", (),
    ),
    "trees-az": (
        "az", "Şəhərlərdə yaşıl zonaların salınması müzakirə olundu",
        "Memarlar meydan və parkların layihələrini göstərdilər.",
        "meeting", ("shusha", "AZ"), "ots", ("Aydın Kərimov, nümayəndə",),
    ),
    "prisoners-en": (
        "en", "Delegates welcome an exchange of prisoners of war",
        "Families were told by the Red Crescent.",
        "statement", None, "turkpa", (),
    ),
    "ballot-kk": (
        "kk", "Орталық сайлау комиссияларының төрағалары электронды дауыс беруді салыстырды",
        "Бюллетеньдерді сканерлер санайды.",
        "meeting", ("istanbul", "TR"), "turkpa", ("Нұрлан Әбдіров, төраға",),
    ),
    "treaty-uz": (
        "uz", "Parlament doʻstlik va hamkorlik toʻgʻrisidagi shartnomani ratifikatsiya qildi",
        "Hujjat nusxasi depozitariyga yuboriladi.",
        "agreement", ("tashkent", "UZ"), "turkpa", (),
    ),
    "protocol-ru": (
        "ru", "Начальники протокольных служб сверили порядок встречи гостей",
        "Обсудили рассадку и флаги.",
        "meeting", ("ankara", "TR"), "ots", (),
    ),
    "embassy-ky": (
        "ky", "Элчиликтин жаңы имараты ачылды",
        "Элчи конокторго миннетин билдирди.",
        "ceremony", ("budapest", "HU"), "ots", ("Каныбек Көчөрбаев, элчи",),
    ),
    "interpreters-en": (
        "en", "Simultaneous interpreters practise in booths",
        "They work between five languages.",
        "training", ("istanbul", "TR"), "ots", (),
    ),
    "spokes-az": (
        "az", "Mətbuat katibləri böhran zamanı ünsiyyəti öyrəndilər",
        "Brifinqlərdə suallara cavab verildi.",
        "training", ("baku", "AZ"), "ots", (),
    ),
    "auditors-tr": (
        "tr", "Sayıştay başkanları denetim raporlarını paylaştı",
        "Kamu harcamaları izlenecek.",
        "meeting", ("izmir", "TR"), "ots", ("Metin Yener, başkan",),
    ),
    "monopoly-kk": (
        "kk", "Монополияға қарсы органдар бағаны бақылауды келісті",
        "Бәсекелестік ережелері жақындайды.",
        "agreement", ("astana", "KZ"), "ots", (),
    ),
    "tender-ru": (
        "ru", "Госзакупки переведут на общую площадку",
        "Поставщики увидят все тендеры.",
        "agreement", ("tashkent", "UZ"), "tcci", (),
    ),
    "coffee-tr": (
        "tr", "Kahve ve fındık ithalatçıları fuara katıldı",
        "Ambalaj firmaları da stant açtı.",
        "exhibition", ("ordu", "TR"), "tcci", (),
    ),
    "furniture-ky": (
        "ky", "Эмерек жасоочулар биргелешкен ишкана түзүштү",
        "Жыгач Орусиядан алынат.",
        "agreement", ("bishkek", "KG"), "tcci", ("Темир Сариев, президент",),
    ),
    "leasing-uz": (
        "uz", "Lizing kompaniyalari traktorlarni boʻlib toʻlashga beradi",
        "Foiz stavkasi pasaytirildi.",
        "agreement", ("namangan", "UZ"), "turkic-fund", (),
    ),
    "hydro-en": (
        "en", "The fund buys shares of a battery factory",
        "Lithium cells will power electric buses.",
        "agreement", ("istanbul", "TR"), "turkic-fund", ("Ramil Babayev, director general",),
    ),
    "lunar-kk": (
        "kk", "Телескоптар желісі астероидтарды бақылайды",
        "Обсерваториялар суреттермен алмасады.",
        "conference", ("shamakhi", "AZ"), "ots", (),
    ),
    "genes-ru": (
        "ru", "Генетики расшифровали ДНК кочевников бронзового века",
        "Пробы взяты из курганов.",
        "conference", ("ulaanbaatar", "MN"), "turkic-academy", (),
    ),
    "library-az": (
        "az", "Tələbələr debat turnirində yarışdılar",
        "Natiqlər iki dildə çıxış etdilər.",
        "festival", ("baku", "AZ"), "turkunib", (),
    ),
    "exchange-tr": (
        "tr", "Üniversiteler ortak diploma programı açıyor",
        "Dersler uzaktan da alınabilecek.",
        "agreement", ("erzurum", "TR"), "turkunib", (),
    ),
    "ethics-kk": (
        "kk", "Блогерлер этика кодексіне қол қойды",
        "Жалған жарнамаға жол берілмейді.",
        "ceremony", ("turkistan", "KZ"), "ots", (),
    ),
    "vatican-ru": (
        "ru", "Генеральный секретарь встретился с Папой Римским",
        "Говорили о межрелигиозном диалоге.",
        "visit", ("rome", "IT"), "ots", ("Кубанычбек Омуралиев, генеральный секретарь",),
    ),
    "beijing-uz": (
        "uz", "Delegatsiya Pekinda savdo palatasi bilan tanishdi",
        "Konteynerlar poyezdda tashiladi.",
        "visit", ("beijing", "CN"), "tcci", (),
    ),
    "vice-en": (
        "en", "New deputy secretary general takes office",
        "She served as an envoy in Vienna.",
        "appointment", ("istanbul", "TR"), "ots", ("Mirvokhid Azimov, deputy",),
    ),
    "head-ky": (
        "ky", "Фонддун президенти кайра шайланды",
        "Добуш берүү эки жылда бир өтөт.",
        "election", ("baku", "AZ"), "turkic-heritage", ("Актоты Раимкулова, президент",),
    ),
    "leaders-az": (
        "az", "Dövlət başçıları qeyri-rəsmi sammitdə bəyannamə imzaladılar",
        "Növbəti görüş yeri müəyyən edildi.",
        "summit", ("lachin", "AZ"), "ots",
        ("İlham Əliyev, prezident", "Qasım-Jomart Tokayev, prezident"),
    ),
    "quake-tr": (
        "tr", "Genel Sekreter sel felaketi nedeniyle başsağlığı diledi",
        "Mesajda yaralılara şifa dileniyor.",
        "statement", None, "ots", (),
    ),
}  # fmt: skip
