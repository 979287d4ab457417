"""Покупка B2B: от потерянных заявок до первых результатов автоматизации продаж."""

import journeymap as jm

# Все цифры, источники, даты и цены ниже придуманы для примера.
CRM = jm.Evidence("measured", source="CRM и аналитика сайта", date="2026-03-31", sample_size=1480)
INTERVIEWS = jm.Evidence(
    "reported", source="Интервью с покупателями", date="2026-03-12", sample_size=14
)
SHOPPER = jm.Evidence("observed", source="Тайный покупатель", date="2026-03-18", sample_size=6)

# Во что обойдутся за пять лет три варианта. Все суммы придуманы, и это сказано в самих данных.
# Где сумма оценена, даны низ и верх; зарплаты растут на 10 % в год, тарифы на 5 %.
INVENTED = jm.Evidence("assumption", source="Придумано для примера")

NEED_RECOGNITION = jm.Stage(
    "Осознание потребности",
    job=jm.Statement("Найти простой способ не терять заявки", evidence=INTERVIEWS),
    actions=jm.Statement("Ищет «как автоматизировать продажи»", evidence=CRM),
    thoughts=jm.Statement("Систем десятки. Какая подойдёт нам?", evidence=INTERVIEWS),
    touchpoints=[
        jm.Touchpoint("Поисковая выдача (SEO, реклама)", channel="search"),
        jm.Touchpoint("Социальные сети", channel="social"),
    ],
    emotions=[jm.Emotion("растерянность", -1), jm.Emotion("недоверие", -1)],
    barriers=jm.Barrier(
        "Реклама обещает, сайт не объясняет",
        mitigation="Страница под каждую боль с демо на две минуты",
        id="vague-pages",
        evidence=SHOPPER,
    ),
    importance=3,
    duration="1-2 недели",
    involvement={
        "Финансовый директор": "informed",
        "Руководитель ИТ": "informed",
        "Менеджеры по продажам": "decides",
    },
    metrics=[
        jm.Metric("entered", measured="1480 заявок в месяц", evidence=CRM),
        jm.Metric("conversion", planned="40%", measured="34%", evidence=CRM),
    ],
    recommendations=jm.Recommendation(
        "Усилить SEO-контент и запустить рекламу, которая говорит о боли",
        urgency="improve",
        owner="Маркетинг",
        addresses="vague-pages",
    ),
)

COMPARING_OPTIONS = jm.Stage(
    "Сравнение вариантов",
    job=jm.Statement("Убедиться, что решение подходит и стоит разумных денег", evidence=INTERVIEWS),
    actions=[
        jm.Statement("Сравнивает тарифы", evidence=CRM),
        jm.Statement("Читает отзывы", evidence=INTERVIEWS),
        "Ищет демо",
    ],
    thoughts=jm.Statement(
        "Просто скажите, сколько это стоит на двадцать человек.", evidence=INTERVIEWS
    ),
    touchpoints=[
        jm.Touchpoint("Сайты конкурентов", channel="site", owner="competitor"),
        jm.Touchpoint("Видеообзоры", channel="video", owner="third-party"),
        jm.Touchpoint(
            "Вводный вебинар",
            channel="webinar",
            status="proposed",
            tool="Площадка для вебинаров, живое демо",
            buyers=["Финансовый директор", "Менеджеры по продажам"],
        ),
    ],
    emotions=[
        jm.Emotion("раздражение", -2, evidence=INTERVIEWS),
        jm.Emotion("острая боль", -2, evidence=INTERVIEWS),
    ],
    barriers=[
        jm.Barrier(
            "Девять тарифов, и ни один не для нас",
            mitigation="Три тарифа, выбор по размеру команды",
            id="nine-plans",
            evidence=SHOPPER,
        ),
        jm.Barrier(
            "Не видно, когда окупится",
            mitigation="Калькулятор окупаемости на странице цен",
            id="no-payback",
            evidence=INTERVIEWS,
        ),
    ],
    concerns=jm.Concern(
        "Скрытые расходы", mitigation="Все платежи в одной таблице, цена на год не меняется"
    ),
    importance=5,
    duration="2-4 недели",
    involvement={
        "Финансовый директор": "consulted",
        "Руководитель ИТ": "consulted",
        "Менеджеры по продажам": "decides",
    },
    messages=["Заявки из всех каналов в одной очереди", "Встроенные телефония и почта"],
    metrics=[
        jm.Metric("entered", measured="503 заявки в месяц", evidence=CRM),
        jm.Metric("conversion", planned="45%", measured="35.4%", evidence=CRM),
    ],
    hypotheses=jm.Hypothesis(
        "Показать три тарифа вместо девяти",
        metric="conversion",
        expected="8%",
        guardrail="сделок в месяц",
        ice=jm.Ice(impact=7, confidence=6, ease=5),
        state="running",
        owner="Продуктовый маркетинг",
        addresses="nine-plans",
    ),
    recommendations=jm.Recommendation(
        "Упростить тарифы. Сделать калькулятор окупаемости",
        urgency="urgent",
        owner="Продуктовый маркетинг",
        addresses=["nine-plans", "no-payback"],
    ),
)

