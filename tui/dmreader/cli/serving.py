"""`dmreader --serve`: the reader as a page in a browser."""

from collections.abc import Mapping, Sequence

from dmreader.cli.errors import CommandError


def serve(arguments: Sequence[str], files: Sequence[str], port: int | None) -> int:
    """Serve the reader on what `arguments` name; returns the exit status."""
    if "-" in files:
        raise CommandError("a page cannot read standard input; save the text to a file first.")
    try:
        from dmreader.app.serve import ServeError
        from dmreader.app.serve import serve as start
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in (
            "textual_serve",
            "aiohttp",
            "aiohttp_jinja2",
            "jinja2",
        ):
            raise
        raise CommandError("--serve needs textual-serve: pip install 'dmreader[web]'.") from None
    try:
        return start(without_serving(arguments), port)
    except ServeError as error:
        raise CommandError(str(error)) from None


def without_serving(arguments: Sequence[str]) -> list[str]:
    """The same arguments, but for those on serving."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    kept: list[str] = []
    words = iter(arguments[:cut])
    for word in words:
        if word == "--port":
            next(words, None)
        elif word != "--serve" and not word.startswith("--port="):
            kept.append(word)
    return [*kept, *arguments[cut:]]


def is_served(environ: Mapping[str, str]) -> bool:
    """Whether this program is the one that a page shows: textual-serve says so."""
    return environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")
