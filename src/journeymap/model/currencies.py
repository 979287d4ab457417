"""The currencies of ISO 4217 that are money in use, and how far each is divided.

Funds, metals and test codes are left out. The minor units are those of the standard, not of daily
life: a price list in Tehran shows no dinars, but a bill may.
"""

from journeymap.errors import unknown

CURRENCIES = frozenset(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
    VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split()  # noqa: SIM905 - a hundred and fifty quoted strings would say less
)

_WITHOUT = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"

MINOR_UNITS = dict.fromkeys(_WITHOUT.split(), 0) | dict.fromkeys(_THOUSANDTHS.split(), 3)
"""How many decimals a currency has where these are not two."""


def minor_units(currency: str) -> int:
    """Return how many decimals an amount in a currency has: 2 for EUR, 0 for JPY, 3 for KWD.

    Raises:
        OptionError: The currency is none of `CURRENCIES`.
    """
    if currency not in CURRENCIES:
        raise unknown("currency", currency, sorted(CURRENCIES))
    return MINOR_UNITS.get(currency, 2)
