"""What `dmreader ARGUMENTS` does."""

import os
from collections.abc import Mapping, Sequence

from dmreader.cli.arguments import parse
from dmreader.cli.errors import CommandError, Shown, complain
from dmreader.cli.stopping import Stopped, stoppable, stopped_by


def run(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask; returns the exit status.

    It is 0 when that is done, 2 in trouble, 1 with --exit-code if the sources differ, and 128 plus its number
    after a signal. Trouble is told in one sentence on standard error; DMREADER_DEBUG=1 tells where it began.
    """
    try:
        with stoppable():
            return _carry_out(arguments, os.environ)
    except Stopped as stopped:
        return stopped.status
    except CommandError as error:
        complain(str(error))
    except Exception as error:
        if signalled := stopped_by(error):
            return signalled.status
        if os.environ.get("DMREADER_DEBUG"):
            raise
        complain(_unexpected(error))
    return 2


def _carry_out(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    try:
        return _work(arguments, environ)
    except Shown as shown:
        from dmreader.cli.output import put

        put([shown.args[0]])
        return 0
    except Exception as error:
        if isinstance(error, _sentences()):
            raise CommandError(str(error)) from None
        raise


def _sentences() -> tuple[type[Exception], ...]:
    """The errors whose text is a sentence for the user; loaded only when there is an error."""
    from dmreader.exporting.writing import WriteError
    from dmreader.sources.errors import SourceError
    from dmreader.store.settings import SettingsError

    return SettingsError, SourceError, WriteError


def _work(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    asked = parse(arguments)
    from dmreader.store.configuration import configure

    if asked.config is not None:
        environ = {**environ, "DMREADER_CONFIG": asked.config}
    configuration = configure(asked.settings, environ=environ, no_file=asked.no_config)
    for warning in configuration.warnings:
        complain(warning)
    if asked.show_config:
        from dmreader.cli.output import put
        from dmreader.store.showing import show_configuration

        put([show_configuration(configuration)])
        return 0
    if asked.serve:
        from dmreader.cli.serving import serve

        return serve(arguments, asked.files, asked.port)
    from dmreader.cli.work import work

    return work(asked, configuration.settings, environ)


def _unexpected(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "there is not enough memory for these sources."
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"something went wrong that should not ({what}); DMREADER_DEBUG=1 shows where."
