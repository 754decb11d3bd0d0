"""Events on topics of nature, arms, words, healing and building.

Written, with `search_queries_thirteenth.txt`, before the search was tried on them.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "sturgeon-ru": (
        "ru", "Осетровых выпустили в Каспий",
        "Рыбоводы вырастили мальков на заводе.",
        "ceremony", ("aktau", "KZ"), "ots", (),
    ),
    "dune-uz": (
        "uz", "Choʻllanishga qarshi saksovul ekildi",
        "Orolboʻyi qumlari mustahkamlanadi.",
        "ceremony", ("nukus", "UZ"), "ots", (),
    ),
    "leopard-kk": (
        "kk", "Қар барысын санау үшін фототұзақтар қойылды",
        "Биологтар сирек аңдарды бақылайды.",
        "agreement", ("almaty", "KZ"), "ots", (),
    ),
    "birds-en": (
        "en", "Ornithologists ring migrating cranes",
        "Wetlands need quieter summers, they say.",
        "other", ("astana", "KZ"), "ots", (),
    ),
    "greenhouse-tr": (
        "tr", "Seracılar topraksız domates yetiştirdi",
        "Isı jeotermal kaynaktan geliyor.",
        "visit", ("antalya", "TR"), "tcci", (),
    ),
    "grape-az": (
        "az", "Üzümçülər yeni tənəklər əkdilər",
        "Şərab zavodu genişlənir.",
        "festival", ("ganja", "AZ"), "tcci", (),
    ),
    "walnut-ky": (
        "ky", "Жаңгак токоюнун түшүмү жыйналды",
        "Арстанбаптын жаңгагы экспорттолот.",
        "festival", ("osh", "KG"), "ots", (),
    ),
    "dairy-en": (
        "en", "Milk processors open a cheese dairy together",
        "Cows are milked by machine.",
        "ceremony", ("bishkek", "KG"), "tcci", (),
    ),
    "kumis-kk": (
        "kk", "Қымызмұрындық мерекесінде бие сауылды",
        "Саумал емдік қасиетімен танымал.",
        "festival", ("taraz", "KZ"), "turksoy", (),
    ),
    "poultry-ru": (
        "ru", "Птицеводы увеличат поставки яиц",
        "Инкубаторы закупят в Турции.",
        "agreement", ("bursa", "TR"), "tcci", (),
    ),
    "mud-ky": (
        "ky", "Сел жүргөн айылдарга дамбалар курулат",
        "Суу ташкынынын алдын алуу планы бекиди.",
        "meeting", ("osh", "KG"), "ots", (),
    ),
    "rescue-tr": (
        "tr", "Arama kurtarma ekipleri enkazda tatbikat yaptı",
        "Köpekler yaralıları buldu.",
        "training", ("erzurum", "TR"), "ots", (),
    ),
    "mines-en": (
        "en", "Deminers clear farmland of unexploded shells",
        "Maps of minefields were handed over.",
        "other", ("fuzuli", "AZ"), "ots", (),
    ),
    "army-uz": (
        "uz", "Harbiylar qoʻshma mashqlarda tank otishdi",
        "Askarlar togʻ sharoitida yurishdi.",
        "training", ("termez", "UZ"), "ots", (),
    ),
    "drone-kk": (
        "kk", "Ұшқышсыз аппараттар зауыты іске қосылды",
        "Дрондар егінді бүркиді.",
        "ceremony", ("astana", "KZ"), "ots", (),
    ),
    "arms-ru": (
        "ru", "Оборонные предприятия показали бронемашины",
        "Оружейники подписали контракты.",
        "exhibition", ("baku", "AZ"), "ots", (),
    ),
    "housing-uz": (
        "uz", "Arzon uy-joy qurish tajribasi oʻrganildi",
        "Ipoteka foizlari pasayadi.",
        "visit", ("tashkent", "UZ"), "ots", (),
    ),
    "cement-tr": (
        "tr", "Çimento fabrikası kömürsüz fırına geçti",
        "Müteahhitler yeni beton istiyor.",
        "ceremony", ("adana", "TR"), "tcci", (),
    ),
    "gold-kk": (
        "kk", "Алтын өндірушілер жаңа кенішті аралады",
        "Күміс қоры да табылды.",
        "visit", ("kokshetau", "KZ"), "ots", (),
    ),
    "rare-en": (
        "en", "Geologists map rare earths for battery makers",
        "Lithium was found under the salt lake.",
        "agreement", ("astana", "KZ"), "ots", (),
    ),
    "ski-ru": (
        "ru", "Горнолыжные курорты продают общий абонемент",
        "Подъёмники заработают в декабре.",
        "agreement", ("almaty", "KZ"), "ots", (),
    ),
    "hotel-az": (
        "az", "Otelçilər ulduz dərəcələrini tanıyacaqlar",
        "Qonaq evləri də siyahıya düşəcək.",
        "meeting", ("antalya", "TR"), "ots", (),
    ),
    "guide-kk": (
        "kk", "Экскурсия жүргізушілер аттестациядан өтті",
        "Гидтер үш тілде сөйлейді.",
        "training", ("turkistan", "KZ"), "ots", (),
    ),
    "visa-en": (
        "en", "Travellers may enter without visas on an identity card",
        "Stamps in passports are abolished.",
        "agreement", ("ankara", "TR"), "ots", (),
    ),
    "stamp-az": (
        "az", "Poçt markaları buraxıldı",
        "Filatelistlər zərfləri möhürlədilər.",
        "ceremony", ("baku", "AZ"), "ots", (),
    ),
    "fiber-ru": (
        "ru", "По дну моря проложат оптоволоконный кабель",
        "Операторы связи удешевят роуминг.",
        "agreement", ("aktau", "KZ"), "ots", (),
    ),
    "tv-uz": (
        "uz", "Telekanallar hujjatli film almashadi",
        "Rejissyorlar teleserial suratga oladi.",
        "agreement", ("tashkent", "UZ"), "ots", (),
    ),
    "radio-ky": (
        "ky", "Радио үналгыларынын диктору сыйланды",
        "Кабарчылар микрофонун тапшырды.",
        "festival", ("bishkek", "KG"), "turksoy", (),
    ),
    "fake-tr": (
        "tr", "Yalan haberleri teyit eden gazeteciler buluştu",
        "Dezenformasyon masası kurulacak.",
        "conference", ("istanbul", "TR"), "ots", (),
    ),
    "publish-en": (
        "en", "Publishers trade rights at a book fair",
        "Printing presses run day and night.",
        "exhibition", ("istanbul", "TR"), "turksoy", (),
    ),
    "translate-kk": (
        "kk", "Аудармашылар романды сегіз тілге тәржімаламақ",
        "Әдеби көпір деп аталады жоба.",
        "agreement", ("astana", "KZ"), "turksoy", (),
    ),
    "manas-en": (
        "en", "Storytellers recite the epic for three nights",
        "Young narrators learned by heart.",
        "festival", ("talas", "KG"), "turksoy", (),
    ),
    "aytys-ru": (
        "ru", "Акыны состязались в импровизации",
        "Домбра звучала до утра.",
        "festival", ("shymkent", "KZ"), "turksoy", (),
    ),
    "puppet-az": (
        "az", "Kukla teatrları nağıl tamaşaları göstərdilər",
        "Marionetlər əl ilə yonulub.",
        "festival", ("baku", "AZ"), "turksoy", (),
    ),
    "circus-uz": (
        "uz", "Sirk artistlari arqonda yurishdi",
        "Dorbozlar sulolasi taqdirlandi.",
        "festival", ("tashkent", "UZ"), "turksoy", (),
    ),
    "photo-tr": (
        "tr", "Fotoğrafçılar bozkırı bir yıl boyunca çekti",
        "Kareler albümde toplandı.",
        "exhibition", ("ankara", "TR"), "turksoy", (),
    ),
    "paint-ky": (
        "ky", "Сүрөтчүлөр пленэрде тоону тартышты",
        "Полотнолор галереяга коюлду.",
        "exhibition", ("karakol", "KG"), "turksoy", (),
    ),
    "sculpt-en": (
        "en", "Sculptors carve marble in the open air",
        "Twelve statues remain in the park.",
        "festival", ("denizli", "TR"), "turksoy", (),
    ),
    "caravan-kk": (
        "kk", "Керуен сарайдың қабырғасы қалпына келтірілді",
        "Сәулетшілер кірпішті қолдан құйды.",
        "ceremony", ("turkistan", "KZ"), "turkic-heritage", (),
    ),
    "mausoleum-uz": (
        "uz", "Maqbara gumbazi taʼmirlandi",
        "Koshinlar asl holiga keltirildi.",
        "ceremony", ("bukhara", "UZ"), "turkic-heritage", (),
    ),
    "dig-ru": (
        "ru", "Археологи раскопали курган с балбалами",
        "В захоронении лежало оружие воина.",
        "other", ("karakol", "KG"), "turkic-heritage", (),
    ),
    "coin-tr": (
        "tr", "Nümizmatlar gümüş sikkeleri sergiledi",
        "Darphane yeni para bastı.",
        "exhibition", ("istanbul", "TR"), "turkic-heritage", (),
    ),
    "gene-en": (
        "en", "Geneticists trace ancestry through ancient DNA",
        "Bones from steppe graves were sampled.",
        "conference", ("astana", "KZ"), "turkic-academy", (),
    ),
    "dict-az": (
        "az", "Dilçilər izahlı lüğət hazırladılar",
        "Terminlər səkkiz dildə verilib.",
        "ceremony", ("baku", "AZ"), "turkic-academy", (),
    ),
    "speech-ru": (
        "ru", "Программисты научили машину распознавать речь",
        "Корпус языка собран из радиопередач.",
        "conference", ("kazan", "RU"), "turkic-academy", (),
    ),
    "maths-uz": (
        "uz", "Matematika olimpiadasida oʻquvchilar masala yechdi",
        "Medallar uch guruhda berildi.",
        "other", ("tashkent", "UZ"), "ots", (),
    ),
    "kinder-tr": (
        "tr", "Anaokulu öğretmenleri oyunla öğretmeyi anlattı",
        "Okul öncesi müfredat yenilendi.",
        "training", ("konya", "TR"), "ots", (),
    ),
    "vocation-kk": (
        "kk", "Кәсіптік колледждер дәнекерлеушілер дайындайды",
        "Шеберлер біліктілік куәлігін алады.",
        "agreement", ("atyrau", "KZ"), "ots", (),
    ),
    "deaf-ru": (
        "ru", "Сурдопереводчики составили словарь жестов",
        "Глухие смогут обращаться в банк.",
        "conference", ("ankara", "TR"), "ots", (),
    ),
    "blind-az": (
        "az", "Görmə əngəllilər üçün səsli kitablar yazıldı",
        "Brayl əlifbası ilə dərslik çap edildi.",
        "ceremony", ("baku", "AZ"), "ots", (),
    ),
    "autism-en": (
        "en", "Therapists help autistic children to speak",
        "Parents get a day off each week.",
        "training", ("tashkent", "UZ"), "ots", (),
    ),
    "vaccine-ky": (
        "ky", "Эмдөө боюнча адистер вакцина коопсуздугун талкуулашты",
        "Кызамыктан коргоо күчөтүлөт.",
        "conference", ("bishkek", "KG"), "ots", (),
    ),
    "organ-tr": (
        "tr", "Organ nakli cerrahları böbrek listesini birleştirdi",
        "Bağışçı kartı her ülkede geçerli olacak.",
        "agreement", ("ankara", "TR"), "ots", (),
    ),
    "teeth-uz": (
        "uz", "Stomatologlar tish implantlarini koʻrib chiqdi",
        "Jagʻ jarrohligi boʻyicha maʼruza oʻqildi.",
        "conference", ("samarkand", "UZ"), "ots", (),
    ),
    "doping-ru": (
        "ru", "Антидопинговые агентства обменяются пробами",
        "Тренеров накажут наравне со спортсменами.",
        "agreement", ("astana", "KZ"), "ots", (),
    ),
    "volley-az": (
        "az", "Voleybolçular final oyununu keçirdilər",
        "Qızlardan ibarət yığma üçüncü oldu.",
        "other", ("baku", "AZ"), "ots", (),
    ),
    "climb-en": (
        "en", "Mountaineers hoist flags on the seven-thousander",
        "Base camp stood on the glacier for a month.",
        "other", ("osh", "KG"), "ots", (),
    ),
    "esport-tr": (
        "tr", "E-spor takımları şampiyonluk için yarıştı",
        "Oyun geliştiricileri de stant açtı.",
        "festival", ("istanbul", "TR"), "ots", (),
    ),
    "mangala-kk": (
        "kk", "Тоғызқұмалақтан әлем біріншілігі өтті",
        "Ойыншылар тақтаны өздері әкелді.",
        "other", ("almaty", "KZ"), "ots", (),
    ),
    "dogs-uz": (
        "uz", "Tozi itlar poygasi boʻlib oʻtdi",
        "Kinologlar zotni standartga kiritdi.",
        "festival", ("nukus", "UZ"), "ots", (),
    ),
}  # fmt: skip
