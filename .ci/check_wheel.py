"""Fails unless the wheel carries what the package has beside its modules, and nothing else."""

import sys
import zipfile
from pathlib import Path

PACKAGE = Path("src/journeymap")


def main(wheel: str) -> int:
    """Compare the wheel with the source tree."""
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
    sys.stdout.write(f"{len(packed)} files in {Path(wheel).name}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
