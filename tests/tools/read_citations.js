// Reads a .bib or .ris file on standard input with citation-js and prints CSL-JSON: an independent reader.
// The argument is a type of citation-js: @bibtex/text, @biblatex/text or @ris/file.
import { readFileSync } from "node:fs";
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

plugins.config.get("@bibtex").parse.strict = false;
const cite = new Cite(readFileSync(0, "utf8"), { forceType: process.argv[2] });
process.stdout.write(JSON.stringify(cite.data));
