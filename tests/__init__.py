"""The tests of dmreader: one folder a room, and the whole way in `whole/`."""
