"""Twenty-two events of a sixth library, written after the everyday words were listed.

What the search made of `search_queries_last.txt` at first look is the figure that counts.
"""

from tests.commands.search_library import Told

EVENTS: dict[str, Told] = {
    "sleepers-ru": (
        "ru", "Министры договорились о ночном поезде Ташкент — Алматы",
        "Пассажирам обещают душ и вагон-ресторан.",
        "agreement", ("tashkent", "UZ"), "ots", ("Илхом Махкамов, министр",),
    ),
    "salt-tr": (
        "tr", "Tuz Gölü kıyısında flamingolar için kuş gözlem etkinliği",
        "Ornitologlar yuvaları saydı.",
        "other", ("aksaray", "TR"), "ots", (),
    ),
    "xray-az": (
        "az", "Gömrük postlarında rentgen cihazları quraşdırılır",
        "Cihazlar siqaret və valyuta qaçaqmalçılığını aşkar edir.",
        "statement", ("astara-az", "AZ"), "ots", (),
    ),
    "gasmeters-kk": (
        "kk", "Ақтауда газ құбырын тұщыландыру зауытымен қосу жоспары",
        "Теңіз суы ауыз суға айналады.",
        "meeting", ("aktau", "KZ"), "ots", ("Ерлан Ақкенженов, министр",),
    ),
    "transplant-uz": (
        "uz", "Jarrohlar Buxoroda buyrak koʻchirib oʻtkazdi",
        "Operatsiya bepul boʻldi, bemor tuzalmoqda.",
        "other", ("bukhara", "UZ"), "ots", (),
    ),
    "kindergarten-ky": (
        "ky", "Балдар бакчаларынын тарбиячылары Жалал-Абадда тажрыйба алмашты",
        "Оюндар жана аткаминерлер көрсөтүлдү.",
        "training", ("jalal-abad", "KG"), "turkic-academy", (),
    ),
    "interns-en": (
        "en", "Young diplomats begin internships at the secretariat in Istanbul",
        "Twelve trainees were chosen from four hundred.",
        "training", ("istanbul", "TR"), "ots", ("Kubanychbek Omuraliev, Secretary General",),
    ),
    "archers-ru": (
        "ru", "Сборная Казахстана выиграла кубок по стрельбе из лука верхом",
        "Тренеры назвали трассу сложной.",
        "other", ("bolgar", "RU"), "turksoy", (),
    ),
    "zither-kk": (
        "kk", "Жетіген мен қобыз үнінің кеші Семейде өтті",
        "Күйшілер ұмыт болған әуендерді орындады.",
        "festival", ("semey", "KZ"), "turksoy", ("Сұлтан Раев, бас хатшы",),
    ),
    "yogurt-tr": (
        "tr", "Peynir ve yoğurt ustaları Kars’ta yarıştı",
        "Jüri en iyi kaşarı seçti.",
        "festival", ("kars", "TR"), "turksoy", (),
    ),
    "screen-az": (
        "az", "Qısametrajlı filmlər müsabiqəsinin qalibi Şəki mövzusunda çəkən tələbə oldu",
        "Operator işi ayrıca qeyd edildi.",
        "ceremony", ("sheki", "AZ"), "turksoy", (),
    ),
    "seamstress-uz": (
        "uz", "Tikuvchi ayollar uchun Jizzaxda kredit va oʻquv dasturi boshlandi",
        "Ular oʻz ustaxonalarini ochishmoqchi.",
        "training", ("jizzakh", "UZ"), "tcci", (),
    ),
    "chips-en": (
        "en", "Chip designers and software makers pitch to investors in Eskisehir",
        "Three start-ups took home cheques.",
        "exhibition", ("eskisehir", "TR"), "turkic-fund", ("Ramil Babayev, director",),
    ),
    "rover-ru": (
        "ru", "Школьники собрали луноход и запустили зонд в стратосферу",
        "Наставниками были инженеры из Байконура.",
        "other", ("baikonur", "KZ"), "turkic-academy", (),
    ),
    "wellness-ky": (
        "ky", "Арашан булактары боюнча шипажай ээлери кеңешме өткөрдү",
        "Чет элдик эс алуучуларга арзандатуу болот.",
        "meeting", ("karakol", "KG"), "ots", (),
    ),
    "potato-az": (
        "az", "Gədəbəydə kartof toxumçuluğu mütəxəssisləri toplaşıb",
        "Şaxtaya davamlı sortlar paylanıb.",
        "conference", ("gadabay", "AZ"), "ots", (),
    ),
    "steppe-kk": (
        "kk", "Сайғақ қоныс аударуын дрондармен бақылау келісімі",
        "Браконьерлермен күрес күшейеді.",
        "agreement", ("oral", "KZ"), "ots", (),
    ),
    "icejam-ru": (
        "ru", "Паводок в Кызыле: тюркские страны прислали насосы и лодки",
        "Водолазы и сапёры работали ночью.",
        "other", ("kyzyl", "RU"), "ots", (),
    ),
    "visas-tr": (
        "tr", "Öğrenci ve sürücülere uzun süreli oturum izni görüşüldü",
        "Konsoloslar ortak form hazırlıyor.",
        "meeting", ("gaziantep", "TR"), "ots", (),
    ),
    "verdict-uz": (
        "uz", "Oliy sud raislari elektron sudlov haqida Xivada gaplashdi",
        "Sudyalar onlayn majlislarni namoyish etdi.",
        "conference", ("khiva", "UZ"), "ots", ("Baxtiyor Islamov, rais",),
    ),
    "sukuk-en": (
        "en", "Insurers and stock exchanges weigh a joint index in Baku",
        "Islamic bonds come next year.",
        "conference", ("baku", "AZ"), "turkic-fund", (),
    ),
    "shrine-ky": (
        "ky", "Сафед-Булан күмбөзүн калыбына келтирүү башталды",
        "Усталар байыркы кыштарды тазалашты.",
        "ceremony", ("jalal-abad", "KG"), "turkic-heritage", ("Актоты Раимкулова, президент",),
    ),
}  # fmt: skip
