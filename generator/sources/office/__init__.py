"""Documents and tables of Microsoft Office, LibreOffice and what writes their formats.

`word` and `opendocument` find paragraphs and rows in the XML, `excel` the cells of tables; `written` makes of
them the text, page or table that the readers of these read.
"""
