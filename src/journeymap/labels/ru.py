"""Russian."""

from __future__ import annotations

from decimal import Decimal

from journeymap.labels.words import Labels


def plural(number: Decimal) -> int:
    """Return which form goes with a number: 1 неделя, 2 недели, 5 недель, 1,5 недели."""
    if number != number.to_integral_value():
        return 1
    tens, ones = int(number) // 10 % 10, int(number) % 10
    if tens == 1 or ones == 0 or ones >= 5:
        return 2
    return 0 if ones == 1 else 1


LABELS = Labels(
    language="ru",
    lanes={
        "jobs": "Задачи (JTBD)",
        "triggers": "Триггеры",
        "needs": "Потребности",
        "expectations": "Ожидания",
        "actions": "Действия",
        "thoughts": "Мысли",
        "touchpoints": "Точки контакта",
        "emotions": "Эмоции",
        "motivations": "Мотивация",
        "barriers": "Барьеры",
        "concerns": "Опасения",
        "importance": "Важность",
        "satisfaction": "Удовлетворённость",
        "duration": "Длительность",
        "recommendations": "Рекомендации",
    },
    facets={
        "scenario": "Сценарий",
        "behavior": "Как себя ведут",
        "need": "Потребность",
        "trigger": "Триггер",
        "criteria": "Критерии",
        "fears": "Страхи",
        "alternatives": "Альтернативы",
    },
    kinds={"b2b": "B2B", "b2c": "B2C"},
    states={"as-is": "как есть", "to-be": "как будет"},
    topologies={"linear": "линейный путь", "cyclic": "цикл"},
    urgencies={"urgent": "Срочно", "improve": "Улучшить", "keep": "Сохранить"},
    roles={
        "economic": "Экономический покупатель",
        "technical": "Технический покупатель",
        "user": "Конечный эксплуатант",
        "coach": "Внутренний союзник",
    },
    levels={"informed": "в курсе", "consulted": "советует", "decides": "решает"},
    stances={
        "opponent": "против",
        "sceptic": "сомневается",
        "neutral": "нейтрален",
        "supporter": "за",
    },
    legend={
        "segment": "Сегмент",
        "high": "высокий",
        "low": "низкий",
        "existing": "наша точка контакта",
        "proposed": "предлагаемая",
        "foreign": "не наша",
        "mitigation": "как снимаем",
        "moment_of_truth": "Момент истины",
        "facts": "Факты: {share} из {count} утверждений",
        "unknown": "неизвестно",
        "rational": "рациональная",
        "emotional": "эмоциональная",
        "active": "активно",
        "waiting": "ожидание",
        "again": "и снова",
        "owner": "Отвечает: {owner}",
    },
    units={
        "seconds": ("секунда", "секунды", "секунд"),
        "minutes": ("минута", "минуты", "минут"),
        "hours": ("час", "часа", "часов"),
        "days": ("день", "дня", "дней"),
        "weeks": ("неделя", "недели", "недель"),
        "months": ("месяц", "месяца", "месяцев"),
        "years": ("год", "года", "лет"),
    },
    plural=plural,
    decimal_mark=",",
    percent_sign="\u00a0%",
    quotes=("«", "»"),
    sentences={
        "map": "Карта пути клиента: {title}.",
        "size": "Этапов: {stages} ({names}); точек контакта: {touchpoints}.",
        "lowest": "Самая низкая точка: {stage} ({feelings}).",
        "highest": "Самая высокая точка: {stage} ({feelings}).",
        "urgent": "Срочно: {texts}.",
    },
    aspects={
        "buyers": "Группа принятия решения",
        "messages": "Сообщения (ПХВ)",
        "metrics": "Показатели",
        "hypotheses": "Гипотезы",
        "backstage": "Внутренние процессы",
    },
    evidence={
        "assumption": "предположение",
        "reported": "со слов",
        "observed": "наблюдение",
        "measured": "измерено",
    },
    columns={
        "number": "№",
        "stage": "Этап",
        "aspect": "Аспект",
        "item": "Содержание",
        "kind": "Вид",
        "value": "Значение",
        "planned": "План",
        "measured": "Факт",
        "answer": "Как снимаем",
        "owner": "Отвечает",
        "channel": "Канал",
        "note": "Примечание",
        "evidence": "Основание",
        "source": "Источник",
        "date": "Дата",
        "sample": "Выборка",
        "link": "Ссылка",
    },
    views={
        "again": "приходят снова",
        "purchases": "ожидается покупок: {number}",
        "whole": "весь путь",
        "round": "один круг",
        "size": "Размер",
        "segment": "Сегмент",
        "sources": "Источники",
        "proposed": "предложена",
        "running": "проверяется",
        "confirmed": "подтверждена",
        "rejected": "отклонена",
        "planned": "план",
        "measured": "факт",
        "front": "на виду",
        "back": "за кулисами",
        "support": "поддержка",
        "and_back": "После последнего этапа путь начинается заново.",
        "repeat": "Приходят снова: {share}.",
        "persona": "Персонаж: {name}.",
        "segment_card": "Сегмент: {name}.",
        "cycle": "Путь клиента как цикл: {title}.",
        "ring": "Путь клиента по кругу, разомкнутому после последнего этапа: {title}.",
        "mindmap": "Путь клиента как интеллект-карта: {title}.",
        "table": "Путь клиента таблицей: {title}.",
    },
)
