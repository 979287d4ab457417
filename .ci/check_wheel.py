"""Fails unless the wheel carries what the package has beside its modules, and nothing else."""

# ruff: noqa: INP001 - a script
import sys
import zipfile
from pathlib import Path

PACKAGE = Path("src/journeymap")


def main(folder: str) -> int:
    """Compare the one wheel of a folder with the source tree."""
    (wheel,) = Path(folder).glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
        notes = {name.partition(".dist-info/")[2] for name in archive.namelist()}
    wanted = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    faults = [f"missing: {name}" for name in sorted(wanted - packed)]
    faults += [f"unexpected: {name}" for name in sorted(packed - wanted)]
    faults += [] if "journeymap/py.typed" in packed else ["missing: journeymap/py.typed"]
    faults += [] if "licenses/LICENSE" in notes else ["missing: the licence"]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.stdout.write(f"{len(packed)} files in {wheel.name}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
