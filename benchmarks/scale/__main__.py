"""Write a synthetic project: `python -m benchmarks.scale N OUT_DIR`."""

import sys

from benchmarks.scale.generate import main

sys.exit(main())
