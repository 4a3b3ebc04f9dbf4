"""Try the laws of `tests/fuzz` on new examples for some minutes.

Each law is tried in turns, with another seed each time; the first examples that break one are
printed, as small as hypothesis can make them.
"""

import argparse
import sys
import time
import traceback
from collections import Counter

from tests.fuzz.test_fuzz import LAWS

MORE = 6  # times the examples of the ordinary tests are tried in a turn
TOLD = 15  # lines of a failure's traceback


def main() -> int:
    """Fails where a law is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1, help="of the first turn")
    asked = parser.parse_args()
    tried: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    until, turn = time.monotonic() + 60 * asked.minutes, asked.seed
    while time.monotonic() < until:
        for name, law in LAWS.items():
            if time.monotonic() > until or broken[name] > 1:
                continue
            count = MORE * law.examples
            try:
                law.try_many(count, turn)
            except Exception:  # whatever breaks a law is what is looked for
                broken[name] += 1
                sys.stdout.write(f"== {name}, seed {turn}\n")
                lines = traceback.format_exc().splitlines()[-TOLD:]
                sys.stdout.write("\n".join(lines) + "\n")
            tried[name] += count
        turn += 1
    for name in LAWS:
        sys.stdout.write(f"{tried[name]:8} examples, broken {broken[name]} times: {name}\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
