"""What the calculators say in Russian."""

from __future__ import annotations

from collections.abc import Mapping

CALCULATORS: Mapping[str, str] = {
    "source": "Источник: {source}.",
    "stage": "этап {number}",
    "end": "итог",
    "opportunity": (
        "потенциал {score} из 20 (важность {importance}, удовлетворённость {satisfaction})"
    ),
    "opportunity_formula": (
        "Потенциал = важность + max(важность − удовлетворённость, 0), каждая от 0 до 10."
    ),
    "opportunity_figures": "{importance} + max({importance} − {satisfaction}, 0) = {score}",
    "opportunity_source": "A. W. Ulwick, What Customers Want, 2005",
    "growth_point": "{stage}: {opportunity}, {basis}",
    "from_feelings": "удовлетворённость по эмоциям",
    "as_given": "удовлетворённость указана",
    "importance_turned": "Важность {given} по шкале 1..5 — это {turned} по шкале 0..10.",
    "satisfaction_turned": (
        "Удовлетворённость {given} по шкале {low}..{high} — это {turned} по шкале 0..10."
    ),
    "valence_turned": (
        "Средняя эмоция {given} по шкале {low}..{high} принята за удовлетворённость {turned}."
    ),
    "heuristic": (
        "Это эвристика: оценка придумана для опросов многих клиентов. "
        "Здесь она лишь упорядочивает этапы."
    ),
    "ice_formula": "ICE = влияние × уверенность × лёгкость, каждое от 1 до 10.",
    "ice_figures": "{impact} × {confidence} × {ease} = {score}",
    "ice_source": "S. Ellis, M. Brown, Hacking Growth, 2017",
    "rice_formula": "RICE = охват × влияние × уверенность / трудоёмкость.",
    "rice_figures": "{reach} × {impact} × {confidence} / {effort} = {score}",
    "rice_source": "S. McBride, RICE: Simple prioritization for product managers, Intercom",
    "nps": (
        "NPS {score} (от {low} до {high} с доверительной вероятностью {confidence}; "
        "ответов: {answers})"
    ),
    "nps_formula": "NPS = доля сторонников (9–10) − доля критиков (0–6), в пунктах.",
    "nps_figures": "100 × ({promoters} − {detractors}) / {answers} = {score}",
    "nps_bounds": (
        "С доверительной вероятностью {confidence} истинное значение лежит от {low} до {high} "
        "(скорректированный интервал Вальда)."
    ),
    "nps_source": (
        "F. F. Reichheld, Harvard Business Review, December 2003; "
        "интервал: B. Rocks, The American Statistician 70 (4), 2016"
    ),
    "wilson": (
        "{rate} (от {low} до {high} с доверительной вероятностью {confidence}; "
        "{successes} из {trials})"
    ),
    "wilson_formula": "Границы = (k + z²/2 ± z·√(k·(n − k)/n + z²/4)) / (n + z²)",
    "wilson_figures": "k = {successes}, n = {trials}, z = {z} для {confidence}",
    "wilson_source": "E. B. Wilson, Journal of the American Statistical Association 22, 1927",
    "funnel": "до конца доходят {total}: {steps}; больше всего потерь: {worst} ({lost})",
    "funnel_formula": (
        "Конверсия шага = прошли дальше / вошли; общая — произведение конверсий шагов."
    ),
    "funnel_step": "{went_on} из {entered} = {rate}",
    "funnel_bounds": " ({confidence}: от {low} до {high})",
    "funnel_lost": ", потери {lost}",
    "funnel_planned": ", план {planned}",
    "funnel_total": "Всего до конца доходят {total}",
    "funnel_worst": "Больше всего потерь: {worst}, {lost}.",
    "flow_formula": "Выход этапа = min(пришли, мощность) × конверсия.",
    "flow_stage": (
        "{stage}: пришли {arriving}, обслужены {handled} (мощность {capacity}), "
        "из них дальше идут {rate}: {went_on}"
    ),
    "flow_open": "{stage}: пришли {arriving}, из них дальше идут {rate}: {went_on}",
    "flow_out": "До конца доходят {out}; без ограничений дошли бы {free}.",
    "flow_free": "вошли {entered}, до конца доходят {out}; мощности хватает",
    "flow_limited": (
        "вошли {entered}, до конца доходят {out}; узкое место: {stage} "
        "(обслужены {handled} из {arriving})"
    ),
    "flow_no_limit": "Мощности хватает: помогут только новые клиенты или лучшая конверсия.",
    "flow_limit": "Узкое место: {stage}. При мощности {enough} до конца дойдут {out}",
    "flow_then": "; следующее узкое место: {stage}.",
    "flow_then_none": "; дальше ограничений нет.",
    "flow_source": "E. M. Goldratt, J. Cox, The Goal, 1984",
    "lifetime": "ценность клиента {value}: ожидается покупок {purchases} по {margin}",
    "purchases_figures": "Ожидаемое число покупок = 1 / (1 − r) = 1 / (1 − {repeat}) = {purchases}",
    "lifetime_formula": "Ценность клиента = m / (1 − r / (1 + d)), первая покупка — сейчас.",
    "lifetime_figures": "{margin} / (1 − {repeat} / (1 + {discount})) = {value}",
    "lifetime_source": ("S. Gupta, D. R. Lehmann, Journal of Interactive Marketing 17 (1), 2003"),
    "peak_end": "запомнится как {value}: пик {peak} ({peak_at}), конец {end} ({end_at})",
    "peak_end_formula": "Запомнится = (самая сильная эмоция + последняя эмоция) / 2.",
    "peak_end_figures": (
        "Пик: {peak} ({peak_at}); конец: {end} ({end_at}); ({peak} + {end}) / 2 = {value}."
    ),
    "peak_end_mean": "Среднее всех эмоций — {mean}.",
    "peak_end_source": (
        "D. Kahneman, B. L. Fredrickson, C. A. Schreiber, D. A. Redelmeier, "
        "Psychological Science 4 (6), 1993"
    ),
}
