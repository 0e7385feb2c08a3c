"""`python -m tests.exporting.regenerate`: write the goldens anew, and say which have changed."""

from dmreader.comparing import compare
from dmreader.sources import articles
from tests.exporting.goldens import FOLDER, made_now


def main() -> None:
    """Compare the three articles and write every golden that is not up to date."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in made_now(compare(articles())):
        file = FOLDER / name
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        file.write_text(text, encoding="utf-8")
        print(f"{name}: {text.count(chr(10)):,} lines")


if __name__ == "__main__":
    main()
