"""The reader on the screen, driven by Pilot."""
