"""The words of costs, in Russian; loaded when costs are put into words."""

from __future__ import annotations

TCO = {
    # categories
    "price": "Цена",
    "implementation": "Внедрение",
    "use": "Использование",
    "repair": "Ремонт",
    "exit": "Вывод из эксплуатации",
    # tables
    "title": "Полная стоимость владения, срок: {years}",
    "of_offer": "{offer}: полная стоимость владения, срок: {years}",
    "category": "Статья",
    "period": "Период",
    "now": "Сейчас",
    "year": "Год {number}",
    "present_value": "Приведённая стоимость",
    "nominal": "Сумма платежей",
    "equivalent_annual_cost": "Эквивалентные годовые затраты",
    "per_unit": "Приведённая стоимость на 1 из {units}",
    "low": "Приведённая стоимость, не меньше",
    "high": "Приведённая стоимость, не больше",
    "gains": "Выгоды, не вычтены",
    "total": "Итого",
    "is_discounted": "Приведённые суммы, {currency}.",
    "is_paid": "Суммы в момент платежа, {currency}.",
    # headings of records
    "offer": "Вариант",
    "number": "Номер периода",
    "years": "Лет от начала",
    "currency": "Валюта",
    # terms
    "prices_nominal": "Суммы в {currency}, как они будут уплачены (номинальные цены).",
    "prices_real": "Суммы в {currency} в сегодняшних (реальных) ценах.",
    "no_rate": "Ставка не задана: будущие деньги стоят столько же, сколько сегодняшние.",
    "rate_nominal": "Будущие платежи приводятся по номинальной ставке {rate} в год.",
    "rate_real": "Будущие платежи приводятся по реальной ставке {rate} в год.",
    "fisher_nominal": "Реальная ставка {given} и инфляция {inflation} дают номинальную ставку"
    " {rate}: (1 + {given}) · (1 + {inflation}) = 1 + {rate}.",
    "fisher_real": "Номинальная ставка {given} за вычетом инфляции {inflation} даёт реальную ставку"
    " {rate}: (1 + {given}) / (1 + {inflation}) = 1 + {rate}.",
    "every_year": "каждый год",
    "every_quarter": "каждый квартал",
    "every_month": "каждый месяц",
    "period_year": "Расчёт ведётся по годам.",
    "period_quarter": "Расчёт ведётся по кварталам.",
    "period_month": "Расчёт ведётся по месяцам.",
    "convention_end": "Платежи внутри периода приводятся от его конца.",
    "convention_mid": "Платежи внутри периода приводятся от его середины.",
    "formula": "Платёж через t лет стоит сегодня свою сумму, делённую на (1 + {rate})^t.",
    "rounding": "Округляются только результаты, до чётного при равенстве, сначала итоги; части"
    " сходятся с итогами.",
    # lines
    "line_single": "{name} ({category}): {amount}, {when}. Платежи: {nominal}; сегодня это"
    " {present}.",
    "line_recurring": "{name} ({category}): {amount} {every}{span}{growth}. Платежи: {nominal};"
    " сегодня это {present}.",
    "gain": "выгода",
    "times": "{amount} × {quantity} = {product}",
    "at_once": "сейчас",
    "after": "через {years}",
    "from": ", начиная со срока {years}",
    "to": ", до срока {years}",
    "growing": ", рост {rate} в год",
    "falling": ", снижение {rate} в год",
    "guess": "Оценка: от {low} до {high}.",
    # results
    "lines": "Платежи по строкам",
    "by_category": "По статьям, приведённо",
    "by_period": "По периодам",
    "period_line": "{period}: {nominal} × {factor} = {present}",
    "result_nominal": "Всего платежей: {nominal}. Сегодня это {present}.",
    "result_plain": "Всего платежей: {nominal}.",
    "result_annual": "Одинаковые ежегодные затраты той же стоимости: {present} / {annuity} ="
    " {annual} в год. {annuity}: столько сегодня стоит 1 в год, срок: {years}.",
    "result_annual_plain": "В среднем это {annual} в год: {present} / {annuity}.",
    "result_unit": "Для 1 из {units}: {present} / {count} = {per_unit}.",
    "result_range": "Если взять нижние или верхние границы всех оценок, приведённая стоимость"
    " будет от {low} до {high}.",
    "no_costs": "{offer}: затрат нет.",
    # comparisons
    "versus": "«{choice}» против «{against}»",
    "saves": "«{choice}» обходится на {saving} дешевле: {theirs} − {ours} (приведённые суммы).",
    "costs_more": "«{choice}» обходится на {saving} дороже: {ours} − {theirs} (приведённые суммы).",
    "costs_same": "Стоят одинаково: {ours} (приведённая сумма).",
    "even_at_once": "Дороже не бывает ни в какой момент.",
    "even_after": "Сначала дороже, но выравнивается с «{against}» через {time}.",
    "even_never": "В какой-то момент дороже и не сравняется с «{against}» за срок: {years}.",
    "gains_count": "С учётом выгод обоих чистая приведённая стоимость (NPV) равна {npv}.",
    "irr": "Внутренняя норма доходности (IRR) {irr} в год: при такой ставке NPV равна 0.",
    "roi": "Окупаемость вложений (ROI): {roi}.",
    "payback": "Окупается через {time}.",
    "payback_discounted": "С учётом ставки окупается через {time}.",
    "payback_never": "Окупаемости за срок {years} нет.",
    # notes
    "notes": "Примечания",
    "note_cut": "{offer}: «{line}» выходит за срок {years}; более поздние платежи не учтены.",
    "note_inflation": "Инфляция не использована: и цены, и ставка {prices}.",
    "note_nominal": "номинальные",
    "note_real": "реальные",
    "note_gains": "Выгоды не вычтены из затрат; они учтены в NPV, норме доходности и окупаемости.",
    "note_same_sign": "Внутренней нормы доходности нет: потоки не меняют знака.",
    "note_several": "Единственной внутренней нормы доходности нет: NPV равна 0 при {rates}.",
    "note_out_of_reach": "Внутренняя норма доходности вне пределов: ниже −99,99 % или выше"
    " 100 000 000 % в год.",
    "note_nothing_in": "ROI не считается: вложений нет.",
}
