"""Tests of the room `marks`."""
