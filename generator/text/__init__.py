"""One text value, several renderings. All escaping of the project lives in this package."""