PURCHASE_DECISION = jm.Stage(
    "Решение о покупке",
    job=jm.Statement("Быстро и без риска начать работу", evidence=INTERVIEWS),
    actions=[
        jm.Statement("Берёт пробную версию", evidence=CRM),
        jm.Statement("Говорит с менеджером", evidence=CRM),
        jm.Statement("Запрашивает счёт", evidence=CRM),
    ],
    thoughts="Если ребята освоятся за пробный период, подписываю.",
    touchpoints=[
        jm.Touchpoint(
            "Отдел продаж", channel="sales", buyers=["Финансовый директор", "Руководитель ИТ"]
        ),
        jm.Touchpoint(
            "Пробная версия", channel="trial", buyers=["Руководитель ИТ", "Менеджеры по продажам"]
        ),
        jm.Touchpoint(
            "Документы", channel="document", buyers=["Финансовый директор", "Руководитель ИТ"]
        ),
    ],
    emotions=[jm.Emotion("предвкушение", 2), jm.Emotion("лёгкое волнение", 0)],
    barriers=jm.Barrier(
        "Ждёт ответа два дня",
        mitigation="Ответ за 15 минут в рабочее время",
        id="slow-answer",
        evidence=SHOPPER,
    ),
    concerns=jm.Concern(
        "Команда будет саботировать внедрение", mitigation="Сначала пилот с двумя добровольцами"
    ),
    importance=4,
    moment_of_truth=True,
    duration="2-3 недели",
    involvement=[
        jm.Involvement("Финансовый директор", "decides", stance="supporter"),
        jm.Involvement("Руководитель ИТ", "consulted", stance="sceptic"),
        jm.Involvement("Менеджеры по продажам", "informed"),
    ],
    messages=["Серверы в России, есть сертификат", "Открытый API, выгрузка данных в один клик"],
    metrics=[
        jm.Metric("entered", measured="178 заявок в месяц", evidence=CRM),
        jm.Metric("conversion", planned="80%", measured="75.3%", evidence=CRM),
        jm.Metric(
            "время до первого ответа", planned="4 часа", measured="48 часов", evidence=SHOPPER
        ),
    ],
    recommendations=jm.Recommendation(
        "Отвечать сразу. Сделать договор коротким и понятным",
        urgency="improve",
        owner="Отдел продаж",
        addresses="slow-answer",
    ),
    backstage=jm.Backstage(
        front="Менеджер отвечает и высылает договор",
        back="Юрист читает каждую правку",
        support="CRM, электронная подпись",
    ),
)

