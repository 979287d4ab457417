"""English words of money and of short times; the signs of currencies are those of CLDR."""

from __future__ import annotations

MONEY = {
    "amount": "{currency}{gap}{figure}",
    "compact": "{currency}{gap}{figure}\u00a0{scale}",
    "heading": "{currency}\u00a0{scale}",
    "thousand": "thousand",
    "million": "million",
    "billion": "billion",
    "trillion": "trillion",
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
    "PHP": "₱",
    "RUB": "RUB",
    "THB": "THB",
    "TWD": "NT$",
    "UAH": "UAH",
    "USD": "$",
    "VND": "₫",
    "XAF": "FCFA",
    "XCD": "EC$",
    "XCG": "Cg.",
    "XOF": "F\u202fCFA",
    "XPF": "CFPF",
}

SHORT_UNITS = {
    "years": ("y", "y"),
    "months": ("m", "m"),
}
