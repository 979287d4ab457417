"""The words of the way through, in Russian; loaded when it is drawn."""

from __future__ import annotations

FLOW = {
    # what stands at nodes and edges
    "entry": "Начало",
    "end": "Конец",
    "leave": "{said} · {share}",
    "leave_share": "уходят здесь: {share}",
    "through_share": "проходят весь путь: {share}",
    "together": "все пути вместе",
    "most": "здесь теряем больше всего",
    "met_nowhere": "ни одна точка контакта не доходит",
    # lanes
    "nobody": "Покупатель не назван",
    "us": "Наши",
    "competitor": "Конкуренты",
    "third-party": "Третьи лица",
    # facts under the title
    "scale": "ширина линии: клиенты, из {count}",
    "scale_share": "ширина линии: доля клиентов",
    "figures_from": "данные начиная с этапа «{stage}»",
    "sides": "слева ранние точки контакта, справа более поздние",
    # legend
    "width": "чем шире, тем больше клиентов",
    "width_partly": "чем шире, тем больше клиентов; тонко там, где их доля неизвестна",
    "enters": "начало",
    "arrives": "конец",
    "back": "назад или мимо этапов",
    "again": "та же точка контакта на другой дорожке",
    "meets_decides": "решает",
    "meets_consulted": "советует",
    "meets_informed": "в курсе",
    # sentences
    "way_of": "Путь по этапам: {title}.",
    "network_of": "Группа принятия решения и где мы с ней встречаемся: {title}.",
    "sentence": "{said}.",
    "met_at": "{buyer}: {touchpoints}.",
    "lost_most": "Больше всего теряем на этапе «{stage}»: {share}.",
    "back_to": "Назад с этапа «{start}» на этап «{end}»{when}.",
    "past_to": "С этапа «{start}» сразу на этап «{end}»{when}.",
}

COUNTS = {
    "stages": ("{number} этап", "{number} этапа", "{number} этапов"),
    "touchpoints": (
        "{number} точка контакта",
        "{number} точки контакта",
        "{number} точек контакта",
    ),
    "actions": ("{number} действие", "{number} действия", "{number} действий"),
    "buyers": ("{number} покупатель", "{number} покупателя", "{number} покупателей"),
    # Of so many: behind a share.
    "statements": (
        "{number} утверждения",
        "{number} утверждений",
        "{number} утверждений",
    ),
    "ways_back": ("{number} путь назад", "{number} пути назад", "{number} путей назад"),
    "ways_past": (
        "{number} путь мимо этапов",
        "{number} пути мимо этапов",
        "{number} путей мимо этапов",
    ),
    "leave": ("{number} уходит здесь", "{number} уходят здесь", "{number} уходят здесь"),
    "through": (
        "{number} проходит весь путь",
        "{number} проходят весь путь",
        "{number} проходят весь путь",
    ),
}
"""How many of something, in the forms of `plural`."""
