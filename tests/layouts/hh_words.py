"""The words of hh.ru's resume templates, Russian and English, and invented filling for them."""

from dataclasses import dataclass, field

NBSP = "\u00a0"


@dataclass(frozen=True, kw_only=True)
class Words:
    """What one language of the template says; the key of a table is a word of the truth."""

    months: tuple[str, ...]
    days: tuple[str, ...]  # «8 октября»
    now: str
    year: tuple[str, str, str]
    month: tuple[str, str, str]
    sex: tuple[str, str]  # man, woman
    born: tuple[str, str]
    on_site: str
    preferred: str
    comments: tuple[str, ...]
    lives: tuple[str, str]  # older, newer
    metro: str
    citizenship: str
    permit: str
    permit_alone: str
    move: tuple[str, str]  # man, woman; the same for the next three
    stay: tuple[str, str]
    trips: tuple[str, str]
    no_trips: tuple[str, str]
    rare_trips: tuple[str, str]
    places: tuple[str, ...]
    desired: str
    roles: str
    other_role: str
    area: str
    employment_label: tuple[str, str]  # older, newer; the same for the next ones
    work_label: tuple[str, str]
    employment: tuple[dict[str, str], dict[str, str]]
    schedule: dict[str, str]
    workplace: dict[str, str]
    remote: str
    road: str
    roads: tuple[str, str, str]
    net: str
    currency: tuple[dict[str, str], dict[str, str]]
    experience: str
    education: str
    levels: dict[str, str]
    level_titles: dict[str, str]  # sections of the site's Word file
    extra: dict[str, str]  # courses, tests, certificates
    skills_title: tuple[str, str]
    languages_label: str
    skills_label: str
    languages: dict[str, str]
    grades: dict[str, str]
    driving: str
    car: str
    licence: str
    additional: str
    recommendations: str
    about: str
    updated: str
    at: str
    personal: str
    contacts: str
    birthday: str
    place: str
    portfolio: str
    passport: str
    permission: str
    more: tuple[str, str]
    other_link: str
    duties: tuple[str, ...]
    abouts: tuple[str, ...]
    industries: tuple[tuple[str, str], ...]
    faculties: tuple[str, ...]
    referees: tuple[str, ...]
    metros: dict[str, tuple[str, ...]] = field(default_factory=dict)
    role_names: tuple[tuple[str, str], ...] = ()


_DUTIES_RU = """\
Ведение отчётности и рабочей документации
Взаимодействие с сотрудниками других отделов
Выполнение ежемесячных плановых показателей
Соблюдение стандартов и регламентов компании
Контроль сроков исполнения поручений
Обучение и наставничество новых сотрудников
Решение спорных и нестандартных ситуаций
Подготовка предложений по улучшению рабочих процессов
Участие в еженедельных собраниях отдела и планирование своего времени на неделю вперёд
Работа во внутренней программе учёта, своевременное внесение данных
Приём и передача смены, поддержание порядка на рабочем месте
Подготовка ответов на обращения руководства и проверяющих"""
_ABOUTS_RU = """\
Быстро учусь, умею работать и в команде, и самостоятельно.
Внимание к деталям, пунктуальность, спокойствие в напряжённой обстановке.
Люблю порядок в делах, довожу начатое до конца.
Без вредных привычек. В свободное время читаю, занимаюсь плаванием.
Интересна стабильная компания, где можно расти.
Легко нахожу общий язык с разными людьми."""
_DUTIES_EN = """\
Kept records and working papers up to date
Worked closely with colleagues from other departments
Met the monthly targets of the department
Followed the standards and procedures of the company
Kept track of deadlines and open tasks
Trained and mentored new colleagues
Settled disputes and unusual cases
Suggested improvements to the daily work of the team
Took part in weekly meetings and planned my own time a week ahead
Entered data into the accounting program of the company without delay
Handed over the shift and kept the workplace in order"""
_ABOUTS_EN = """\
A quick learner who works well both in a team and alone.
Careful with details, punctual, calm under pressure.
I like order and finish what I have started.
In my free time I read and swim.
I look for a stable company with room to grow."""

