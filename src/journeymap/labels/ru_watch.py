"""What the page of the live preview says in Russian."""

from __future__ import annotations

from collections.abc import Mapping

WATCH: Mapping[str, str] = {
    "choices": "Что показано",
    "view": "Вид",
    "theme": "Тема",
    "language": "Язык",
    "default": "по умолчанию",
    "show": "Показать",
    "zoom": "Масштаб",
    "fit": "По ширине",
    "smaller": "Мельче",
    "larger": "Крупнее",
    "alone": "Только картинка",
    "picture": "Картинка",
    "waiting": "Соединение",
    "live": "Обновляется",
    "lost": "Нет связи",
    "none": "Картинки ещё нет.",
    "wrong": "Это нельзя нарисовать.",
    "behind": "Под сообщением — последняя удачная картинка.",
    "notes": "Примечания",
}
