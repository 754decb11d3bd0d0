"""Forty events on narrow matters of the field that `search_library_sixth` does not touch.

Written, with `search_queries_seventh.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "post-az": (
        "az", "Poçt operatorları bağlamaların izlənməsi haqqında razılaşıb",
        "Göndərişlər iki günə çatdırılacaq.",
        "agreement", ("ganja", "AZ"), "ots", (),
    ),
    "twins-tr": (
        "tr", "Belediye başkanları kardeş şehir protokolünü İzmir’de imzaladı",
        "Park ve meydanlara ortak isimler verilecek.",
        "agreement", ("izmir", "TR"), "ots", ("Cemil Tugay, belediye başkanı",),
    ),
    "weather-ru": (
        "ru", "Синоптики обменяются данными о пыльных бурях",
        "Метеорологические службы запустят общую карту.",
        "meeting", ("nukus", "UZ"), "ots", (),
    ),
    "tax-kk": (
        "kk", "Салық комитеттерінің төрағалары қосарланған салықты жоюды талқылады",
        "Декларация тапсыру жеңілдейді.",
        "meeting", ("almaty", "KZ"), "ots", ("Жандос Дүйсембиев, төраға",),
    ),
    "census-uz": (
        "uz", "Statistika idoralari aholini roʻyxatga olish usullarini solishtirdi",
        "Maʼlumotlar ochiq portalda chiqadi.",
        "conference", ("namangan", "UZ"), "ots", (),
    ),
    "ombudsman-en": (
        "en", "Ombudsmen of the Turkic states speak of the rights of children",
        "Complaints may be lodged online.",
        "conference", ("ankara", "TR"), "turkpa", ("Sabina Aliyeva, Commissioner",),
    ),
    "court-ky": (
        "ky", "Конституциялык соттордун төрагалары Бишкекте жолугушту",
        "Судьялар чечимдердин базасын түзүүнү сунуштады.",
        "meeting", ("bishkek", "KG"), "ots", (),
    ),
    "police-tr": (
        "tr", "Emniyet müdürleri uyuşturucu kaçakçılığına karşı tatbikat yaptı",
        "Narkotik köpekleri de görev aldı.",
        "training", ("antalya", "TR"), "ots", ("Ali Yerlikaya, İçişleri Bakanı",),
    ),
    "corruption-az": (
        "az", "Korrupsiyaya qarşı mübarizə üzrə prokurorların konfransı",
        "Mütəxəssislər şəffaflıq ölçülərini təqdim edib.",
        "conference", ("baku", "AZ"), "ots", ("Kamran Əliyev, baş prokuror",),
    ),
    "vaccine-ru": (
        "ru", "Вакцинация детей: врачи сверили календари прививок",
        "Эпидемиологи обсудили корь.",
        "conference", ("bishkek", "KG"), "ots", (),
    ),
    "transplant-en": (
        "en", "Surgeons teach kidney transplantation to young colleagues",
        "Donors are to be registered in one list.",
        "training", ("ankara", "TR"), "ots", ("Kemal Memişoğlu, minister",),
    ),
    "disabled-kk": (
        "kk", "Мүгедектігі бар жандарға арналған кедергісіз орта жобасы ұсынылды",
        "Арбашыларға арналған пандустар салынады.",
        "statement", ("astana", "KZ"), "ots", (),
    ),
    "hydrogen-tr": (
        "tr", "Yeşil hidrojen tesisinin temeli Bandırma yakınında atıldı",
        "Mühendisler elektrolizörleri kuracak.",
        "ceremony", ("balikesir", "TR"), "ots", ("Alparslan Bayraktar, Bakan",),
    ),
    "lithium-uz": (
        "uz", "Geologlar litiy va noyob metallar xaritasini tuzishga kelishdi",
        "Konlar birgalikda oʻrganiladi.",
        "agreement", ("tashkent", "UZ"), "ots", ("Bobir Islomov, vazir",),
    ),
    "hydro-ky": (
        "ky", "Камбар-Ата ГЭСинин курулушуна министрлер барып көрүштү",
        "Плотинанын бийиктиги эки жүз метр болот.",
        "visit", ("jalal-abad", "KG"), "ots", ("Таалайбек Ибраев, министр",),
    ),
    "bonds-en": (
        "en", "Stock exchanges plan to list green bonds together",
        "Brokers want one settlement day.",
        "meeting", ("istanbul", "TR"), "ots", (),
    ),
    "insurance-ru": (
        "ru", "Страховщики вводят единый полис для автомобилистов",
        "Выплаты пойдут через общее бюро.",
        "agreement", ("tashkent", "UZ"), "tcci", (),
    ),
    "banks-az": (
        "az", "Mərkəzi bankların sədrləri milli valyutalarla hesablaşmaları müzakirə edib",
        "Ödəniş kartları qarşılıqlı qəbul olunacaq.",
        "meeting", ("shusha", "AZ"), "ots", ("Taleh Kazımov, sədr",),
    ),
    "saiga-kk": (
        "kk", "Киіктерді қорғау жөніндегі биологтар экспедициясы Ұлытауда",
        "Ақбөкендердің саны екі миллионнан асты.",
        "other", ("zhezkazgan", "KZ"), "turkic-academy", (),
    ),
    "trees-tr": (
        "tr", "Gönüllüler Türk dünyası ormanına fidan dikti",
        "Çölleşmeye karşı on bin ağaç yeşerecek.",
        "ceremony", ("konya", "TR"), "ots", ("İbrahim Yumaklı, Tarım ve Orman Bakanı",),
    ),
    "aral-ru": (
        "ru", "Экологи обсудили судьбу Аральского моря",
        "На высохшем дне сажают саксаул.",
        "conference", ("nukus", "UZ"), "ots", (),
    ),
    "bees-ky": (
        "ky", "Балчылардын жарманкеси Чүйдө болуп өттү",
        "Аарычылар тоо балын сатышты.",
        "exhibition", ("karakol", "KG"), "tcci", (),
    ),
    "fish-az": (
        "az", "Nərə balıqlarının artırılması üçün zavod Neftçalada açılıb",
        "Körpə balıqlar dənizə buraxılıb.",
        "ceremony", ("lankaran", "AZ"), "ots", (),
    ),
    "falcon-en": (
        "en", "Falconers and hunters with eagles compete on the steppe",
        "Hounds ran as well.",
        "other", ("turkistan", "KZ"), "turksoy", (),
    ),
    "horses-uz": (
        "uz", "Otlar poygasi va uloq musobaqasi Jizzaxda oʻtdi",
        "Chavandozlarga sovrinlar topshirildi.",
        "other", ("jizzakh", "UZ"), "turksoy", (),
    ),
    "epic-tr": (
        "tr", "Manas Destanı’nı okuyan ozanlar Bişkek’te buluştu",
        "Manasçılar üç gün boyunca söyledi.",
        "festival", ("bishkek", "KG"), "turksoy", ("Sultan Raev, Genel Sekreter",),
    ),
    "nauryz-kk": (
        "kk", "Наурыз мерекесі ЮНЕСКО штабында тойланды",
        "Қонақтарға наурыз көже ұсынылды.",
        "ceremony", ("paris", "FR"), "turksoy", ("Асқар Абдрахманов, елші",),
    ),
    "tomb-uz": (
        "uz", "Maqbarani taʼmirlash ishlari Xivada boshlandi",
        "Restavratorlar koshinlarni tiklaydi.",
        "ceremony", ("khiva", "UZ"), "turkic-heritage", ("Aqtotı Raimkulova, prezident",),
    ),
    "petroglyph-ru": (
        "ru", "Археологи нашли наскальные рисунки в ущелье",
        "Петроглифам около трёх тысяч лет.",
        "statement", ("osh", "KG"), "turkic-academy", (),
    ),
    "museum-az": (
        "az", "Muzey direktorları eksponat mübadiləsi haqqında memorandum imzalayıb",
        "Xalça və keramika səyyar göstəriləcək.",
        "agreement", ("sheki", "AZ"), "turkic-heritage", (),
    ),
    "library-kk": (
        "kk", "Ұлттық кітапханалар электронды каталогты біріктіреді",
        "Кітапханашылар сирек кітаптарды сканерлейді.",
        "agreement", ("astana", "KZ"), "turkic-academy", (),
    ),
    "translate-ky": (
        "ky", "Котормочулар Чыңгыз Айтматовдун чыгармаларын которушат",
        "Сөздүк түзүү да пландалууда.",
        "conference", ("cholpon-ata", "KG"), "turksoy", (),
    ),
    "theatre-uz": (
        "uz", "Teatr jamoalari Margʻilonda spektakllar koʻrsatdi",
        "Eng yaxshi aktyorlarga mukofot berildi.",
        "festival", ("fergana", "UZ"), "turksoy", (),
    ),
    "cartoon-en": (
        "en", "Animators show cartoons about Nasreddin Hodja",
        "Children chose the winner.",
        "festival", ("eskisehir", "TR"), "turksoy", (),
    ),
    "fashion-az": (
        "az", "Milli geyimlərin defilesi Naxçıvanda keçirilib",
        "Dizaynerlər kəlağayı və ipək göstərib.",
        "other", ("nakhchivan", "AZ"), "turksoy", (),
    ),
    "visa-ru": (
        "ru", "Страны договорились о безвизовых поездках и едином туристическом билете",
        "Консулы упростят порядок пребывания.",
        "agreement", ("astana", "KZ"), "ots", ("Мурат Нуртлеу, министр",),
    ),
    "aviation-tr": (
        "tr", "Sivil havacılık idareleri yeni uçuş hatları için Taşkent’te görüştü",
        "Pilotların lisansları tanınacak.",
        "meeting", ("tashkent", "UZ"), "ots", (),
    ),
    "ai-en": (
        "en", "Programmers build language models of artificial intelligence for Turkic tongues",
        "Startups get access to a supercomputer.",
        "training", ("astana", "KZ"), "turkic-academy", ("Zhaslan Madiyev, minister",),
    ),
    "silk-uz": (
        "uz", "Ipakchilik va pillachilik klasteri Buxoroda ish boshladi",
        "Tut koʻchatlari ekildi.",
        "ceremony", ("bukhara", "UZ"), "tcci", (),
    ),
    "jobs-ky": (
        "ky", "Эмгек мигранттары үчүн маалымат борбору ачылды",
        "Пенсия жана камсыздандыруу маселелери түшүндүрүлөт.",
        "ceremony", ("osh", "KG"), "ots", ("Равшанбек Сабиров, министр",),
    ),
}  # fmt: skip
