"""The time zone that an author meant."""

import re

from syllabical import timezones
from syllabical.diagnostics import Report
from syllabical.model.schedule import Schedule
from syllabical.read.schedule import suggestions
from syllabical.read.schedule.refusals import quoted

# What people write for a zone, as Windows and the speaking clock do.
_SHORT = {
    "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York",
    "eastern": "America/New_York", "cst": "America/Chicago", "cdt": "America/Chicago",
    "ct": "America/Chicago", "central": "America/Chicago", "mst": "America/Denver",
    "mdt": "America/Denver", "mt": "America/Denver", "mountain": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles", "gmt": "Europe/London", "bst": "Europe/London",
    "wet": "Europe/Lisbon", "cet": "Europe/Berlin", "cest": "Europe/Berlin",
    "mez": "Europe/Berlin", "mesz": "Europe/Berlin", "met": "Europe/Berlin",
    "eet": "Europe/Athens", "eest": "Europe/Athens", "msk": "Europe/Moscow",
    "ist": "Asia/Jerusalem` or `Asia/Kolkata", "idt": "Asia/Jerusalem", "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul", "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong",
    "brt": "America/Sao_Paulo",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland", "hst": "Pacific/Honolulu",
    "israel standard time": "Asia/Jerusalem", "israel": "Asia/Jerusalem",
    "eastern standard time": "America/New_York", "central standard time": "America/Chicago",
    "mountain standard time": "America/Denver", "pacific standard time": "America/Los_Angeles",
    "gmt standard time": "Europe/London", "w. europe standard time": "Europe/Berlin",
    "romance standard time": "Europe/Paris", "central europe standard time": "Europe/Budapest",
    "central european standard time": "Europe/Warsaw", "fle standard time": "Europe/Helsinki",
    "gtb standard time": "Europe/Athens", "russian standard time": "Europe/Moscow",
    "turkey standard time": "Europe/Istanbul", "china standard time": "Asia/Shanghai",
    "china": "Asia/Shanghai", "tokyo standard time": "Asia/Tokyo",
    "korea standard time": "Asia/Seoul", "india standard time": "Asia/Kolkata",
    "aus eastern standard time": "Australia/Sydney", "germany": "Europe/Berlin",
    "france": "Europe/Paris", "uk": "Europe/London", "england": "Europe/London",
    "spain": "Europe/Madrid", "italy": "Europe/Rome", "india": "Asia/Kolkata",
    "japan": "Asia/Tokyo", "korea": "Asia/Seoul", "brazil": "America/Sao_Paulo",
    "beijing": "Asia/Shanghai", "boston": "America/New_York", "haifa": "Asia/Jerusalem",
    "tel aviv": "Asia/Jerusalem", "san francisco": "America/Los_Angeles", "munich": "Europe/Berlin",
    "seattle": "America/Los_Angeles", "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
}  # fmt: skip
_OFFSET = re.compile(r"(?i)(?:(?:utc|gmt|z)\s*)?[+\u2212-]\s*\d{1,2}(?::?\d\d)?|Etc/.*")


def tell(schedule: Schedule, report: Report) -> None:
    """Tell of a zone that is none, or that has no summer where its hours do."""
    zone, at = schedule.timezone, schedule.where("timezone")
    if not zone or (timezones.is_zone(zone) and not _is_bare(zone)):
        return
    help_ = _meant(zone)
    if timezones.is_zone(zone):
        message = f"{quoted(zone)} is a difference from UTC, not the time of a place"
        report.warning("zone-without-place", message, at, help=help_)
        return
    report.error("unknown-zone", f"{quoted(zone)} is no time zone", at, help=help_)


def _is_bare(zone: str) -> bool:
    """Whether a name is known and yet no place's: `EST` is UTC-5 all year."""
    return zone in {"EST", "MST", "HST"} or _OFFSET.fullmatch(zone) is not None


def _meant(zone: str) -> str:
    """What could be written instead."""
    folded = " ".join(zone.casefold().split())
    names = timezones.zone_names()
    cities = {name.rpartition("/")[2].casefold(): name for name in reversed(names) if "/" in name}
    town = folded.rpartition("/")[2]
    if _OFFSET.fullmatch(zone):
        return "a place knows when its clocks change; write it as in `Europe/Paris`"
    same = {name.casefold(): name for name in names}
    exact = (
        _SHORT.get(folded)
        or same.get(folded)
        or _SHORT.get(town)
        or cities.get(town.replace(" ", "_"))
    )
    if exact:
        return f"did you mean `{exact}`?"
    folded = folded.replace(" ", "_")
    near = suggestions.word(folded, names) or cities.get(suggestions.word(folded, cities) or "")
    return f"did you mean `{near}`?" if near else "write it as in `Europe/Paris`"
