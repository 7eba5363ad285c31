"""Records in JSON, and in YAML, TOML and Python, which have the same shapes."""
