"""`python -m edu` -> the command line."""

import sys

from edu.cli import main

if __name__ == "__main__":
    sys.exit(main())
