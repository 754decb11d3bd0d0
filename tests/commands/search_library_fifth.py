"""Twenty-eight events on matters that no earlier library of the search knows.

Written, with `search_queries_fifth.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "ferry-az": (
        "az", "Ələtdən Aktauya bərə reysləri artırılacaq",
        "Nəqliyyat nazirləri gəmi cədvəli barədə razılığa gəlib.",
        "meeting", ("aktau", "KZ"), "ots", ("Rəşad Nəbiyev, nazir",),
    ),
    "permits-ru": (
        "ru", "Перевозчики получат электронные разрешения на проезд грузовиков",
        "Пилотный обмен бланками начнётся осенью.",
        "agreement", ("bishkek", "KG"), "ots", (),
    ),
    "fingerprint-tr": (
        "tr", "Gümrük idareleri başkanları kaçakçılıkla mücadeleyi konuştu",
        "Kara kapılarındaki bekleme süresi kısaltılacak.",
        "meeting", ("gaziantep", "TR"), "ots", ("Kubanıçbek Ömüraliyev, Genel Sekreter",),
    ),
    "grids-en": (
        "en", "Energy officials agree on a power cable under the Caspian",
        "Wind farms and solar plants are to feed it.",
        "agreement", ("baku", "AZ"), "ots", ("Parviz Shahbazov, minister",),
    ),
    "glacier-kk": (
        "kk", "Мұздықтардың еруі туралы ғалымдар кеңесі",
        "Гидрологтар тау өзендерінің суы азайып жатқанын айтты.",
        "conference", ("almaty", "KZ"), "turkic-academy", (),
    ),
    "nurses-uz": (
        "uz", "Hamshiralar va shifokorlar uchun Urganchda oʻquv kursi",
        "Unda yuqumli kasalliklarning oldini olish oʻrgatildi.",
        "training", ("urgench", "UZ"), "ots", (),
    ),
    "pupils-ky": (
        "ky", "Мектеп окуучулары үчүн математика олимпиадасы Караколдо өттү",
        "Жеңүүчүлөргө дипломдор тапшырылды.",
        "other", ("karakol", "KG"), "turkic-academy", (),
    ),
    "scouts-tr": (
        "tr", "Genç izciler Çanakkale’de kamp kurdu",
        "Kampa Türk dünyasından iki yüz delikanlı katıldı.",
        "other", ("canakkale", "TR"), "ots", ("Osman Aşkın Bak, Gençlik ve Spor Bakanı",),
    ),
    "belt-kk": (
        "kk", "Қазақ күресінен халықаралық турнир Таразда аяқталды",
        "Палуандар алтын белдік үшін белдесті.",
        "other", ("taraz", "KZ"), "turksoy", (),
    ),
    "puppet-ru": (
        "ru", "В Нальчике показали спектакли театров кукол",
        "Зрителей принимала вся республика.",
        "festival", ("nalchik", "RU"), "turksoy", ("Султан Раев, Генеральный секретарь",),
    ),
    "pilaf-az": (
        "az", "Şəkidə aşpazlar plov və şirniyyat bişirib",
        "Qonaqlar yerli mətbəxin ləzzətini dadıb.",
        "festival", ("sheki", "AZ"), "turksoy", (),
    ),
    "premiere-uz": (
        "uz", "Navoiyda Bobur haqidagi filmning premyerasi boʻldi",
        "Rejissyor sahnada ijodkorlarga minnatdorchilik bildirdi.",
        "ceremony", ("navoi", "UZ"), "turksoy", ("Ozodbek Nazarbekov, vazir",),
    ),
    "widows-en": (
        "en", "Women in politics: speakers in Ganja call for more seats",
        "Deputies shared how quotas work.",
        "conference", ("ganja", "AZ"), "turkpa", ("Sahiba Gafarova, Speaker",),
    ),
    "models-ru": (
        "ru", "Нейросети для тюркских языков обсудили в Казани",
        "Программисты собирают корпус текстов и переводчик.",
        "conference", ("kazan", "RU"), "turkic-academy", (),
    ),
    "orbit-tr": (
        "tr", "Ortak küp uydunun fırlatılma tarihi belli oldu",
        "Roket Baykonur’dan kalkacak.",
        "statement", ("baikonur", "KZ"), "ots", ("Mehmet Fatih Kacır, Bakan",),
    ),
    "guesthouses-ky": (
        "ky", "Чолпон-Атада мейманкана ээлери менен туроператорлор жолугушту",
        "Жээкке келген саякатчылардын саны өстү.",
        "meeting", ("cholpon-ata", "KG"), "ots", (),
    ),
    "locust-kk": (
        "kk", "Қостанайда шегірткеге қарсы күрес жоспары қабылданды",
        "Егіншілерге тыңайтқыш пен дәрі беріледі.",
        "agreement", ("kostanay", "KZ"), "ots", ("Айдарбек Сапаров, министр",),
    ),
    "litter-az": (
        "az", "Lerikdə könüllülər meşəni tullantıdan təmizləyib",
        "Plastik butulkalar emala göndərilib.",
        "other", ("lerik", "AZ"), "ots", (),
    ),
    "mudflow-uz": (
        "uz", "Sel va koʻchkidan zarar koʻrganlarga chodir hamda oziq-ovqat yuborildi",
        "Qutqaruvchilar Jizzaxga yetib keldi.",
        "other", ("jizzakh", "UZ"), "ots", (),
    ),
    "workers-ru": (
        "ru", "Права трудовых мигрантов обсудили в Оше",
        "Говорили о патентах, выдворении и пенсиях.",
        "meeting", ("osh", "KG"), "turkpa", ("Рамиль Гасан, Генеральный секретарь",),
    ),
    "hackers-en": (
        "en", "Spy chiefs of five states gather in Izmir",
        "They compared notes on hackers and ransom.",
        "meeting", ("izmir", "TR"), "ots", ("Ibrahim Kalin, Director",),
    ),
    "arbiters-tr": (
        "tr", "Tahkim ve arabuluculuk paneli Antalya’da",
        "Avukatlar ortak bir hakem listesi istedi.",
        "conference", ("antalya", "TR"), "tcci", (),
    ),
    "payments-kk": (
        "kk", "Ұлттық валютамен есеп айырысу туралы банкирлер отырысы",
        "Карталар мен аударымдар арзандайды.",
        "meeting", ("shymkent", "KZ"), "turkic-fund", ("Бағдат Әмреев, президент",),
    ),
    "editors-ky": (
        "ky", "Баткенде редакторлор жана кабарчылар үчүн семинар",
        "Жалган кабарды кантип таануу керектиги көрсөтүлдү.",
        "training", ("batken", "KG"), "ots", (),
    ),
    "genes-uz": (
        "uz", "Namanganda genetika laboratoriyasi ochildi",
        "Olimlar qadimgi suyaklar DNKsini oʻrganadi.",
        "ceremony", ("namangan", "UZ"), "turkic-academy", ("Shahin Mustafayev, prezident",),
    ),
    "imams-az": (
        "az", "Müftilər Buxarada ziyarətgahları gəzib",
        "Din xadimləri tolerantlıq barədə danışıb.",
        "visit", ("bukhara", "UZ"), "turkic-heritage", ("Allahşükür Paşazadə, şeyxülislam",),
    ),
    "letters-en": (
        "en", "Commission in Shusha settles on 34 letters of a common script",
        "Linguists from seven countries voted.",
        "meeting", ("shusha", "AZ"), "turkic-academy", ("Hatice Sirin, professor",),
    ),
    "graves-ru": (
        "ru", "Археологи вскрыли захоронение кочевого вождя близ Кызыла",
        "Найдены стрелы и золотая бляха.",
        "other", ("kyzyl", "RU"), "turkic-academy", (),
    ),
}  # fmt: skip
