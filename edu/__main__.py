"""The process `edu` or `python -m edu` -> the command line, in a process that ends cleanly at any moment."""

import os
import sys

from edu.stop import stop_on_signals


def main() -> int:
    """Run the command line with this process's arguments and return the exit code."""
    stop_on_signals()  # before anything else is imported
    _fill_streams()
    from edu.cli import main as run_command

    return run_command()


def _fill_streams() -> None:
    """Open the standard streams that are closed (`>&-`): a product would get their number, and what is printed."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)


if __name__ == "__main__":
    sys.exit(main())
