"""`python -m reader` is the command `reader`."""

import os
import sys

if not sys.flags.safe_path and sys.path[0] == os.getcwd():  # noqa: PTH109 - pathlib would be looked for there
    del sys.path[0]  # Python put it there: a file of this folder must not take the place of a module

from reader.cli import main

sys.exit(main())
