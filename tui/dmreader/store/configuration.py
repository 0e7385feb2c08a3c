"""Settings gathered from the command line, the environment and the settings file, in this order.

The file is the user's: it is read with `tomllib`, never written.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dmreader.store.settings import Settings, SettingsError, checked

ENVIRONMENT = {name: f"DMREADER_{name.upper()}" for name in Settings._fields if name != "keys"}
"""The environment variable of each setting (keys have none)."""


class Configuration(NamedTuple):
    """The settings in force, where each came from (by name), and sentences the user should see."""

    settings: Settings
    origins: Mapping[str, str]
    warnings: tuple[str, ...] = ()


def configuration_path(environ: Mapping[str, str] | None = None) -> Path:
    """The settings file: `DMREADER_CONFIG`, else config.toml in the platform's own folder."""
    given = (os.environ if environ is None else environ).get("DMREADER_CONFIG")
    if given:
        return Path(os.path.expanduser(given))
    from platformdirs import user_config_path

    return user_config_path("dmreader", appauthor=False) / "config.toml"


def configure(
    given: Mapping[str, object] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    no_file: bool = False,
) -> Configuration:
    """The settings in force.

    `given` are those of the command line by name (None: not given). `no_file` leaves the settings file out.
    Raises SettingsError for a wrong value, and for a file that is named but cannot be read.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = {}
    origins = dict.fromkeys(Settings._fields, "default")
    warnings: list[str] = []
    if not no_file:
        _take_file(
            configuration_path(environ), bool(environ.get("DMREADER_CONFIG")), values, origins, warnings
        )
    for name, variable in ENVIRONMENT.items():
        if environ.get(variable):
            values[name] = _from_environment(name, variable, environ[variable])
            origins[name] = f"${variable}"
    # less and the programs that start it ask for harmlessness in this way
    if environ.get("LESSSECURE") == "1" and "secure" not in values:
        values["secure"], origins["secure"] = True, "$LESSSECURE"
    for name, value in (given or {}).items():
        if value is not None:
            values[name] = _checked(name, value, _option(name))
            origins[name] = _option(name)
    return Configuration(Settings(**values), origins, tuple(warnings))


def _take_file(
    path: Path, named: bool, values: dict[str, Any], origins: dict[str, str], warnings: list[str]
) -> None:
    if not named and _is_missing(path):
        return
    from dmreader.store.settings_file import read

    file = read(path, required=named)
    for name, value in file.values.items():
        if name in origins:
            values[name] = _checked(name, value, file.where(name))
            origins[name] = file.where(name)
        else:
            warnings.append(f"{file.where(name)}: there is no setting {name}{_meant(name, origins)}.")


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False  # reading it will say why
    return False


def _from_environment(name: str, variable: str, text: str) -> object:
    default = getattr(Settings(), name)
    value: object = text
    if isinstance(default, bool):
        value = _SWITCH.get(text.strip().lower())
        if value is None:
            raise SettingsError(f"${variable} should be yes or no, not {text!r}.")
    elif isinstance(default, int):
        value = int(text) if text.strip().removeprefix("-").isdecimal() else text
    elif isinstance(default, frozenset):
        value = [part.strip() for part in text.split(",") if part.strip()]
    return _checked(name, value, f"${variable}")


_SWITCH = dict.fromkeys(("1", "true", "yes", "on"), True) | dict.fromkeys(("0", "false", "no", "off"), False)


def _checked(name: str, value: object, where: str) -> object:
    try:
        return checked(name, value)
    except ValueError as error:
        raise SettingsError(f"{where}: {name} {error}.") from None


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _meant(name: str, names: Mapping[str, str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    return f"; {near[0]} is meant, perhaps" if near else ""
