"""Word lists per language for finding who is quoted: one TOML file a language, named by its ISO 639 code."""
