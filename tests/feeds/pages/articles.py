"""One article in each language, written for the page templates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """What an outlet has to say: a headline, a lead, paragraphs and a small table or list."""

    title: str
    lead: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]


ARTICLES = {
    "en": Article(
        "Turkic cultural capital hands its title on at a ceremony by the lake",
        "The city on the lake received the title of cultural capital of the Turkic world on "
        "Friday, in the presence of ministers from six states and some two thousand guests.",
        (
            (
                "The Secretary General said that the year behind the hosts had "
                "brought together more "
                "than four hundred artists, among them weavers, epic singers and "
                "makers of the komuz."
            ),
            (
                "“We leave behind not a stage but a school,” the mayor told the "
                "audience, and added "
                "that the workshop built for the festival would stay open to "
                "children of the region."
            ),
            (
                "On the eve of the ceremony the Permanent Council of culture ministers met behind "
                "closed doors. It adopted the programme of the coming year and its budget."
            ),
            (
                "The programme provides for a forum of translators in spring, an exhibition of "
                "manuscripts in summer and a meeting of theatre directors in November."
            ),
            (
                "The guests then walked to the old caravanserai, where a carpet of forty square "
                "metres, woven by hand in eleven months, was shown for the first time."
            ),
            "The next city will be named at the meeting of ministers in October.",
        ),
        (("Forum of translators", "14 April"), ("Exhibition of manuscripts", "2 July")),
    ),
    "ru": Article(
        "На берегу озера прошла церемония передачи звания культурной столицы",
        "Город на берегу озера в пятницу принял звание культурной столицы тюркского мира, на "
        "церемонию приехали министры шести государств и около двух тысяч гостей.",
        (
            (
                "Генеральный секретарь рассказал, что за год хозяева приняли более четырёхсот "
                "мастеров, среди которых ткачи, сказители эпоса и изготовители музыкальных "
                "инструментов."
            ),
            (
                "«Мы оставляем после себя не сцену, а школу», — сказал мэр города и добавил, что "
                "построенная к фестивалю мастерская останется открытой для детей области."
            ),
            (
                "Накануне за закрытыми дверями заседал постоянный совет министров культуры. Он "
                "утвердил программу на будущий год и её смету."
            ),
            (
                "Программа предусматривает весенний форум переводчиков, летнюю "
                "выставку рукописей и "
                "ноябрьскую встречу театральных режиссёров."
            ),
            (
                "После церемонии гости прошли к старому караван-сараю, где впервые показали ковёр "
                "площадью сорок квадратных метров, сотканный вручную за одиннадцать месяцев."
            ),
            "Следующий город назовут на встрече министров в октябре.",
        ),
        (("Форум переводчиков", "14 апреля"), ("Выставка рукописей", "2 июля")),
    ),
    "tr": Article(
        "Türk dünyası kültür başkenti unvanı göl kıyısındaki törenle devredildi",
        "Göl kıyısındaki şehir, cuma günü düzenlenen törenle Türk dünyası kültür başkenti "
        "unvanını aldı; törene altı ülkenin bakanları ve iki bine yakın davetli katıldı.",
        (
            (
                "Genel Sekreter, ev sahiplerinin bir yıl boyunca aralarında dokumacıların, destan "
                "anlatıcılarının ve kopuz ustalarının bulunduğu dört yüzden fazla sanatçıyı "
                "ağırladığını söyledi."
            ),
            (
                "Belediye başkanı, “Geride bir sahne değil, bir okul bırakıyoruz” diyerek festival "
                "için kurulan atölyenin bölgedeki çocuklara açık kalacağını belirtti."
            ),
            (
                "Törenden bir gün önce Kültür Bakanları Daimi Konseyi basına kapalı "
                "toplandı. Konsey "
                "gelecek yılın programını ve bütçesini kabul etti."
            ),
            (
                "Program, ilkbaharda çevirmenler forumunu, yazın el yazmaları sergisini ve kasım "
                "ayında tiyatro yönetmenleri buluşmasını kapsıyor."
            ),
            (
                "Davetliler daha sonra eski kervansaraya geçti; burada on bir ayda "
                "elle dokunan kırk "
                "metrekarelik halı ilk kez sergilendi."
            ),
            "Bir sonraki şehir, ekim ayındaki bakanlar toplantısında açıklanacak.",
        ),
        (("Çevirmenler forumu", "14 Nisan"), ("El yazmaları sergisi", "2 Temmuz")),
    ),
    "az": Article(
        "Türk dünyasının mədəniyyət paytaxtı adı göl sahilində təhvil verildi",
        "Göl sahilindəki şəhər cümə günü türk dünyasının mədəniyyət paytaxtı adını qəbul edib, "
        "mərasimdə altı ölkənin nazirləri və iki minə yaxın qonaq iştirak edib.",
        (
            (
                "Baş katib bildirib ki, ev sahibləri il ərzində aralarında "
                "toxucular, dastançılar və "
                "qopuz ustaları olan dörd yüzdən çox sənətkarı qəbul edib."
            ),
            (
                "“Biz arxamızda səhnə deyil, məktəb qoyuruq”, – deyə şəhərin meri vurğulayıb və "
                "festival üçün tikilən emalatxananın uşaqlar üçün açıq qalacağını əlavə edib."
            ),
            (
                "Mərasimdən bir gün əvvəl Mədəniyyət Nazirlərinin Daimi Şurası "
                "qapalı iclas keçirib. "
                "Şura gələn ilin proqramını və büdcəsini təsdiqləyib."
            ),
            (
                "Proqramda yazda tərcüməçilər forumu, yayda əlyazmalar sərgisi və noyabrda teatr "
                "rejissorlarının görüşü nəzərdə tutulur."
            ),
            (
                "Qonaqlar daha sonra köhnə karvansaraya gediblər, burada on bir ay ərzində əllə "
                "toxunmuş qırx kvadratmetrlik xalça ilk dəfə nümayiş olunub."
            ),
            "Növbəti şəhər oktyabr ayında nazirlərin görüşündə açıqlanacaq.",
        ),
        (("Tərcüməçilər forumu", "14 aprel"), ("Əlyazmalar sərgisi", "2 iyul")),
    ),
    "kk": Article(
        "Көл жағасында мәдени астана атағын тапсыру рәсімі өтті",
        "Көл жағасындағы қала жұма күні түркі әлемінің мәдени астанасы атағын қабылдады, рәсімге "
        "алты елдің министрлері мен екі мыңға жуық қонақ қатысты.",
        (
            (
                "Бас хатшы бір жыл ішінде қала төрт жүзден астам шеберді "
                "қабылдағанын айтты, олардың "
                "арасында тоқымашылар, жыршылар және қобыз жасаушылар бар."
            ),
            (
                "«Біз артымызға сахна емес, мектеп қалдырамыз», – деді қала әкімі және фестивальге "
                "салынған шеберхана балаларға ашық болып қала беретінін қосты."
            ),
            (
                "Рәсім қарсаңында мәдениет министрлерінің тұрақты кеңесі жабық "
                "отырыс өткізді. Кеңес "
                "келесі жылдың бағдарламасын және бюджетін бекітті."
            ),
            (
                "Бағдарлама көктемде аудармашылар форумын, жазда қолжазбалар "
                "көрмесін және қарашада "
                "театр режиссерлерінің кездесуін қамтиды."
            ),
            (
                "Содан кейін қонақтар көне керуен сарайға барып, он бір айда қолмен тоқылған қырық "
                "шаршы метрлік кілемді алғаш рет көрді."
            ),
            "Келесі қала қазан айындағы министрлер кездесуінде аталады.",
        ),
        (("Аудармашылар форумы", "14 сәуір"), ("Қолжазбалар көрмесі", "2 шілде")),
    ),
    "ky": Article(
        "Көлдүн жээгинде маданий борбор наамын тапшыруу аземи өттү",
        "Көл жээгиндеги шаар жума күнү түрк дүйнөсүнүн маданий борбору наамын кабыл алды, аземге "
        "алты өлкөнүн министрлери жана эки миңге жакын конок катышты.",
        (
            (
                "Башкы катчы бир жыл ичинде шаар төрт жүздөн ашык чеберди кабыл алганын билдирди, "
                "алардын арасында токуучулар, манасчылар жана комуз жасоочулар бар."
            ),
            (
                "«Биз артыбызда сахна эмес, мектеп калтырып жатабыз», – деди шаардын мэри жана "
                "фестивалга курулган устакана балдарга ачык бойдон каларын кошумчалады."
            ),
            (
                "Аземдин алдында маданият министрлеринин туруктуу кеңеши жабык жыйын "
                "өткөрдү. Кеңеш "
                "келерки жылдын программасын жана бюджетин бекитти."
            ),
            (
                "Программа жазында котормочулардын форумун, жайында кол жазмалар көргөзмөсүн жана "
                "ноябрда театр режиссёрлорунун жолугушуусун камтыйт."
            ),
            (
                "Андан соң коноктор эски кербен сарайга барып, он бир айда кол менен токулган кырк "
                "чарчы метрлик килемди биринчи жолу көрүштү."
            ),
            "Кийинки шаар октябрдагы министрлердин жолугушуусунда аталат.",
        ),
        (("Котормочулардын форуму", "14-апрель"), ("Кол жазмалар көргөзмөсү", "2-июль")),
    ),
    "uz": Article(
        "Koʻl boʻyida madaniyat poytaxti unvonini topshirish marosimi boʻlib oʻtdi",
        "Koʻl boʻyidagi shahar juma kuni turkiy dunyo madaniyat poytaxti unvonini qabul qildi, "
        "marosimda olti davlat vazirlari va ikki mingga yaqin mehmon ishtirok etdi.",
        (
            (
                "Bosh kotibning aytishicha, mezbonlar bir yil davomida toʻrt yuzdan ortiq ustani, "
                "jumladan toʻquvchilar, baxshilar va doʻmbira yasovchilarni qabul qilgan."
            ),
            (
                "“Biz ortimizda sahna emas, maktab qoldiramiz”, — dedi shahar hokimi "
                "va festival uchun "
                "qurilgan ustaxona bolalar uchun ochiq qolishini qoʻshimcha qildi."
            ),
            (
                "Marosim arafasida madaniyat vazirlari doimiy kengashi yopiq majlis "
                "oʻtkazdi. Kengash "
                "kelgusi yil dasturi va byudjetini tasdiqladi."
            ),
            (
                "Dasturda bahorda tarjimonlar forumi, yozda qoʻlyozmalar koʻrgazmasi "
                "va noyabrda teatr "
                "rejissyorlari uchrashuvi koʻzda tutilgan."
            ),
            (
                "Shundan soʻng mehmonlar eski karvonsaroyga borib, oʻn bir oyda "
                "qoʻlda toʻqilgan qirq "
                "kvadrat metrli gilamni ilk bor koʻrdi."
            ),
            "Navbatdagi shahar oktyabr oyidagi vazirlar uchrashuvida eʼlon qilinadi.",
        ),
        (("Tarjimonlar forumi", "14-aprel"), ("Qoʻlyozmalar koʻrgazmasi", "2-iyul")),
    ),
    "hu": Article(
        "Tóparti ünnepségen adták tovább a kulturális főváros címét",
        "A tóparti város pénteken átvette a türk világ kulturális fővárosának címét, az "
        "ünnepségen hat ország miniszterei és mintegy kétezer vendég vett részt.",
        (
            (
                "A főtitkár elmondta, hogy a házigazdák az elmúlt évben több mint négyszáz alkotót "
                "fogadtak, köztük szövőmestereket, énekmondókat és hangszerkészítőket."
            ),
            (
                "„Nem színpadot, hanem iskolát hagyunk magunk után” – fogalmazott a "
                "polgármester, és "
                "hozzátette, hogy a fesztiválra épült műhely nyitva marad a gyerekek előtt."
            ),
            (
                "Az ünnepség előestéjén zárt ajtók mögött ülésezett a kulturális "
                "miniszterek állandó "
                "tanácsa. A testület elfogadta a jövő évi programot és költségvetést."
            ),
            (
                "A programban tavasszal a műfordítók fóruma, nyáron kéziratkiállítás, novemberben "
                "pedig színházi rendezők találkozója szerepel."
            ),
            (
                "A vendégek ezután a régi karavánszerájhoz vonultak, ahol először mutatták be a "
                "tizenegy hónap alatt kézzel szőtt, negyven négyzetméteres szőnyeget."
            ),
            "A következő várost a miniszterek októberi találkozóján nevezik meg.",
        ),
        (("Műfordítók fóruma", "április 14."), ("Kéziratkiállítás", "július 2.")),
    ),
}
