"""Public holidays of the course's country: the name of one, alone in its cell, is no class."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache

import holidays

from syllabical.interpret.language.folding import folded

_WORD = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


def is_named(text: str, date: dt.date, country: str) -> bool:
    """Whether a text is no more than the name of that day's public holiday, or a part of it.

    `country` is a code such as `IL` or `DE-BE`; of an unknown one no holiday is known.
    """
    words = set(_WORD.findall(folded(text)))
    if not words or not country:
        return False
    name = set(_WORD.findall(folded(_known(country, date.year).get(date, ""))))
    return words <= name


@lru_cache(maxsize=64)
def _known(country: str, year: int) -> Mapping[dt.date, str]:
    """The names of a year's holidays by date, in English and in the country's own language."""
    code, _, part = country.upper().partition("-")
    found: dict[dt.date, str] = {}
    try:
        # Named outright: where no language is asked for, the machine's own decides.
        own = holidays.country_holidays(code).default_language
        for language in {"en_US": None, own: None}:
            named = holidays.country_holidays(
                code, subdiv=part or None, years=year, language=language
            )
            for date, name in named.items():
                found[date] = f"{found.get(date, '')} {name}"
    except NotImplementedError:
        return {}
    return found