RU = Words(
    months=tuple(
        "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь".split()
    ),
    days=tuple(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
    ),
    now="настоящее время",
    year=("год", "года", "лет"),
    month=("месяц", "месяца", "месяцев"),
    sex=("Мужчина", "Женщина"),
    born=("родился", "родилась"),
    on_site="Резюме с сайта hh.ru",
    preferred="предпочитаемый способ связи",
    comments=("звонить после 18:00", "можно писать в мессенджер", "в будни до обеда"),
    lives=("Проживает", "Проживает"),
    metro="м.",
    citizenship="Гражданство",
    permit="есть разрешение на работу",
    permit_alone="Есть разрешение на работу",
    move=("готов к переезду", "готова к переезду"),
    stay=("не готов к переезду", "не готова к переезду"),
    trips=("готов к командировкам", "готова к командировкам"),
    no_trips=("не готов к командировкам", "не готова к командировкам"),
    rare_trips=("готов к редким командировкам", "готова к редким командировкам"),
    places=("Москва, Санкт-Петербург", "Краснодар", "Калининград, Сочи"),
    desired="Желаемая должность и зарплата",
    roles="Специализации:",
    other_role="Другое",
    area="Административный персонал",
    employment_label=("Занятость", "Тип занятости"),
    work_label=("График работы", "Формат работы"),
    employment=(
        {
            "full_time": "полная занятость",
            "part_time": "частичная занятость",
            "project": "проектная работа",
            "volunteer": "волонтерство",
            "internship": "стажировка",
        },
        {
            "full_time": "полная занятость",
            "part_time": "частичная занятость",
            "project": "проектная работа/разовое задание",
            "volunteer": "волонтёрство",
            "internship": "стажировка",
        },
    ),
    schedule={
        "full_day": "полный день",
        "rotating": "сменный график",
        "flexible": "гибкий график",
        "rotation": "вахтовый метод",
    },
    workplace={
        "office": "на месте работодателя",
        "remote": "удалённо",
        "hybrid": "гибрид",
        "field": "разъездной",
    },
    remote="удаленная работа",
    road="Желательное время в пути до работы",
    roads=("не имеет значения", "не более часа", "не более полутора часов"),
    net="на руки",
    currency=(
        {"RUB": "руб.", "BYN": "бел. руб."},
        {"RUB": "₽", "USD": "$", "EUR": "€", "KZT": "₸", "BYN": "Br", "UAH": "₴"},
    ),
    experience="Опыт работы",
    education="Образование",
    levels={
        "secondary": "Среднее",
        "vocational": "Среднее специальное",
        "incomplete_higher": "Неоконченное высшее",
        "higher": "Высшее",
        "bachelor": "Бакалавр",
        "master": "Магистр",
        "doctorate": "Кандидат наук",
    },
    level_titles={
        "secondary": "Среднее образование",
        "vocational": "Среднее специальное образование",
        "incomplete_higher": "Неоконченное высшее образование",
        "higher": "Высшее образование",
        "bachelor": "Высшее образование (Бакалавр)",
        "master": "Высшее образование (Магистр)",
        "doctorate": "Высшее образование (Кандидат наук)",
    },
    extra={
        "courses": "Повышение квалификации, курсы",
        "tests": "Тесты, экзамены",
        "certificates": "Электронные сертификаты",
    },
    skills_title=("Ключевые навыки", "Навыки"),
    languages_label="Знание языков",
    skills_label="Навыки",
    languages={
        "ru": "Русский",
        "en": "Английский",
        "de": "Немецкий",
        "fr": "Французский",
        "es": "Испанский",
        "it": "Итальянский",
        "pt": "Португальский",
        "pl": "Польский",
        "zh": "Китайский",
        "ja": "Японский",
        "ko": "Корейский",
        "tr": "Турецкий",
        "ar": "Арабский",
        "fa": "Персидский",
        "he": "Иврит",
        "uk": "Украинский",
        "be": "Белорусский",
        "kk": "Казахский",
        "ky": "Киргизский",
        "uz": "Узбекский",
        "tg": "Таджикский",
        "tt": "Татарский",
        "ba": "Башкирский",
        "cv": "Чувашский",
        "hy": "Армянский",
        "ka": "Грузинский",
        "az": "Азербайджанский",
        "sr": "Сербский",
        "fi": "Финский",
        "cs": "Чешский",
        "vi": "Вьетнамский",
        "hi": "Хинди",
        "ur": "Урду",
        "pa": "Панджаби",
    },
    grades={
        "A1": "A1 — Начальный",
        "A2": "A2 — Элементарный",
        "B1": "B1 — Средний",
        "B2": "B2 — Средне-продвинутый",
        "C1": "C1 — Продвинутый",
        "C2": "C2 — В совершенстве",
        "native": "Родной",
    },
    driving="Опыт вождения",
    car="Имеется собственный автомобиль",
    licence="Права категории",
    additional="Дополнительная информация",
    recommendations="Рекомендации",
    about="Обо мне",
    updated="Резюме обновлено",
    at="в",
    personal="Личные данные",
    contacts="Контакты",
    birthday="Дата рождения",
    place="Место нахождения",
    portfolio="Портфолио",
    passport="Гражданство, время в пути до работы",
    permission="Разрешение на работу",
    more=("Показать еще", "Показать ещё"),
    other_link="Другой сайт",
    duties=tuple(_DUTIES_RU.splitlines()),
    abouts=tuple(_ABOUTS_RU.splitlines()),
    industries=(
        ("Розничная торговля", "Розничная сеть (продуктовая)"),
        ("Услуги для бизнеса", "Маркетинговые, BTL, событийные агентства"),
        ("Перевозки, логистика, склад, ВЭД", "Курьерская, почтовая доставка"),
        ("Финансовый сектор", "Банк"),
        ("Телекоммуникации, связь", "Мобильная связь"),
        ("Гостиницы, рестораны, общепит, кейтеринг", "Ресторан, фаст-фуд"),
        ("Медицина, фармацевтика, аптеки", "Лечебно-профилактические учреждения"),
        ("Информационные технологии, системная интеграция, интернет", "Разработка программ"),
    ),
    faculties=("Очный факультет", "Заочное отделение", "Дневное отделение"),
    referees=(
        "Гущин Роман Ильич (начальник отдела)",
        "Лобанова Ирина Петровна (директор)",
    ),
    metros={
        "Москва": ("Сокол", "Тимирязевская", "Улица Скобелевская"),
        "Санкт-Петербург": ("Комендантский проспект", "Звёздная"),
        "Казань": ("Козья слобода", "Проспект Победы"),
        "Екатеринбург": ("Уралмаш", "Ботаническая"),
        "Новосибирск": ("Площадь Маркса", "Берёзовая роща"),
        "Нижний Новгород": ("Московская", "Парк культуры"),
        "Самара": ("Безымянка", "Гагаринская"),
    },
    role_names=(
        ("оператор", "Оператор call-центра, специалист контактного центра"),
        ("поддержк", "Специалист технической поддержки"),
        ("продаж", "Менеджер по продажам, менеджер по работе с клиентами"),
        ("водител", "Водитель"),
        ("повар", "Повар, пекарь, кондитер"),
        ("курьер", "Курьер"),
        ("администратор", "Администратор"),
        ("бухгалтер", "Бухгалтер"),
        ("аналитик", "Аналитик"),
        ("разработчик", "Программист, разработчик"),
        ("программист", "Программист, разработчик"),
        ("инженер", "Инженер-конструктор, инженер-проектировщик"),
        ("кассир", "Продавец-консультант, продавец-кассир"),
        ("продавец", "Продавец-консультант, продавец-кассир"),
        ("медсестра", "Медицинская сестра, медбрат"),
    ),
)

