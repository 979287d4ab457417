"""Russian words of money and of short times; the signs of currencies are those of CLDR."""

from __future__ import annotations

MONEY = {
    "amount": "{figure}\u00a0{currency}",
    "compact": "{figure}\u00a0{scale}\u00a0{currency}",
    "heading": "{scale}\u00a0{currency}",
    "thousand": "тыс.",
    "million": "млн",
    "billion": "млрд",
    "trillion": "трлн",
}

CURRENCIES = {
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "CA$",
    "CNY": "CN¥",
    "EUR": "€",
    "GBP": "£",
    "HKD": "HK$",
    "ILS": "₪",
    "INR": "₹",
    "JPY": "¥",
    "KRW": "₩",
    "MXN": "MX$",
    "NZD": "NZ$",
    "PHP": "PHP",
    "RUB": "₽",
    "THB": "฿",
    "TWD": "NT$",
    "UAH": "₴",
    "USD": "$",
    "VND": "₫",
    "XAF": "FCFA",
    "XCD": "EC$",
    "XCG": "Cg",
    "XOF": "F\u202fCFA",
    "XPF": "CFPF",
}

SHORT_UNITS = {
    "years": ("г.", "г.", "л."),
    "months": ("мес.", "мес.", "мес."),
}
