"""The words of what stands around an article, in each language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A site's own words.

    Attributes:
        sections: The menu.
        headlines: Of other news.
        also: Opens a line that leads to other news.
        labels: Share, tags, comments, popular, latest, views.
        tags: Of the article.
        byline: Who wrote it.
        about: A sentence on the author.
        comments: Of readers.
        caption: Of the picture.
        notes: Rights, a call to subscribe, a call to report an error.
        date: As the page shows it.
    """

    sections: tuple[str, ...]
    headlines: tuple[str, ...]
    also: str
    labels: tuple[str, str, str, str, str, str]
    tags: tuple[str, ...]
    byline: str
    about: str
    comments: tuple[str, str]
    caption: str
    notes: tuple[str, str, str]
    date: str


WORDS = {
    "en": Words(
        ("Politics", "Economy", "Society", "Culture", "Sport", "World", "Opinion", "Videos"),
        (
            "Central bank keeps its base rate at 14 percent for the third time",
            "Two climbers rescued from a ridge above the northern valley",
            "Parliament passes the law on renewable energy in second reading",
            "Airline opens direct flights to three cities from 1 June",
            "Football federation names a new coach of the national team",
        ),
        "Read also",
        ("Share", "Tags", "Comments", "Most read", "Latest news", "views"),
        ("culture", "festival", "ministers", "heritage"),
        "By Jane Walker",
        "Jane Walker has been covering the region since 2011 and lives near the harbour.",
        ("Lovely pictures, thank you for reporting!", "When will the tickets be on sale again?"),
        "Guests in front of the stage. Photo: press service",
        (
            "© 2024 All rights reserved. Use of materials only with an active hyperlink.",
            "Subscribe to our Telegram channel and be the first to know the news",
            "Found a mistake? Select the text and press Ctrl+Enter",
        ),
        "26 April 2024, 14:05",
    ),
    "ru": Words(
        ("Политика", "Экономика", "Общество", "Культура", "Спорт", "В мире", "Мнения", "Видео"),
        (
            "Центральный банк третий раз подряд сохранил базовую ставку",
            "Двух альпинистов спасли на гребне над северной долиной",
            "Парламент принял закон о возобновляемой энергетике во втором чтении",
            "Авиакомпания открывает прямые рейсы в три города с 1 июня",
            "Федерация футбола назвала нового тренера сборной",
        ),
        "Читайте также",
        ("Поделиться", "Теги", "Комментарии", "Популярное", "Последние новости", "просмотров"),
        ("культура", "фестиваль", "министры", "наследие"),
        "Автор: Ольга Петрова",
        "Ольга Петрова пишет о регионе с 2011 года и живёт рядом с набережной.",
        ("Красивые снимки, спасибо за репортаж!", "Когда снова будут продавать билеты?"),
        "Гости у сцены. Фото пресс-службы",
        (
            "© 2024 Все права защищены. Использование материалов только с гиперссылкой.",
            "Подписывайтесь на наш канал в Telegram и узнавайте новости первыми",
            "Нашли ошибку? Выделите текст и нажмите Ctrl+Enter",
        ),
        "26 апреля 2024, 14:05",
    ),
    "tr": Words(
        ("Gündem", "Ekonomi", "Dünya", "Kültür", "Spor", "Yaşam", "Analiz", "Video"),
        (
            "Merkez bankası politika faizini üçüncü kez sabit tuttu",
            "Kuzey vadisinde mahsur kalan iki dağcı kurtarıldı",
            "Meclis yenilenebilir enerji yasasını ikinci oylamada kabul etti",
            "Hava yolu 1 Haziran'dan itibaren üç şehre doğrudan uçacak",
            "Futbol federasyonu milli takımın yeni hocasını açıkladı",
        ),
        "Ayrıca okuyun",
        ("Paylaş", "Etiketler", "Yorumlar", "Çok okunanlar", "Son haberler", "görüntülenme"),
        ("kültür", "festival", "bakanlar", "miras"),
        "Muhabir: Ayşe Demir",
        "Ayşe Demir 2011'den beri bölgeyi izliyor ve limanın yakınında yaşıyor.",
        ("Çok güzel kareler, emeğinize sağlık!", "Biletler yeniden ne zaman satılacak?"),
        "Davetliler sahnenin önünde. Fotoğraf: basın servisi",
        (
            "© 2024 Tüm hakları saklıdır. İzinsiz ve kaynak gösterilmeden kullanılamaz.",
            "Telegram kanalımıza abone olun, haberleri ilk siz öğrenin",
            "Hata mı buldunuz? Metni seçip Ctrl+Enter tuşlarına basın",
        ),
        "26 Nisan 2024 14:05",
    ),
    "az": Words(
        ("Siyasət", "İqtisadiyyat", "Cəmiyyət", "Mədəniyyət", "İdman", "Dünya", "Hadisə", "Video"),
        (
            "Mərkəzi Bank uçot dərəcəsini üçüncü dəfə sabit saxlayıb",
            "Şimal vadisində iki alpinist xilas edilib",
            "Parlament bərpa olunan enerji haqqında qanunu ikinci oxunuşda qəbul edib",
            "Aviaşirkət 1 iyundan üç şəhərə birbaşa reys açır",
            "Futbol federasiyası millinin yeni məşqçisini açıqlayıb",
        ),
        "Həmçinin oxuyun",
        ("Paylaş", "Teqlər", "Şərhlər", "Ən çox oxunan", "Son xəbərlər", "baxış"),
        ("mədəniyyət", "festival", "nazirlər", "irs"),
        "Müəllif: Leyla Məmmədova",
        "Leyla Məmmədova 2011-ci ildən bölgədən yazır və limanın yaxınlığında yaşayır.",
        ("Çox gözəl şəkillərdir, təşəkkürlər!", "Biletlər yenidən nə vaxt satılacaq?"),
        "Qonaqlar səhnənin qarşısında. Foto: mətbuat xidməti",
        (
            "© 2024 Bütün hüquqlar qorunur. Materiallardan istifadə zamanı keçid vacibdir.",
            "Telegram kanalımıza abunə olun, xəbərləri ilk siz öyrənin",
            "Səhv tapdınız? Mətni seçin və Ctrl+Enter düyməsini basın",
        ),
        "26 aprel 2024, 14:05",
    ),
    "kk": Words(
        ("Саясат", "Экономика", "Қоғам", "Мәдениет", "Спорт", "Әлем", "Пікір", "Бейне"),
        (
            "Орталық банк базалық мөлшерлемені үшінші рет сақтап қалды",
            "Солтүстік аңғарда екі альпинист құтқарылды",
            "Парламент жаңартылатын энергия туралы заңды екінші оқылымда қабылдады",
            "Әуе компаниясы 1 маусымнан үш қалаға тікелей рейс ашады",
            "Футбол федерациясы құраманың жаңа бапкерін атады",
        ),
        "Тағы оқыңыз",
        ("Бөлісу", "Тегтер", "Пікірлер", "Танымал", "Соңғы жаңалықтар", "қаралым"),
        ("мәдениет", "фестиваль", "министрлер", "мұра"),
        "Авторы: Айгүл Серікова",
        "Айгүл Серікова 2011 жылдан бері өңір туралы жазады, жағалауға жақын тұрады.",
        ("Суреттер тамаша, рақмет сіздерге!", "Билеттер қашан қайта сатылады?"),
        "Қонақтар сахна алдында. Фото: баспасөз қызметі",
        (
            "© 2024 Барлық құқықтар қорғалған. Материалды пайдаланғанда сілтеме міндетті.",
            "Telegram арнамызға жазылып, жаңалықтарды бірінші болып біліңіз",
            "Қате таптыңыз ба? Мәтінді белгілеп, Ctrl+Enter басыңыз",
        ),
        "26 сәуір 2024, 14:05",
    ),
    "ky": Words(
        ("Саясат", "Экономика", "Коом", "Маданият", "Спорт", "Дүйнө", "Пикир", "Видео"),
        (
            "Борбордук банк базалык ченди үчүнчү жолу сактап калды",
            "Түндүк өрөөндө эки альпинист куткарылды",
            "Парламент жаңылануучу энергия мыйзамын экинчи окууда кабыл алды",
            "Авиакомпания 1-июндан үч шаарга түз каттам ачат",
            "Футбол федерациясы курама команданын жаңы машыктыруучусун атады",
        ),
        "Дагы окуңуз",
        ("Бөлүшүү", "Тегдер", "Комментарийлер", "Популярдуу", "Акыркы жаңылыктар", "көрүү"),
        ("маданият", "фестиваль", "министрлер", "мурас"),
        "Автор: Айнура Асанова",
        "Айнура Асанова 2011-жылдан бери аймак тууралуу жазат, жээкке жакын жашайт.",
        ("Сүрөттөр абдан кооз, рахмат!", "Билеттер качан кайра сатылат?"),
        "Коноктор сахнанын алдында. Сүрөт: басма сөз кызматы",
        (
            "© 2024 Бардык укуктар корголгон. Материалды колдонууда шилтеме милдеттүү.",
            "Telegram каналыбызга жазылып, жаңылыктарды биринчи болуп билиңиз",
            "Ката таптыңызбы? Текстти белгилеп, Ctrl+Enter басыңыз",
        ),
        "26-апрель, 2024 14:05",
    ),
    "uz": Words(
        ("Siyosat", "Iqtisodiyot", "Jamiyat", "Madaniyat", "Sport", "Jahon", "Fikr", "Video"),
        (
            "Markaziy bank asosiy stavkani uchinchi marta oʻzgarishsiz qoldirdi",
            "Shimoliy vodiyda ikki alpinist qutqarildi",
            "Parlament qayta tiklanuvchi energiya qonunini ikkinchi oʻqishda qabul qildi",
            "Aviakompaniya 1-iyundan uch shaharga toʻgʻridan-toʻgʻri reys ochadi",
            "Futbol federatsiyasi terma jamoaning yangi murabbiyini eʼlon qildi",
        ),
        "Shuningdek oʻqing",
        ("Ulashish", "Teglar", "Izohlar", "Koʻp oʻqilgan", "Soʻnggi yangiliklar", "koʻrildi"),
        ("madaniyat", "festival", "vazirlar", "meros"),
        "Muallif: Dilnoza Karimova",
        "Dilnoza Karimova 2011-yildan beri mintaqa haqida yozadi, sohil yaqinida yashaydi.",
        ("Suratlar juda chiroyli, rahmat!", "Chiptalar qachon yana sotiladi?"),
        "Mehmonlar sahna oldida. Foto: matbuot xizmati",
        (
            "© 2024 Barcha huquqlar himoyalangan. Materialdan foydalanganda havola shart.",
            "Telegram kanalimizga obuna boʻling va yangiliklardan birinchi boʻlib xabar toping",
            "Xato topdingizmi? Matnni belgilab, Ctrl+Enter tugmasini bosing",
        ),
        "26-aprel 2024, 14:05",
    ),
    "hu": Words(
        ("Belföld", "Külföld", "Gazdaság", "Kultúra", "Sport", "Vélemény", "Tudomány", "Videó"),
        (
            "Harmadszor is változatlanul hagyta az alapkamatot a jegybank",
            "Két hegymászót mentettek ki az északi völgy feletti gerincről",
            "Második olvasatban fogadta el a parlament a megújuló energia törvényét",
            "Június 1-től három városba indít közvetlen járatot a légitársaság",
            "Megnevezte a válogatott új edzőjét a labdarúgó-szövetség",
        ),
        "Olvassa el ezt is",
        (
            "Megosztás",
            "Címkék",
            "Hozzászólások",
            "Legolvasottabb",
            "Legfrissebb hírek",
            "megtekintés",
        ),
        ("kultúra", "fesztivál", "miniszterek", "örökség"),
        "Szerző: Kovács Anna",
        "Kovács Anna 2011 óta ír a térségről, és a kikötő közelében él.",
        ("Gyönyörű képek, köszönjük a beszámolót!", "Mikor lehet újra jegyet venni?"),
        "Vendégek a színpad előtt. Fotó: sajtószolgálat",
        (
            "© 2024 Minden jog fenntartva. Az anyagok csak hivatkozással használhatók fel.",
            "Iratkozzon fel hírlevelünkre, és értesüljön elsőként a hírekről",
            "Hibát talált? Jelölje ki a szöveget, és nyomja meg a Ctrl+Enter billentyűket",
        ),
        "2024. április 26. 14:05",
    ),
}
