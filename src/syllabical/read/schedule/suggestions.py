"""What an author may have meant by a word that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

from syllabical.languages import codes, language, listed
from syllabical.model.schedule import WEEKDAYS

_SHORT = 3
"""Names no longer than this are words of English, too: `mon`, `sun`."""

_SAME = (
    ("until", "end ends to last last-day through end-date finish"),
    ("at", "until end ends to finish time times hour hours when clock schedule start starts"),
    ("place", "room rooms location where building venue hall address classroom campus site"),
    ("online", "link zoom meet teams url webex stream remote"),
    ("timezone", "tz zone time-zone timezones tzid"),
    ("weekday", "day days weekdays day-of-week dow on"),
    ("date", "day when on moved moved-to move-to to new-date"),
    ("first", "from since start starts begin begins first-day start-date"),
    ("path", "file page source name url"),
    ("title", "name topic summary event subject what"),
    ("name", "title course"),
    ("short", "code abbreviation number id course-code acronym short-name"),
    ("term", "semester quarter"),
    ("url", "website homepage link page site web address"),
    ("table", "heading section which"),
    ("column", "header col heading columns"),
    ("order", "format date-order day-first month-first"),
    ("language", "lang locale"),
    ("cancelled", "canceled cancel cancels off no-class cancellation"),
    ("no-class", "holiday holidays break vacation no-classes noclass off"),
    ("presentation", "presentations project projects"),
    ("presentations", "presentation projects"),
    ("exam", "exams test tests midterm final"),
    ("exams", "exam tests midterm final finals"),
    ("homework", "homeworks assignment assignments hw problem-sets exercises"),
    ("nothing", "empty none"),
    ("tracks", "track sessions session columns classes meetings lectures slots"),
    ("groups", "group sections section"),
    ("group", "groups section"),
    ("exceptions", "exception changes overrides override cancellations"),
    ("added", "add extra extras events additional"),
    ("weekly", "office-hours recurring every-week repeats"),
    ("feeds", "feed calendars calendar outputs"),
    ("kinds", "kind types type"),
    ("kind", "type category"),
    ("notes", "note description details text"),
    ("every", "interval weeks"),
    ("except-on", "except exceptions skip not-on without"),
    ("allow", "ignore disable silence skip"),
    ("checks", "rules lint check"),
    ("published", "previous before feed-url"),
    ("release", "released out releases"),
    ("due", "deadline deadlines"),
    ("after", "in within later"),
    ("alarm", "reminder remind alert"),
    ("country", "holidays region"),
    ("course", "class info"),
    ("dates", "date date-format"),
)
_WORDS = {
    "dd/mm/yyyy": "day-first", "dd.mm.yyyy": "day-first", "dd-mm-yyyy": "day-first",
    "dmy": "day-first", "d/m/y": "day-first", "mm/dd/yyyy": "month-first", "mdy": "month-first",
    "m/d/y": "month-first", "us": "month-first", "iso": "year-first", "ymd": "year-first",
    "yyyy-mm-dd": "year-first", "keep": "mark", "cancel": "mark", "cancelled": "mark",
    "delete": "drop", "remove": "drop", "none": "hidden", "hide": "hidden", "no": "hidden",
    "zone": "local", "lecture": "class", "tutorial": "class", "holiday": "no-class",
    "break": "no-class", "deadline": "homework-due", "due": "homework-due",
    "homework": "homework-due", "assignment": "homework-release", "midterm": "exam",
    "final": "exam", "test": "exam", "talk": "presentation", "event": "other",
}  # fmt: skip
_WEEKDAYS = {
    name.casefold(): day
    for day in WEEKDAYS
    for name in listed("draft", day.casefold())
    if len(name) > _SHORT
}
"""The weekdays by their names in other languages."""

LANGUAGES = {
    name.casefold(): each.tag
    for each in map(language, codes())
    for name in (each.english, each.name)
}
"""The languages by their names, for authors who write these."""


def word(written: str, known: Iterable[str]) -> str | None:
    """The known word that comes closest to what is written, if any comes close."""
    spelled = {each.casefold(): each for each in known}
    folded = written.strip().casefold()
    if folded in spelled:
        return spelled[folded]
    meant = _WORDS.get(folded) or _WEEKDAYS.get(folded, "")
    if meant.casefold() in spelled:
        return meant

    near = get_close_matches(folded, spelled, n=1, cutoff=0.7)
    return spelled[near[0]] if near else None


def key(written: str, known: Iterable[str]) -> str | None:
    """The key that is meant, by its sense or by its spelling: `room` for `place`."""
    known = tuple(known)
    return sense(written, known) or word(_folded(written), known)


def sense(written: str, known: Iterable[str]) -> str | None:
    """The key that is meant, by its sense alone."""
    known, folded = tuple(known), _folded(written)
    if folded in known:
        return folded
    return next((each for each, words in _SAME if each in known and folded in words.split()), None)


def _folded(written: str) -> str:
    return "-".join(written.strip().casefold().replace("_", " ").split())
