// Reads a JSON list of JSON-LD documents on standard input and prints each expanded, as jsonld.js understands it,
// or {"error": …}. The context of schema.org is made from schema_org.json; no other one is known, none is fetched.
import { readFileSync } from "node:fs";
import jsonld from "jsonld";

const { properties } = JSON.parse(readFileSync(new URL("schema_org.json", import.meta.url), "utf8"));
const terms = Object.entries(properties).map(([name, { read_as }]) => [
  name,
  { "@id": `schema:${name}`, ...(read_as && { "@type": read_as === "@id" ? "@id" : `schema:${read_as}` }) },
]);
const context = { "@vocab": "http://schema.org/", schema: "http://schema.org/", ...Object.fromEntries(terms) };

async function documentLoader(url) {
  if (url !== "https://schema.org") throw new Error(`a context that is not known: ${url}`);
  return { contextUrl: null, documentUrl: url, document: { "@context": context } };
}

async function expanded(document) {
  try {
    return await jsonld.expand(document, { documentLoader, safe: true });
  } catch (error) {
    return { error: `${error.message} ${JSON.stringify(error.details?.event?.details ?? {})}` };
  }
}

process.stdout.write(JSON.stringify(await Promise.all(JSON.parse(readFileSync(0, "utf8")).map(expanded))));
