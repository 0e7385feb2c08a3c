"""The stylesheets of the reader and of the HTML export, found through importlib.resources."""
