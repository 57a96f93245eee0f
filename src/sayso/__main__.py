"""`python -m sayso` is the command `sayso`."""

from sayso.cli.app import main

main()
