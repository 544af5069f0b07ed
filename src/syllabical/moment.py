"""The time of a run: the one place where the clock enters."""

import datetime as dt
import os


def now() -> dt.datetime:
    """SOURCE_DATE_EPOCH where it is set, else the clock's time; UTC, in whole seconds.

    Raises ValueError where SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return dt.datetime.now(dt.UTC).replace(microsecond=0)
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is `{epoch}`; it must be whole seconds since 1970"
        raise ValueError(message) from None
