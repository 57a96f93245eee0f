"""The command as its own process: start, pipes, files."""

import os
import stat
import subprocess
import sys

import pytest

from sayso.cli import output


def sayso(*arguments, **more):
    return subprocess.run([sys.executable, "-m", "sayso", *arguments], capture_output=True, text=True, check=False, **more)


def test_help_loads_none_of_the_heavy_packages():
    probe = "import sys; from sayso.cli.app import run; run(['--help']); print({'spacy', 'jinja2'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("set()\n")


def test_a_reader_who_has_read_enough_is_no_error(sample_path):
    shell = f"{sys.executable} -m sayso schema | head -1; {sys.executable} -m sayso explain f1 {sample_path} | true"
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_text_is_utf8_whatever_the_locale(sample_path):
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "explain", "x3", str(sample_path)],
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert "“At least nine”" in done.stdout.decode("utf-8")


def test_status_reaches_the_shell():
    assert sayso("--version").returncode == 0
    assert sayso("explain", "f1", "missing.json").returncode == 2


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path):
    target = tmp_path / "story.json"
    target.write_text("old")
    target.chmod(0o640)
    output.write(b"new", target)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    output.write(b"new", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
def test_a_full_disk_is_told():
    with pytest.raises(output.RunError, match="cannot write /dev/full: No space left"):
        output.write(b"new", output.Path("/dev/full"))
