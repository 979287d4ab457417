"""A file is written whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeymap.atomic import write_atomically


def test_new_files_get_the_mode_of_the_umask_and_old_ones_keep_theirs(tmp_path):
    path = tmp_path / "map.svg"
    old = os.umask(0o027)
    try:
        assert write_atomically(path, b"one") == path
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        path.chmod(0o604)
        write_atomically(str(path), b"two")
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.svg"]


def test_a_link_goes_on_pointing_to_the_same_file(tmp_path):
    target = tmp_path / "target.svg"
    target.write_bytes(b"old")
    link = tmp_path / "link.svg"
    link.symlink_to("target.svg")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="No space left") as caught:
        write_atomically(path, b"new")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.svg"]


def test_errors_name_the_file_that_the_caller_named(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        write_atomically(tmp_path / "no" / "map.svg", b"")
    assert caught.value.filename == str(tmp_path / "no" / "map.svg")
    with pytest.raises(IsADirectoryError) as caught:
        write_atomically(tmp_path, b"")
    assert caught.value.filename == str(tmp_path)


def test_a_device_is_written_to_and_not_replaced():
    write_atomically(os.devnull, b"x")
    assert Path(os.devnull).is_char_device()


LOOP = """
import sys
from journeymap.atomic import write_atomically
size = 2_000_000
print("ready", flush=True)
while True:
    for letter in b"ab":
        write_atomically(sys.argv[1], bytes([letter]) * size)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_kill_in_the_middle_leaves_a_whole_file(tmp_path):
    path = tmp_path / "map.svg"
    for trial in range(12):
        with subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", LOOP, str(path)], stdout=subprocess.PIPE
        ) as process:
            process.stdout.readline()
            time.sleep(0.003 + 0.004 * trial)
            process.kill()
        if path.exists():
            data = path.read_bytes()
            assert len(data) == 2_000_000
            assert len(set(data)) == 1
    assert path.exists()