ONBOARDING = jm.Stage(
    "Внедрение и использование",
    job=jm.Statement(
        "Как можно скорее получить первые результаты и ощутить пользу", evidence=INTERVIEWS
    ),
    actions=[
        jm.Statement("Настраивает интеграции", evidence=CRM),
        "Заносит данные",
        jm.Statement("Задаёт вопросы поддержке", evidence=CRM),
    ],
    thoughts=jm.Statement(
        "Вбивать пришлось много. Зато вчера не потеряли ни одной заявки.", evidence=INTERVIEWS
    ),
    touchpoints=[
        jm.Touchpoint("Обучающие письма", channel="email", buyers="Менеджеры по продажам"),
        jm.Touchpoint(
            "Чат поддержки",
            channel="chat",
            buyers="Менеджеры по продажам",
            backstage=jm.Backstage(
                front="Оператор отвечает за час",
                back="Инженер разбирает трудные случаи",
            ),
        ),
        jm.Touchpoint("База знаний", channel="knowledge-base", buyers="Руководитель ИТ"),
    ],
    emotions=[jm.Emotion("усталость", 0), jm.Emotion("удовлетворение", 2)],
    barriers=jm.Barrier(
        "За запуск никто не отвечает",
        mitigation="План запуска: у каждого пункта есть ответственный",
        id="no-owner",
        evidence=INTERVIEWS,
    ),
    importance=5,
    duration="2-4 недели",
    involvement={
        "Финансовый директор": "informed",
        "Руководитель ИТ": "consulted",
        "Менеджеры по продажам": "decides",
    },
    messages="Персональный менеджер на 90 дней",
    metrics=[
        jm.Metric("entered", measured="134 заявки в месяц", evidence=CRM),
        jm.Metric("conversion", planned="90%", measured="84%", evidence=CRM),
    ],
    recommendations=jm.Recommendation(
        "Автоматизировать онбординг. Дать каждому клиенту персонального менеджера",
        urgency="keep",
        owner="Забота о клиентах",
        addresses="no-owner",
    ),
    backstage=jm.Backstage(
        back="Инженер внедрения подключает почту и телефонию",
        support="Служба заявок, запись звонков",
    ),
)

