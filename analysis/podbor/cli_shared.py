"""What the modules of the command line share."""

from __future__ import annotations

from typing import NoReturn

import click

from podbor.errors import EXIT_BAD_INPUT


def fail(message: str) -> NoReturn:
    """Say what is wrong on stderr and end with the status of bad input."""
    click.echo(f"podbor: {message}", err=True)
    raise click.exceptions.Exit(EXIT_BAD_INPUT)
