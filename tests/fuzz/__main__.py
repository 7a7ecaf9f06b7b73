"""`python -m tests.fuzz --runs 20000 --seed 1 --jobs 2`: mutants of the flagship course, and what they bring to light."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.fuzz.campaign import Tally, run_seeds
from tests.fuzz.sample import cut_samples

_SHARE = 50
"""Runs that a process does before it tells of them."""


def main() -> int:
    """Run, print what was found, and return 1 where that is anything."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1, help="that of the first run; each run has the next one")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    warnings.simplefilter("error")
    tally, begun = Tally(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        samples = cut_samples(Path(folder))
        seeds = range(asked.seed, asked.seed + asked.runs)
        shares = [seeds[at : at + _SHARE] for at in range(0, len(seeds), _SHARE)]
        with ProcessPoolExecutor(asked.jobs, initializer=warnings.simplefilter, initargs=("error",)) as pool:
            for done in pool.map(run_seeds, shares, [samples] * len(shares)):
                for key in done.findings.keys() - tally.findings.keys():
                    print(f"\n=== {key[0]}: {key[1]}\n{done.findings[key][1]}", flush=True)
                tally.add(done)
                print(f"{tally.runs} runs, {tally.valid} valid, {len(tally.findings)} findings", file=sys.stderr, flush=True)
    each = 1000 * tally.seconds / max(1, tally.runs)
    print(f"{tally.runs} runs in {time.monotonic() - begun:.0f} s, {each:.0f} ms each")
    print(f"the slowest, of seed {tally.slowest[1]}, took {tally.slowest[0]:.1f} s")
    print(f"{tally.valid} were valid; {len(tally.codes)} kinds of problem were told; {len(tally.findings)} kinds of finding")
    return 1 if tally.findings else 0


if __name__ == "__main__":
    sys.exit(main())
