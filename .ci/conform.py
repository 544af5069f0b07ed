"""Hold feeds against other calendar engines: `conform.py CHECK FEED.ics…`.

One of the engines, a CalDAV server, answers a free-busy report with neighbouring periods made one,
as RFC 4791 §7.10 allows; the check compares it period by period. A lecture that ends when the
tutorial starts is such a neighbour. That one difference is let pass, and only when it is exactly
what making neighbours one leaves.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

Period = tuple[str, str]
FREE_BUSY = re.compile(r"free-busy report disagrees: (\d+) periods missing .*, (\d+) unexpected ")


def joined(periods: Iterable[Period]) -> set[Period]:
    """The same time with neighbours and overlaps made one."""
    whole: list[Period] = []
    for starts, ends in sorted(periods):
        if whole and starts <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(ends, whole[-1][1]))
        else:
            whole.append((starts, ends))
    return set(whole)


def busy(feed: str, events: Iterable[dict[str, str]]) -> set[Period]:
    """The periods of the feed's timed events that take time."""
    with open(feed, encoding="utf-8", newline="") as file:  # noqa: PTH123 (the line ends as they are)
        text = file.read().replace("\r\n ", "")
    free = {
        uid
        for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL)
        if re.search(r"^(TRANSP:TRANSPARENT|STATUS:CANCELLED)", event, re.MULTILINE)
        for uid in re.findall(r"^UID:(.*?)\r$", event, re.MULTILINE)
    }
    timed = (event for event in events if event["kind"] == "timed" and event["uid"] not in free)
    return {(event["start"], event["end"]) for event in timed}


def is_joined_only(error: str, periods: set[Period]) -> bool:
    """Whether an error says no more than that neighbouring periods were made one."""
    said = FREE_BUSY.match(error)
    one = joined(periods)
    return said is not None and (int(said[1]), int(said[2])) == (
        len(periods - one),
        len(one - periods),
    )


def faults(check: str, feed: str) -> list[str]:
    """What any engine has against a feed."""
    run = subprocess.run([check, feed, "--json"], capture_output=True, text=True, check=False)  # noqa: S603 (the check that was named)
    try:
        engines = json.loads(run.stdout)["engines"]
    except ValueError:
        return [run.stderr.strip() or "the check says nothing"]
    strict = next(engine for engine in engines if engine["engine"] == "strict")
    periods = busy(feed, strict["events"])
    found = []
    for engine in engines:
        said = [error for error in engine["errors"] if not is_joined_only(error, periods)]
        found += [f"{engine['engine']}: {text}" for text in said + engine["disagreements"]]
    return found


def main(check: str, feeds: Sequence[str]) -> int:
    """Check each feed; 1 where anything is wrong with one of them."""
    wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for feed, found in zip(feeds, pool.map(partial(faults, check), feeds), strict=True):
            wrong += bool(found)
            print(f"{'FAIL' if found else 'ok'}  {feed}", *found, sep="\n    ", flush=True)  # noqa: T201 (its result)
    print(f"{len(feeds) - wrong} of {len(feeds)} feeds are read alike by every engine")  # noqa: T201
    return int(wrong > 0 or not feeds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
