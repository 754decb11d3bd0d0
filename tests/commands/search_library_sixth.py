"""Thirty-six events on narrow matters of the field, in seven languages.

Written, with `search_queries_sixth.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "green-en": (
        "en", "Energy ministers launch a green corridor across the Caspian",
        "The cable will carry power from wind farms and solar parks to Europe.",
        "meeting", ("baku", "AZ"), "ots", ("Kubanychbek Omuraliev, Secretary General",),
    ),
    "customs-tr": (
        "tr", "Gümrük idareleri dijital beyannameyi Nahçıvan’da denedi",
        "Tırlar sınır kapısında artık kâğıt taşımayacak.",
        "training", ("nakhchivan", "AZ"), "ots", ("Ömer Bolat, Ticaret Bakanı",),
    ),
    "halal-kk": (
        "kk", "Халал стандарттары бойынша сарапшылар Түркістанда бас қосты",
        "Сертификаттарды өзара тану жайы сөз болды.",
        "conference", ("turkistan", "KZ"), "ots", (),
    ),
    "nomad-ky": (
        "ky", "Дүйнөлүк көчмөндөр оюндарынын штабы Чолпон-Атада отурду",
        "Көк бөрү жана ордо боюнча эрежелер макулдашылды.",
        "meeting", ("cholpon-ata", "KG"), "ots", ("Садыр Жапаров, президент",),
    ),
    "wrestling-az": (
        "az", "Şəkidə kəmər güləşi və oxatma üzrə turnir keçirilib",
        "Ənənəvi idman növlərinin federasiyaları təşkil edib.",
        "other", ("sheki", "AZ"), "turksoy", ("Fərid Qayıbov, nazir",),
    ),
    "permit-uz": (
        "uz", "Yuk tashuvchilar uchun elektron ruxsatnoma tizimi Termizda ishga tushdi",
        "Haydovchilar blankani telefonda oladi.",
        "ceremony", ("termez", "UZ"), "ots", (),
    ),
    "disaster-ru": (
        "ru", "Спасатели шести стран отработали реагирование на чрезвычайные ситуации",
        "Учения прошли в горах, участвовали кинологи и медики.",
        "training", ("osh", "KG"), "ots", ("Бообек Ажикеев, министр",),
    ),
    "seismic-uz": (
        "uz", "Seysmologlar binolarning zilzilaga bardoshliligini Namanganda muhokama qildi",
        "Olimlar yagona kuzatuv tarmogʻini taklif etdi.",
        "conference", ("namangan", "UZ"), "turkic-academy", (),
    ),
    "alphabet-ru": (
        "ru", "Комиссия по общему алфавиту согласовала тридцать четыре буквы",
        "Языковеды собрались в четвёртый раз.",
        "meeting", ("baku", "AZ"), "turkic-academy", ("Шахин Мустафаев, президент",),
    ),
    "textbook-en": (
        "en", "Historians present a common textbook on Turkic history",
        "Pupils of the eighth grade will read it.",
        "ceremony", ("astana", "KZ"), "turkic-academy", (),
    ),
    "film-tr": (
        "tr", "Sinema haftası Bursa’da başladı",
        "Yönetmenler on iki uzun metraj ve belgesel gösterecek.",
        "festival", ("bursa", "TR"), "turksoy", ("Sultan Raev, Genel Sekreter",),
    ),
    "space-kk": (
        "kk", "Ғарыш агенттіктерінің басшылары шағын спутник жасауға уағдаласты",
        "Зымыран келесі жылы ұшырылады.",
        "agreement", ("astana", "KZ"), "ots", ("Бағдат Мусин, министр",),
    ),
    "diplomats-az": (
        "az", "Gənc diplomatların yay məktəbi Gəncədə açılıb",
        "Dinləyicilər danışıqlar aparmağı öyrənir.",
        "training", ("ganja", "AZ"), "ots", ("Ceyhun Bayramov, nazir",),
    ),
    "women-ky": (
        "ky", "Ишкер айымдардын форуму Ошто өттү",
        "Кол өнөрчүлөр насыя алуу жолдорун сурашты.",
        "conference", ("osh", "KG"), "tcci", (),
    ),
    "ports-en": (
        "en", "Port authorities of the Caspian agree on common tariffs",
        "Containers are to wait less at the quays.",
        "agreement", ("atyrau", "KZ"), "ots", ("Rashad Nabiyev, minister",),
    ),
    "dryport-ru": (
        "ru", "Сухой порт на границе открыли для контейнеров",
        "Терминал примет сорок поездов в сутки.",
        "ceremony", ("aktobe", "KZ"), "ots", (),
    ),
    "glacier-ky": (
        "ky", "Мөңгүлөрдүн эриши боюнча гидрологдор кеңеши Караколдо",
        "Дарыялардын агымы азайып баратат.",
        "conference", ("karakol", "KG"), "turkic-academy", (),
    ),
    "irrigation-uz": (
        "uz", "Suv tejovchi sugʻorish boʻyicha seminar Fargʻonada oʻtdi",
        "Fermerlarga tomchilatib sugʻorish koʻrsatildi.",
        "training", ("fergana", "UZ"), "ots", (),
    ),
    "drones-tr": (
        "tr", "İnsansız hava araçları fuarı Konya’da kapılarını açtı",
        "Savunma sanayii başkanları stantları gezdi.",
        "exhibition", ("konya", "TR"), "ots", ("Haluk Görgün, Başkan",),
    ),
    "media-az": (
        "az", "Media forumu Şuşada dezinformasiyaya qarşı mübarizəni müzakirə edib",
        "Jurnalistlər və redaktorlar təcrübə bölüşüb.",
        "conference", ("shusha", "AZ"), "ots", ("Hikmət Hacıyev, köməkçi",),
    ),
    "cadastre-kk": (
        "kk", "Кадастр және жер тіркеу мекемелері тәжірибе алмасты",
        "Жылжымайтын мүлік реестрі таныстырылды.",
        "meeting", ("aktobe", "KZ"), "ots", (),
    ),
    "archives-ru": (
        "ru", "Архивисты договорились оцифровать общие фонды",
        "Документы девятнадцатого века станут доступны исследователям.",
        "agreement", ("kazan", "RU"), "turkic-academy", (),
    ),
    "manuscripts-uz": (
        "uz", "Qadimiy qoʻlyozmalar koʻrgazmasi Buxoroda ochildi",
        "Xattotlar va muqovasozlar ishtirok etmoqda.",
        "exhibition", ("bukhara", "UZ"), "turkic-heritage", ("Aqtotı Raimkulova, prezident",),
    ),
    "spa-tr": (
        "tr", "Sağlık turizmi ve kaplıcalar çalıştayı Antalya’da yapıldı",
        "Hastaneler hasta kabul kurallarını anlattı.",
        "training", ("antalya", "TR"), "ots", (),
    ),
    "shop-ru": (
        "ru", "Электронная торговля: площадки упростят доставку посылок",
        "Предприниматели попросили единые пошлины.",
        "conference", ("bishkek", "KG"), "tcci", ("Рифат Хисарджыклыоглу, президент",),
    ),
    "cotton-en": (
        "en", "Growers and weavers meet to raise the price of cotton",
        "Textile mills want longer contracts.",
        "meeting", ("mary", "TM"), "tcci", (),
    ),
    "music-kk": (
        "kk", "Домбыра мен қобыз кеші Будапеште өтті",
        "Күйшілер халық әндерін орындады.",
        "other", ("budapest", "HU"), "turksoy", ("Султан Раев, Бас хатшы",),
    ),
    "rector-uz": (
        "uz", "Rektorlar talabalar almashinuvi dasturini Samarqandda maʼqulladi",
        "Diplomlar oʻzaro tan olinadi.",
        "agreement", ("samarkand", "UZ"), "turkunib", (),
    ),
    "deputies-az": (
        "az", "Deputatlar müşahidəçi kimi Aşqabadda seçkiləri izləyib",
        "Seçki məntəqələrində pozuntu qeydə alınmayıb.",
        "election", ("ashgabat", "TM"), "turkpa", ("Mehmet Süreyya Er, baş katib",),
    ),
    "fund-en": (
        "en", "The Turkic Investment Fund lends to small factories",
        "Its board approved the first five loans.",
        "statement", ("istanbul", "TR"), "turkic-fund", ("Baghdad Amreyev, President",),
    ),
    "yurt-ky": (
        "ky", "Боз үй жасаган усталардын көргөзмөсү Жалал-Абадда",
        "Шырдак жана ала кийиз да коюлду.",
        "exhibition", ("jalal-abad", "KG"), "turkic-heritage", (),
    ),
    "cyber-ru": (
        "ru", "Специалисты по кибербезопасности разобрали атаки на банки",
        "Хакеры подделывают письма от имени ведомств.",
        "training", ("tashkent", "UZ"), "ots", (),
    ),
    "mountain-kk": (
        "kk", "Тау туризмі мен экожолдар жайлы келісімге қол қойылды",
        "Жолсеріктерге бірыңғай талап енгізіледі.",
        "agreement", ("almaty", "KZ"), "ots", ("Ербол Мырзабосынов, министр",),
    ),
    "chess-tr": (
        "tr", "Satranç turnuvasında gençler Eskişehir’de yarıştı",
        "Kupayı on dört yaşında bir öğrenci kazandı.",
        "other", ("eskisehir", "TR"), "turksoy", (),
    ),
    "vet-az": (
        "az", "Baytarlar heyvan xəstəliklərinə qarşı peyvəndi Lənkəranda müzakirə edib",
        "Sürülər arasında dabaq yayılmasının qarşısı alınacaq.",
        "meeting", ("lankaran", "AZ"), "ots", (),
    ),
    "wheat-en": (
        "en", "Millers and grain traders visit silos on the steppe",
        "They asked for more wagons before the harvest.",
        "visit", ("aktobe", "KZ"), "tcci", (),
    ),
}  # fmt: skip
