"""The README's generated parts: written by `python -m tests.readme`, held equal by a test."""
