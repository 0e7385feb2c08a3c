"""The wheel, the sdist, and the versions they are held to."""