journey = jm.Journey(
    "Покупка автоматизации продаж: от потерянных заявок до первых результатов",
    kind="b2b",
    state="as-is",
    language="ru",
    flow=jm.Flow(lanes="buyers"),
    segment=jm.Segment(
        "Растущие компании, которые теряют заявки",
        behavior=[
            jm.Statement("Отвечают на заявку через четыре часа и позже", evidence=SHOPPER),
            "Ведут заявки в чатах и таблицах",
            "Нанимают ещё одного менеджера, а процесс не меняют",
        ],
    ),
    persona=jm.Persona(
        "Руководитель продаж, компания на 40 человек",
        quote=jm.Statement("Заявки теряются между чатами и таблицами.", evidence=INTERVIEWS),
        need=jm.Statement("Не терять заявки и не раздувать штат", evidence=INTERVIEWS),
        trigger=jm.Statement("Сорвалась крупная сделка: забыли перезвонить", evidence=INTERVIEWS),
        criteria=["Понятная цена", "Быстрый старт", "Поддержка на русском"],
        fears=["Скрытые расходы", "Команда будет саботировать внедрение"],
        alternatives=["Остаться в таблицах", "Взять CRM подешевле", "Нанять помощника"],
    ),
    buyers=[
        jm.Buyer(
            "Финансовый директор",
            role="economic",
            priorities=["Окупаемость", "Стоимость владения", "Отдача на каждый рубль"],
            concerns=jm.Concern("Скрытые расходы", evidence=INTERVIEWS),
            language=["окупаемость", "бюджет", "денежный поток"],
            influence=5,
            stance="neutral",
        ),
        jm.Buyer(
            "Руководитель ИТ",
            role="technical",
            priorities=["Стабильность", "Безопасность", "Соответствие стандартам"],
            concerns=jm.Concern("Зависимость от поставщика", evidence=INTERVIEWS),
            language=["аудит", "API", "восстановление"],
            influence=3,
            stance="neutral",
        ),
        jm.Buyer(
            "Менеджеры по продажам",
            role="user",
            priorities=["Простота", "Меньше ручного ввода"],
            # Ни одна выгода пока не отвечает на это: проверка аргументов покажет пробел.
            concerns=jm.Concern("Слежка за каждым звонком", evidence=INTERVIEWS),
            language=["мои клиенты", "сделки", "звонки"],
            influence=4,
            stance="sceptic",
        ),
    ],
    messages=[
        jm.Fab(
            "Заявки из всех каналов в одной очереди",
            advantage="Ничто не ждёт в личном чате",
            benefits=[
                jm.Benefit(
                    "economic",
                    "Потерь на 12\u00a0% меньше — и лицензия окупилась",
                    answers="Окупаемость",
                ),
                jm.Benefit("technical", "Один журнал: кто что сделал", answers="Безопасность"),
                jm.Benefit(
                    "user",
                    "Мои клиенты в одном окне, а не в пяти",
                    answers="Меньше ручного ввода",
                ),
            ],
        ),
        jm.Fab(
            "Встроенные телефония и почта",
            advantage="Не нужно подключать второго поставщика",
            benefits=[
                jm.Benefit("economic", "Один договор вместо трёх", answers="Скрытые расходы"),
                jm.Benefit("technical", "Проверять одного поставщика", answers="Безопасность"),
                jm.Benefit("user", "Звонок в один клик, запись уже в карточке", answers="Простота"),
            ],
        ),
        jm.Fab(
            "Серверы в России, есть сертификат",
            advantage="Требования регулятора выполнены с первого дня",
            benefits=[
                jm.Benefit(
                    "economic",
                    "Ни штрафа, ни второго проекта",
                    answers="Отдача на каждый рубль",
                ),
                jm.Benefit(
                    "technical",
                    "Проходит аудит без доработок",
                    answers="Соответствие стандартам",
                ),
                jm.Benefit("user", "Открывается сразу, без VPN", answers="Простота"),
            ],
        ),
        jm.Fab(
            "Персональный менеджер на 90 дней",
            advantage="Первые результаты через две недели",
            benefits=[
                jm.Benefit("economic", "Деньги работают с первого квартала", answers="Окупаемость"),
                jm.Benefit(
                    "technical",
                    "За запуск отвечает человек от поставщика",
                    answers="Стабильность",
                ),
                jm.Benefit("user", "Меня учат на моих же сделках", answers="Простота"),
            ],
        ),
        jm.Fab(
            "Открытый API, выгрузка данных в один клик",
            advantage="Ни подключение, ни уход не станут проектом",
            benefits=[
                jm.Benefit(
                    "economic", "Чтобы уйти, нужен день, а не проект", answers="Стоимость владения"
                ),
                jm.Benefit(
                    "technical",
                    "Открытые форматы ни к кому не привяжут",
                    answers="Зависимость от поставщика",
                ),
                jm.Benefit("user", "Отчёт заполняется сам", answers="Меньше ручного ввода"),
            ],
        ),
    ],
    stages=[NEED_RECOGNITION, COMPARING_OPTIONS, PURCHASE_DECISION, ONBOARDING],
    offers=[
        jm.Offer(
            "Наша CRM",
            description="Двадцать мест, телефония и почта включены; цифры придуманы",
            ours=True,
            evidence=INVENTED,
            costs=[
                jm.Cost(
                    "Лицензии",
                    "price",
                    "1200 RUB",
                    every="month",
                    growth="5%",
                    quantity=20,
                    unit="место",
                ),
                jm.Cost("Гарнитуры", "price", "6500 RUB", quantity=20, unit="место"),
                jm.Cost(
                    "Внедрение", "implementation", "560000 RUB", low="480000 RUB", high="720000 RUB"
                ),
                jm.Cost("Обучение", "use", "4500 RUB", quantity=20, unit="место"),
                jm.Cost(
                    "Администратор, день в неделю",
                    "use",
                    "120000 RUB",
                    low="90000 RUB",
                    high="160000 RUB",
                    every="year",
                    growth="10%",
                ),
                jm.Cost("Поддержка и доработки", "repair", "70000 RUB", every="year", growth="5%"),
                jm.Cost(
                    "Выгрузка данных", "exit", "50000 RUB", low="20000 RUB", high="90000 RUB", at=5
                ),
                jm.Cost("Продажа гарнитур", "exit", "-1000 RUB", at=5, quantity=20, unit="место"),
            ],
            gains=[
                jm.Gain(
                    "Одна спасённая сделка в месяц",
                    "12000 RUB",
                    low="5000 RUB",
                    high="18000 RUB",
                    every="month",
                    start=0.5,
                ),
                jm.Gain(
                    "Экономия часов на отчётах",
                    "1200 RUB",
                    low="700 RUB",
                    high="1500 RUB",
                    every="month",
                    growth="10%",
                    quantity=4,
                    unit="час",
                ),
            ],
        ),
        jm.Offer(
            "Дешёвый конкурент",
            description="Двадцать мест; телефония и почта от других поставщиков; цифры придуманы",
            evidence=INVENTED,
            costs=[
                jm.Cost(
                    "Лицензии",
                    "price",
                    "850 RUB",
                    every="month",
                    growth="5%",
                    quantity=20,
                    unit="место",
                ),
                jm.Cost("Гарнитуры", "price", "6500 RUB", quantity=20, unit="место"),
                jm.Cost(
                    "Внедрение и интеграции",
                    "implementation",
                    "320000 RUB",
                    low="280000 RUB",
                    high="520000 RUB",
                ),
                jm.Cost("Обучение", "use", "3000 RUB", quantity=20, unit="место"),
                jm.Cost(
                    "Администратор, полтора дня в неделю",
                    "use",
                    "180000 RUB",
                    low="140000 RUB",
                    high="260000 RUB",
                    every="year",
                    growth="10%",
                ),
                jm.Cost(
                    "Почасовая поддержка, починка интеграций",
                    "repair",
                    "250000 RUB",
                    low="190000 RUB",
                    high="380000 RUB",
                    every="year",
                    growth="5%",
                ),
                jm.Cost(
                    "Отключение интеграций",
                    "exit",
                    "140000 RUB",
                    low="80000 RUB",
                    high="250000 RUB",
                    at=5,
                ),
                jm.Cost("Продажа гарнитур", "exit", "-1000 RUB", at=5, quantity=20, unit="место"),
            ],
            gains=[
                jm.Gain(
                    "Одна спасённая сделка в квартал",
                    "12000 RUB",
                    low="5000 RUB",
                    high="18000 RUB",
                    every="quarter",
                    start=0.5,
                ),
                jm.Gain(
                    "Экономия часов на отчётах",
                    "1200 RUB",
                    low="700 RUB",
                    high="1500 RUB",
                    every="month",
                    growth="10%",
                    quantity=2,
                    unit="час",
                ),
            ],
        ),
        jm.Offer(
            "Как сейчас: таблицы",
            description="Ничего не покупать; сорванные сделки не учтены; цифры придуманы",
            evidence=INVENTED,
            costs=[
                jm.Cost(
                    "Перенос заявок вручную, час в неделю",
                    "use",
                    "23000 RUB",
                    low="16000 RUB",
                    high="31000 RUB",
                    every="year",
                    growth="10%",
                    quantity=20,
                    unit="место",
                ),
                jm.Cost(
                    "Поиск потерянных данных, полставки",
                    "repair",
                    "420000 RUB",
                    low="300000 RUB",
                    high="520000 RUB",
                    every="year",
                    growth="10%",
                ),
            ],
        ),
    ],
    tco=jm.Terms(5, discount_rate="12%", units="20 мест"),
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
