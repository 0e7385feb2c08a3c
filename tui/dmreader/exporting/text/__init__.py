"""The printed comparison, for people."""
