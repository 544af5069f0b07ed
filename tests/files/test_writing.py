import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commands import run
from lived import FEBRUARY, FEEDS, begin, edit, there

WATCHED = """\
import os, signal, sys
left = int(sys.argv.pop(1))
watched = {"open", "os.rename", "os.chmod", "os.remove", "os.listdir", "tempfile.mkstemp"}
def count(event, args):
    global left
    if event in watched and "public" in str(args):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
"""
FULL = """\
import resource, signal, sys
size = int(sys.argv.pop(1))
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
"""
BUILD = "from syllabical.cli import main; main(['build'])"


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path, monkeypatch)


def child(program: str, *arguments: str) -> int:
    command = [sys.executable, "-c", program, *arguments]
    quiet = subprocess.DEVNULL
    return subprocess.run(command, stdout=quiet, stderr=quiet, check=False).returncode  # noqa: S603 (ourselves)


def old_and_new(monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, bytes], dict[str, bytes]]:
    old = there()
    edit("HW1", "HW1: sets")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FEBRUARY)
    assert run("build").exit_code == 0
    new = there()
    assert [name for name in old if old[name] != new[name]] == FEEDS
    return old, new


def put(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (Path("public") / name).write_bytes(content)


def assert_whole(old: dict[str, bytes], new: dict[str, bytes]) -> None:
    now = there()
    assert all(now[name] in {old[name], new[name]} for name in FEEDS)
    assert run("build").exit_code == 0
    assert there() == new


def test_a_build_killed_at_any_point_leaves_whole_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = old_and_new(monkeypatch)
    ends: list[int] = []
    while not ends or ends[-1] == -signal.SIGKILL:
        put(old)
        ends.append(child(WATCHED + BUILD, str(len(ends) + 1)))
        assert_whole(old, new)

    assert ends[-1] == 0
    assert len(ends) > 10


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no limits of size here")
@pytest.mark.parametrize("size", [0, 1, 700, 1500])
def test_a_build_killed_in_the_middle_of_a_file_leaves_whole_feeds(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = old_and_new(monkeypatch)
    put(old)

    assert child(FULL + BUILD, str(size)) == -signal.SIGXFSZ
    assert any(path.suffix == ".part" for path in Path("public").iterdir())
    assert_whole(old, new)


def test_what_is_not_ours_is_not_tidied_away() -> None:
    others = ["notes.part", ".hidden.ics", ".m1.ics.part", "m1.ics.aaaaaaaa.part"]
    for name in others:
        Path("public", name).write_text("mine", encoding="utf-8")

    assert run("build").exit_code == 0
    assert sorted(there()) == sorted([*FEEDS, *others])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("command", ["build --out -", "show", "check", "schema", "--help"])
def test_what_cannot_be_printed_is_said_in_a_line(command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 (ourselves)
            [sys.executable, "-m", "syllabical", *command.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (done.returncode, done.stderr.decode()) == (1, "error: no space left on device\n")


def test_a_disk_that_fills_up_keeps_the_last_good_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    old, _ = old_and_new(monkeypatch)
    put(old)
    script = 'mount -t tmpfs -o size=12k none "$1" && cp public/* "$1" && "$2" -m syllabical build \
        --out "$1"; code=$?; cp "$1"/*.ics kept; exit $code'
    for folder in ("disk", "kept"):
        Path(folder).mkdir()

    command = ["unshare", "-rm", "sh", "-c", script, "-", "disk", sys.executable]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own words)
    except OSError:
        pytest.skip("no unshare here")
    if "cannot-write" not in done.stderr and not any(Path("kept").iterdir()):
        pytest.skip("no disk may be mounted here")

    assert done.returncode == 1
    assert "cannot write to `disk`: no space left on device" in done.stderr
    assert {path.name: path.read_bytes() for path in Path("kept").iterdir()} == old


def test_builds_at_once_leave_the_feeds_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = old_and_new(monkeypatch)
    put(old)
    builds = [
        subprocess.Popen([sys.executable, "-c", BUILD], stdout=subprocess.DEVNULL)  # noqa: S603 (ourselves)
        for _ in range(3)
    ]

    assert [build.wait() for build in builds] == [0, 0, 0]
    assert there() == new
