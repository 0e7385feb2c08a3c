"""The doors between rooms, and what no file may hold."""
