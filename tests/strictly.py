import datetime as dt
import re
from typing import NamedTuple

LINE = re.compile(
    r"([A-Z][A-Z0-9-]*)((?:;[A-Z][A-Z0-9-]*=[^\x00-\x1f\x7f\",;:]+)*):(.*)", re.DOTALL
)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ESCAPES = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "UID"}


class Line(NamedTuple):
    name: str
    parameters: dict[str, str]
    value: str


class Part(NamedTuple):
    name: str
    lines: list[Line]
    parts: list["Part"]

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def text(self, name: str) -> str:
        line = self.first(name)
        return line.value if line else ""

    def all(self, name: str) -> list["Part"]:
        return [part for part in self.parts if part.name == name]


def calendar(feed: bytes) -> Part:
    assert feed.endswith(b"\r\n")
    physical = feed.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(octets) <= 75 and octets.strip() for octets in physical)
    for octets in physical:
        octets.decode("utf-8")
    text = "\r\n".join(octets.decode("utf-8") for octets in physical).replace("\r\n ", "")
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text)
    assert not re.search("(?<!\r)\n|\r(?!\n)", text)
    top = Part("", [], [])
    opened = [top]
    for content in text.split("\r\n"):
        found = LINE.fullmatch(content)
        assert found, content
        name, parameters, value = found.groups()
        match name:
            case "BEGIN":
                opened.append(Part(value, [], []))
                opened[-2].parts.append(opened[-1])
            case "END":
                assert opened.pop().name == value
            case _:
                pairs = (pair.split("=", 1) for pair in parameters.split(";") if pair)
                plain = unescaped(value) if name in TEXTS else value
                opened[-1].lines.append(Line(name, dict(pairs), plain))
    assert opened == [top]
    [whole] = top.parts
    assert whole.name == "VCALENDAR"
    return whole


def unescaped(value: str) -> str:
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,n])*", value), value
    return re.sub(r"\\.", lambda found: ESCAPES[found[0]], value)


def instant(line: Line, top: Part) -> dt.datetime | dt.date:
    if line.parameters.get("VALUE") == "DATE":
        assert re.fullmatch(r"\d{8}", line.value)
        return dt.date.fromisoformat(line.value)
    found = re.fullmatch(r"(\d{8}T\d{6})(Z?)", line.value)
    assert found, line
    local = dt.datetime.fromisoformat(found[1])
    if found[2]:
        assert not line.parameters
        return local.replace(tzinfo=dt.UTC)
    [zone] = [zone for zone in top.all("VTIMEZONE") if zone.text("TZID") == line.parameters["TZID"]]
    return (local - offset(zone, local)).replace(tzinfo=dt.UTC)


def offset(zone: Part, local: dt.datetime) -> dt.timedelta:
    found = [
        (onset, hours(rule.text("TZOFFSETTO")))
        for rule in zone.parts
        for onset in onsets(rule, local.year)
        if onset <= local
    ]
    return max(found)[1]


def onsets(rule: Part, year: int) -> list[dt.datetime]:
    first = dt.datetime.fromisoformat(rule.text("DTSTART"))
    if not (yearly := rule.text("RRULE")):
        return [first]
    found = re.fullmatch(r"FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-1|[1-4])([A-Z]{2})", yearly)
    assert found, yearly
    month, week, weekday = int(found[1]), int(found[2]), DAYS.index(found[3])
    days = [dt.date(year, month, 1) + dt.timedelta(days=day) for day in range(31)]
    onsets = []
    for near in (year - 1, year):
        days = [dt.date(near, month, 1) + dt.timedelta(days=day) for day in range(31)]
        named = [day for day in days if day.month == month and day.weekday() == weekday]
        onsets.append(dt.datetime.combine(named[week - (week > 0)], first.time()))
    return [onset for onset in onsets if onset >= first]


def hours(offset: str) -> dt.timedelta:
    found = re.fullmatch(r"([+-])(\d\d)(\d\d)(\d\d)?", offset)
    assert found, offset
    size = dt.timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -size if found[1] == "-" else size
