"""Write the generated parts of README.md anew: `python -m tests.readme`."""

from tests.readme.parts import README, renewed

if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