_DAYS_EN = tuple(
    "January February March April May June July August September October November December".split()
)

EN = Words(
    months=_DAYS_EN,
    days=_DAYS_EN,
    now="till now",
    year=("year", "years", "years"),
    month=("month", "months", "months"),
    sex=("Male", "Female"),
    born=("born on", "born on"),
    on_site="Resume from hh.ru",
    preferred="preferred means of communication",
    comments=("call after 6 pm", "text me first", "weekdays before noon"),
    lives=("Reside in", "Lives in"),
    metro="metro station",
    citizenship="Citizenship",
    permit="work permit at",
    permit_alone="Work permit at",
    move=("willing to relocate",) * 2,
    stay=("not willing to relocate",) * 2,
    trips=("prepared for business trips",) * 2,
    no_trips=("not prepared for business trips",) * 2,
    rare_trips=("prepared for occasional business trips",) * 2,
    places=("Moscow, Saint Petersburg", "Dubai", "Berlin, Prague"),
    desired="Desired position and salary",
    roles="Specializations:",
    other_role="Other",
    area="Administrative Personnel",
    employment_label=("Employment", "Employment type"),
    work_label=("Work schedule", "Work format"),
    employment=(
        {
            "full_time": "full time",
            "part_time": "part time",
            "project": "project work",
            "volunteer": "volunteering",
            "internship": "work placement",
        },
        {
            "full_time": "full time",
            "part_time": "part time",
            "project": "project work",
            "volunteer": "volunteering",
            "internship": "internship",
        },
    ),
    schedule={
        "full_day": "full day",
        "rotating": "shift schedule",
        "flexible": "flexible schedule",
        "rotation": "rotation based work",
    },
    workplace={
        "office": "at the employer's location",
        "remote": "remote",
        "hybrid": "hybrid",
        "field": "field work",
    },
    remote="remote working",
    road="Desired travel time to work",
    roads=("not important", "less than hour", "less than one and a half hours"),
    net="in hand",
    currency=(
        {},
        {"RUB": "₽", "USD": "$", "EUR": "€", "KZT": "₸", "BYN": "Br", "UAH": "₴"},
    ),
    experience="Work experience",
    education="Education",
    levels={
        "secondary": "Secondary",
        "vocational": "Secondary special",
        "incomplete_higher": "Incomplete higher",
        "higher": "Higher",
        "bachelor": "Bachelor",
        "master": "Master",
        "doctorate": "Doctor of Science",
    },
    level_titles={
        "secondary": "Secondary education",
        "vocational": "Secondary special education",
        "incomplete_higher": "Incomplete higher education",
        "higher": "Higher education",
        "bachelor": "Higher education (Bachelor)",
        "master": "Higher education (Master)",
        "doctorate": "Higher education (Doctor of Science)",
    },
    extra={
        "courses": "Professional development, courses",
        "tests": "Tests, examinations",
        "certificates": "Electronic certificates",
    },
    skills_title=("Key skills", "Skills"),
    languages_label="Languages",
    skills_label="Skills",
    languages={
        "ru": "Russian",
        "en": "English",
        "de": "German",
        "fr": "French",
        "es": "Spanish",
        "it": "Italian",
        "pt": "Portuguese",
        "pl": "Polish",
        "zh": "Chinese",
        "ja": "Japanese",
        "ko": "Korean",
        "tr": "Turkish",
        "ar": "Arabic",
        "fa": "Persian",
        "he": "Hebrew",
        "uk": "Ukrainian",
        "be": "Belarusian",
        "kk": "Kazakh",
        "ky": "Kyrgyz",
        "uz": "Uzbek",
        "tg": "Tajik",
        "tt": "Tatar",
        "ba": "Bashkir",
        "cv": "Chuvash",
        "hy": "Armenian",
        "ka": "Georgian",
        "az": "Azerbaijani",
        "sr": "Serbian",
        "fi": "Finnish",
        "cs": "Czech",
        "vi": "Vietnamese",
        "hi": "Hindi",
        "af": "Afrikaans",
        "cy": "Welsh",
        "ga": "Irish",
        "gd": "Scottish Gaelic",
        "mr": "Marathi",
        "nl": "Dutch",
        "pa": "Punjabi",
        "ta": "Tamil",
        "tl": "Tagalog",
        "ur": "Urdu",
        "yo": "Yoruba",
        "zu": "Zulu",
    },
    grades={
        "A1": "A1 — Basic",
        "A2": "A2 — Elementary",
        "B1": "B1 — Intermediate",
        "B2": "B2 — Upper-Intermediate",
        "C1": "C1 — Advanced",
        "C2": "C2 — Proficiency",
        "native": "Native",
    },
    driving="Driving experience",
    car="Own car",
    licence="Driver's license category",
    additional="Additional information",
    recommendations="Recommendations",
    about="About me",
    updated="Resume updated",
    at="at",
    personal="Personal information",
    contacts="Contacts",
    birthday="Date of birth",
    place="Location",
    portfolio="Portfolio",
    passport="Citizenship, travel time to work",
    permission="Permission to work",
    more=("Show more", "Show more"),
    other_link="Other site",
    duties=tuple(_DUTIES_EN.splitlines()),
    abouts=tuple(_ABOUTS_EN.splitlines()),
    industries=(
        ("Retail", "Retail chain (grocery)"),
        ("Business services", "Marketing, BTL and event agencies"),
        ("Transportation, logistics, storage, foreign trade", "Courier and postal delivery"),
        ("Finance", "Bank"),
        ("Telecommunications, communications", "Mobile communications"),
        ("Hotels, restaurants, catering", "Restaurant, fast food"),
        ("Medicine, pharmaceuticals, pharmacies", "Health care institutions"),
        ("IT, system integration, internet", "Software development"),
    ),
    faculties=("Full-time department", "Evening department"),
    referees=("Roy Tillman (head of department)", "Irene Lobanova (director)"),
    metros={
        "Moscow": ("Sokol", "Timiryazevskaya"),
        "Saint Petersburg": ("Komendantskiy Prospekt", "Zvezdnaya"),
        "Kazan": ("Kozya Sloboda",),
        "Yekaterinburg": ("Uralmash",),
    },
    role_names=(
        ("operator", "Call center operator, contact center specialist"),
        ("call cent", "Call center operator, contact center specialist"),
        ("support", "Technical support specialist"),
        ("sales", "Sales manager, client manager"),
        ("driver", "Driver"),
        ("cook", "Cook, baker, confectioner"),
        ("courier", "Courier"),
        ("accountant", "Accountant"),
        ("analyst", "Analyst"),
        ("developer", "Programmer, developer"),
        ("nurse", "Nurse"),
        ("cashier", "Sales assistant, cashier"),
    ),
)

WORDS = {"ru": RU, "en": EN}
