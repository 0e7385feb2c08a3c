"""Pictures of the running program for the README; `python -m tests.pictures` takes them anew."""
