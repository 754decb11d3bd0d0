"""Events on narrow topics, for questions that ask for nothing else but topics and kinds.

Written, with `search_queries_twelfth.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "parcel-ru": (
        "ru", "Таможни отменят пошлину на мелкие посылки",
        "Покупки в интернет-магазинах будут оформляться за час.",
        "agreement", ("almaty", "KZ"), "ots", (),
    ),
    "halal-tr": (
        "tr", "Helal gıda belgesi karşılıklı tanınacak",
        "Et üreticileri tek bir damga kullanacak.",
        "agreement", ("ankara", "TR"), "tcci", (),
    ),
    "bees-az": (
        "az", "Arıçılar balın keyfiyyətini müqayisə etdilər",
        "Qafqaz arısının cinsi qorunmalıdır.",
        "conference", ("sheki", "AZ"), "ots", (),
    ),
    "felt-ky": (
        "ky", "Кийиз басуучу чебердер көргөзмө ачышты",
        "Шырдактар жана ала кийиздер тартууланды.",
        "exhibition", ("naryn", "KG"), "turksoy", (),
    ),
    "yurt-en": (
        "en", "Craftsmen raise thirty yurts on the mountain pasture",
        "Visitors learned how the wooden lattice is tied.",
        "festival", ("cholpon-ata", "KG"), "turksoy", (),
    ),
    "shadow-tr": (
        "tr", "Karagöz ustaları gölge oyununu çocuklara öğretti",
        "Deri tasvirler mum ışığında oynatıldı.",
        "training", ("bursa", "TR"), "turksoy", (),
    ),
    "choir-uz": (
        "uz", "Bolalar xorlari birga kuyladi",
        "Xormeysterlar xalq kuylarini qayta ishladi.",
        "festival", ("samarkand", "UZ"), "turksoy", (),
    ),
    "ballet-ru": (
        "ru", "Артисты балета показали новую постановку",
        "Хореограф соединил классику и народный танец.",
        "festival", ("astana", "KZ"), "turksoy", (),
    ),
    "chess-kk": (
        "kk", "Жас шахматшылар командалық біріншілікте кездесті",
        "Гроссмейстерлер бір мезгілде ойын өткізді.",
        "other", ("almaty", "KZ"), "ots", (),
    ),
    "kokboru-ru": (
        "ru", "Всадники сыграли в кок-бору",
        "Команды забросили восемь козлиных туш.",
        "other", ("bishkek", "KG"), "ots", (),
    ),
    "archery-en": (
        "en", "Mounted archers aim at moving targets",
        "Bows were made of horn and sinew.",
        "festival", ("konya", "TR"), "ots", (),
    ),
    "wrestle-uz": (
        "uz", "Belbogʻli kurash boʻyicha polvonlar bellashdi",
        "Hakamlar yangi qoidalarni sinab koʻrdi.",
        "other", ("termez", "UZ"), "ots", (),
    ),
    "breed-kk": (
        "kk", "Жылқы өсірушілер тұқым асылдандыруды талқылады",
        "Жабы тұқымының паспорты жасалады.",
        "conference", ("taraz", "KZ"), "ots", (),
    ),
    "runes-az": (
        "az", "Epiqrafçılar daş kitabələri oxudular",
        "Orxon əlifbası ilə yazılmış mətnlər nəşr olunacaq.",
        "conference", ("baku", "AZ"), "turkic-academy", (),
    ),
    "script-en": (
        "en", "Restorers save fragile manuscripts from mould",
        "Paper was washed and leaves rebound.",
        "training", ("tashkent", "UZ"), "turkic-heritage", (),
    ),
    "letters-tr": (
        "tr", "Ortak alfabe komisyonu son harfte anlaştı",
        "Latin yazısına geçiş takvimi belirlendi.",
        "meeting", ("izmir", "TR"), "turkic-academy", (),
    ),
    "library-ky": (
        "ky", "Китепканачылар санарип каталог түзүшөт",
        "Окурмандар китепти алыстан ала алышат.",
        "meeting", ("bishkek", "KG"), "turkic-academy", (),
    ),
    "archive-ru": (
        "ru", "Архивисты обменялись копиями документов XVIII века",
        "Описи фондов появятся в открытом доступе.",
        "agreement", ("turkistan", "KZ"), "turkic-academy", (),
    ),
    "text-uz": (
        "uz", "Umumiy tarix darsligi sinovdan oʻtdi",
        "Oʻqituvchilar uchun qoʻllanma ham chop etiladi.",
        "meeting", ("tashkent", "UZ"), "turkic-academy", (),
    ),
    "start-en": (
        "en", "Founders of start-ups pitch to venture investors",
        "An accelerator picked twelve teams.",
        "other", ("istanbul", "TR"), "tcci", (),
    ),
    "chain-kk": (
        "kk", "Блокчейн мамандары криптовалютаны реттеуді сөз етті",
        "Биржаларға рұқсат беріледі.",
        "conference", ("astana", "KZ"), "turkic-fund", (),
    ),
    "hydrogen-az": (
        "az", "Yaşıl hidrogen zavodu üçün yer seçildi",
        "Külək turbinləri ona cərəyan verəcək.",
        "agreement", ("baku", "AZ"), "ots", (),
    ),
    "drought-en": (
        "en", "Farmers brace for drought as reservoirs run low",
        "Drip irrigation will be subsidised.",
        "statement", ("bukhara", "UZ"), "ots", (),
    ),
    "pilgrim-uz": (
        "uz", "Ziyoratchilar uchun yagona yoʻnalish ishlab chiqildi",
        "Umra va haj safarlari qulaylashadi.",
        "meeting", ("bukhara", "UZ"), "ots", (),
    ),
    "cartoon-tr": (
        "tr", "Çizgi film stüdyoları ortak masal dizisi çekecek",
        "Animatörler Keloğlan'ı yeniden çizdi.",
        "agreement", ("eskisehir", "TR"), "turksoy", (),
    ),
    "satellite-ru": (
        "ru", "Запущен совместный спутник для съёмки Земли",
        "Ракета вывела аппарат на орбиту.",
        "ceremony", ("baikonur", "KZ"), "ots", (),
    ),
    "dryport-kk": (
        "kk", "Құрғақ порт контейнерлерді қабылдай бастады",
        "Терминал екі теміржол табанын байланыстырады.",
        "ceremony", ("almaty", "KZ"), "ots", (),
    ),
    "flights-az": (
        "az", "Aviaşirkətlər birbaşa reysləri artıracaq",
        "Hava limanlarının yığımları azaldılacaq.",
        "agreement", ("baku", "AZ"), "ots", (),
    ),
    "insure-tr": (
        "tr", "Sigortacılar yeşil kart sistemini görüştü",
        "Trafik poliçesi sınırda satılacak.",
        "meeting", ("istanbul", "TR"), "ots", (),
    ),
    "standard-ky": (
        "ky", "Стандарттоо кызматтары өлчөө бирдиктерин шайкештирди",
        "Метрологдор таразаларды текшеришти.",
        "meeting", ("osh", "KG"), "ots", (),
    ),
    "antitrust-ru": (
        "ru", "Антимонопольные ведомства раскрыли сговор поставщиков",
        "Штрафы взыщут в обеих странах.",
        "meeting", ("astana", "KZ"), "ots", (),
    ),
    "prosecute-az": (
        "az", "Baş prokurorlar ekstradisiya qaydalarını razılaşdırdılar",
        "Axtarışda olan şəxslər təhvil veriləcək.",
        "meeting", ("baku", "AZ"), "ots", (),
    ),
    "ombuds-en": (
        "en", "Ombudsmen compare complaints about prisons",
        "Visits without notice will be allowed.",
        "conference", ("baku", "AZ"), "ots", (),
    ),
    "corrupt-uz": (
        "uz", "Korrupsiyaga qarshi kurash idoralari reyting tuzdi",
        "Pora olganlar reyestri ochiq boʻladi.",
        "conference", ("tashkent", "UZ"), "ots", (),
    ),
    "judge-kk": (
        "kk", "Жоғарғы соттардың төрағалары жиналды",
        "Судьялардың тәуелсіздігі туралы декларация қабылданды.",
        "summit", ("astana", "KZ"), "ots", (),
    ),
    "notary-tr": (
        "tr", "Noterler elektronik vekâletnameyi denedi",
        "Mirasçılar sınır ötesinde imza atabilecek.",
        "training", ("ankara", "TR"), "ots", (),
    ),
    "diaspora-ru": (
        "ru", "Соотечественники за рубежом провели съезд",
        "Диаспора просит открыть воскресные классы.",
        "conference", ("berlin", "DE"), "ots", (),
    ),
    "labour-ky": (
        "ky", "Эмгек мигранттарынын укуктары корголот",
        "Иш берүүчүлөр келишим түзүүгө милдеттүү.",
        "agreement", ("bishkek", "KG"), "ots", (),
    ),
    "nurse-en": (
        "en", "Nurses practise intensive care on dummies",
        "Midwives joined them on the second day.",
        "training", ("kayseri", "TR"), "ots", (),
    ),
    "cancer-az": (
        "az", "Onkoloqlar döş xərçənginin erkən aşkarlanmasından danışdılar",
        "Şüa müalicəsi cihazları alınacaq.",
        "conference", ("ganja", "AZ"), "ots", (),
    ),
    "vet-kk": (
        "kk", "Мал дәрігерлері аусылға қарсы екпе алмасты",
        "Ветеринария бекеттері шекарада күшейтіледі.",
        "agreement", ("aktobe", "KZ"), "ots", (),
    ),
    "locust-ru": (
        "ru", "Защитники растений готовятся к нашествию саранчи",
        "Поля опрыскают с самолётов.",
        "meeting", ("turkistan", "KZ"), "ots", (),
    ),
    "wheat-tr": (
        "tr", "Buğday üreticileri un ihracatını artıracak",
        "Değirmenciler birliği kuruldu.",
        "agreement", ("konya", "TR"), "tcci", (),
    ),
    "silk-en": (
        "en", "Weavers revive ikat silk in the valley",
        "Cocoons are boiled by hand.",
        "exhibition", ("margilan", "UZ"), "turksoy", (),
    ),
    "jewel-ru": (
        "ru", "Ювелиры показали серебряные украшения",
        "Кольца и серьги украшены бирюзой.",
        "exhibition", ("kazan", "RU"), "turksoy", (),
    ),
    "clay-az": (
        "az", "Dulusçular saxsı qab yarışmasına qatıldılar",
        "Gil sobalarda bişirildi.",
        "other", ("sheki", "AZ"), "turksoy", (),
    ),
    "tea-tr": (
        "tr", "Çay üreticileri hasat makinelerini denedi",
        "Demlik koleksiyonu sergilendi.",
        "festival", ("rize", "TR"), "tcci", (),
    ),
    "cyber-kk": (
        "kk", "Киберқауіпсіздік орталықтары хакер шабуылын имитациялады",
        "Банктердің серверлері қорғалды.",
        "training", ("astana", "KZ"), "ots", (),
    ),
    "orphan-ky": (
        "ky", "Жетим балдар үчүн үй-бүлөлүк үйлөр ачылат",
        "Багып алуу тартиби жеңилдейт.",
        "statement", ("bishkek", "KG"), "ots", (),
    ),
    "veteran-tr": (
        "tr", "Gaziler mücadele yıllarını anlattı",
        "Savaşta yaralananlara madalya takıldı.",
        "ceremony", ("ankara", "TR"), "ots", (),
    ),
    "quake-uz": (
        "uz", "Seysmologlar zilzilani oldindan sezuvchi stansiyalar oʻrnatdi",
        "Yer qimirlashi haqida telefonlarga xabar boradi.",
        "agreement", ("tashkent", "UZ"), "ots", (),
    ),
    "glacier-en": (
        "en", "Glaciers of the Tien Shan are melting faster",
        "Scientists drill ice cores each summer.",
        "visit", ("naryn", "KG"), "ots", (),
    ),
    "cook-uz": (
        "uz", "Oshpazlar palov tayyorlashda musobaqalashdi",
        "Milliy taomlar kitobi taqdim etildi.",
        "festival", ("andijan", "UZ"), "turksoy", (),
    ),
    "audit-ru": (
        "ru", "Счётные палаты проверили расходование средств",
        "Аудиторы подготовили единый отчёт.",
        "meeting", ("tashkent", "UZ"), "ots", (),
    ),
    "stats-az": (
        "az", "Statistika komitələri əhalinin siyahıyaalınmasını müzakirə etdi",
        "Göstəricilər bir metodika ilə hesablanacaq.",
        "conference", ("baku", "AZ"), "ots", (),
    ),
    "tax-kk": (
        "kk", "Салық қызметтері қосарланған салық салуды болдырмайды",
        "Инспекторлар деректерді автоматты түрде алмасады.",
        "agreement", ("shymkent", "KZ"), "ots", (),
    ),
    "rail-ky": (
        "ky", "Темир жолчулар жаңы локомотивдерди сынашты",
        "Поезд эки өлкөнүн ортосунда каттайт.",
        "ceremony", ("balykchy", "KG"), "ots", (),
    ),
    "cinema-en": (
        "en", "Directors screen short films under the stars",
        "The jury awarded a debut feature.",
        "festival", ("bodrum", "TR"), "turksoy", (),
    ),
    "nomad-ru": (
        "ru", "Кочевники показали соколиную охоту и скачки",
        "Беркуты взлетали с руки наездника.",
        "festival", ("astana", "KZ"), "ots", (),
    ),
    "condole-uz": (
        "uz", "Bosh kotib sel qurbonlari uchun taʼziya bildirdi",
        "Yordam yuborishga tayyormiz, deyiladi maktubda.",
        "statement", ("tashkent", "UZ"), "ots", (),
    ),
}  # fmt: skip
