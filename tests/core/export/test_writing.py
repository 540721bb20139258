"""What is exported goes where it was asked for, and nothing that is no file is put out of the way for it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from variorum.core.export.writing import UnwritableFileError, write_whole

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and devices as POSIX has them")
ROOT = Path(__file__).parents[3] / "desktop"


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"one")
    assert os.read(reader, 10) == b"one"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_to_a_device_stays(tmp_path: Path) -> None:
    link = tmp_path / "out"
    link.symlink_to(os.devnull)
    write_whole(link, b"one")
    assert link.is_symlink()
    assert not Path(os.devnull).is_file()


def write_to_own_output(folder: Path, to: str) -> None:
    writing = "from variorum.core.export.writing import write_whole"
    code = f"{writing}; from pathlib import Path; write_whole(Path('/dev/fd/1'), b'two')"
    command = f'{sys.executable} -c "{code}" {to}'
    subprocess.run(["sh", "-c", command], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)


@pytest.mark.skipif(not os.path.exists("/dev/fd/1"), reason="no names for what is open")
def test_the_output_is_written_to_wherever_it_goes(tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    file.write_bytes(b"one")
    write_to_own_output(tmp_path, ">> all.csv")
    assert file.read_bytes() == b"onetwo"
    write_to_own_output(tmp_path, "| cat > all.csv")
    assert file.read_bytes() == b"two"


def test_a_device_that_takes_nothing_is_said_in_one_line() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no device that is always full")
    with pytest.raises(UnwritableFileError, match="“full” can't be written: No space left on device"):
        write_whole(Path("/dev/full"), b"one")
