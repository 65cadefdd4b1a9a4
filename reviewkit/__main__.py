"""``python -m reviewkit``: the command line, where the script is not on the path."""

from reviewkit.cli import main

main(prog_name="reviewkit")
