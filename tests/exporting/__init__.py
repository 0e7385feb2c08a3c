"""Tests of the room `exporting`."""
