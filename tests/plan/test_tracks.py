from planned import entry, planned, told
from syllabical.model.schedule import (
    Track,
)


def test_a_column_may_have_another_name_in_the_schedule() -> None:
    tracks = {"recitation": Track(column="Tutorial / תרגול", at="08:00-09:00")}
    [event] = planned(entry("Nets", track="Tutorial / תרגול"), tracks=tracks)

    assert (event.track, *told((event,))) == (
        "Recitation",
        "Sun 17/03 08:00–09:00 CS1 Recitation: Nets",
    )
