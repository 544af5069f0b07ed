"""Hold feeds against other calendar engines: `conform.py CHECK FEED.ics…`."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial


def main(check: str, feeds: Sequence[str]) -> int:
    """Check each feed; 1 where anything is wrong with one of them."""
    wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for feed, found in zip(feeds, pool.map(partial(faults, check), feeds), strict=True):
            wrong += bool(found)
            print(f"{'FAIL' if found else 'ok'}  {feed}", *found, sep="\n    ", flush=True)  # noqa: T201 (its result)
    print(f"{len(feeds) - wrong} of {len(feeds)} feeds are read alike by every engine")  # noqa: T201
    return int(wrong > 0 or not feeds)


def faults(check: str, feed: str) -> list[str]:
    """What any engine has against a feed."""
    run = subprocess.run([check, feed, "--json"], capture_output=True, text=True, check=False)  # noqa: S603 (the check that was named)
    try:
        engines = json.loads(run.stdout)["engines"]
    except ValueError:
        return [run.stderr.strip() or "the check says nothing"]
    return [
        f"{engine['engine']}: {text}"
        for engine in engines
        for text in (*engine["errors"], *engine["disagreements"])
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
