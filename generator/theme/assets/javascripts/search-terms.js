/* Text as the terms it is found by, and a query taken apart. The same as generator/search/analysis.py and query.py:
   tests/cases/search/ holds both to it. What words mean little comes with the index. */

const MARKS = "\\u00ad\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200b-\\u200f\\u2060\\u20d0-\\u20ff\\ufe20-\\ufe2f\\ufeff";
const JOINERS = "\\-'._’‐‑–";
const CJK = "\\u3005\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{2fa1f}";
const LETTER = `[\\p{L}\\p{N}${MARKS}]`;
const COMPOUND = new RegExp(`${LETTER}+(?:[${JOINERS}]${LETTER}+)*`, "gu");
const FOLDED_PART = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, "gu");
const IS_CJK = new RegExp(`^[${CJK}]`, "u");
const MARK = new RegExp(`[${MARKS}]`, "gu");
const JOINER = new RegExp(`[${JOINERS}]`, "u");
const QUOTE = /[“”„‟«»]/g; // as phones and word processors put them for "
const PIECE = /(author|year|topic|venue)s?:(?:"([^"]*)"?|(\S+))|"([^"]+)"/gi;
/* Before an identifier or key, and fields that are no filters: what follows is looked for anywhere. */
const ADDRESS = /(?:https?:\/\/)?(?:www\.|dx\.|export\.)?(?:arxiv\.org\/(?:abs|pdf|html)\/|doi\.org\/)/;
const COMMAND = /\\[a-z]{0,9}cite[a-z]{0,9}\*?\{|@[a-z]{1,20}\{/;
const OTHER_FIELD = /\b(?:title|abstract|key|doi|arxiv):(?=\S)/;
const LEADING = new RegExp([ADDRESS, COMMAND, OTHER_FIELD].map(({ source }) => source).join("|"), "gi");
const MATH_MARK = /\$_|[${}^]/g; // of TeX, as in M$^3$IT
const YEARS = /^(\d{4})?(?:-|–|\.\.)(\d{4})?$/;
const VERSION = /(\d{4}\.?\d{3,5})v\d+/g;
const AND_OTHERS = / et al(?:[.,]+| |$)/gi;
const LONGEST = 40, MOST_SLOTS = 32, MOST_NAME = 4, OPEN_END = 2100, MOST_YEARS = 1000;

export class Analysis {
  /* letters: what stands for another letter; prefixes: words that are often written as a part of the next. */
  constructor({ letters, prefixes }) {
    this.letters = letters;
    this.prefixes = new Set(prefixes.split(" "));
    this.cache = new Map();
  }

  /* Without case, accents, width and position. */
  fold(text) {
    const lower = text.normalize("NFKD").replace(MARK, "").toLowerCase();
    return lower.replace(/[^\0-\x7f]/gu, (letter) => this.letters[letter] ?? letter).normalize("NFC");
  }

  /* The compounds of a text: [{parts, joined, last, start, end}]. */
  compounds(text) {
    const found = [];
    for (const match of text.matchAll(COMPOUND)) {
      const compound = this.compound(match[0]);
      if (compound.parts.length) found.push({ ...compound, start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  terms(text) {
    return this.compounds(text).flatMap(({ parts, joined }) => (joined ? [...parts, joined] : parts));
  }

  parts(text) {
    return this.compounds(text).flatMap(({ parts }) => parts);
  }

  compound(surface) {
    let known = this.cache.get(surface);
    if (!known) {
      const runs = this.fold(surface).match(FOLDED_PART) ?? [];
      const parts = runs.flatMap((run) => (IS_CJK.test(run) ? pairs(run) : [term(run)]));
      const whole = runs.length > 1 && JOINER.test(surface) && !runs.some((run) => IS_CJK.test(run));
      known = { parts, joined: whole ? term(runs.join("")) : "", last: shorten(runs.at(-1) ?? "") };
      this.cache.set(surface, known);
    }
    return known;
  }

  /* {slots: [{term, joined, growing}], name, phrases, filters: [{terms, any, growing}]} */
  query(text) {
    text = text.replace(QUOTE, '"').replace(LEADING, " ").replace(MATH_MARK, "").replace(VERSION, "$1").replace(AND_OTHERS, " ");
    const pieces = [...text.matchAll(PIECE)];
    const filters = pieces.filter(([, name]) => name).map((piece) => this.filter(piece, text)).filter(Boolean);
    const phrases = pieces.map(([, , , , phrase]) => (phrase ? this.parts(phrase) : [])).filter((parts) => parts.length);
    const plain = text.replace(PIECE, (...found) => ` ${found[4] ?? ""} `);
    const words = this.compounds(plain);
    const parts = words.flatMap((word) => word.parts);
    const named = !filters.length && parts.length > 0 && parts.length <= MOST_NAME;
    const slots = this.slots(words, words.length > 0 && plain === plain.trimEnd());
    return { slots, name: named ? `=${parts.join("")}` : "", phrases, filters };
  }

  /* A query whose phrases are words like others. */
  unquoted(text) {
    return text.replace(QUOTE, '"').replace(PIECE, (whole, name, quoted, bare, phrase) => phrase ?? whole);
  }

  slots(words, growing) {
    const slots = new Map();
    let before = null;
    for (const word of words) {
      const mine = word.parts.map((part) => {
        if (!slots.has(part)) slots.set(part, { term: part, joined: [], growing: "" });
        return slots.get(part);
      });
      if (word.joined) join(mine, word.joined);
      if (before && word.parts.length === 1 && this.prefixes.has(before.last)) {
        join([slots.get(before.parts.at(-1)), ...mine], shorten(singular(before.last + word.last)));
      }
      before = word;
    }
    if (growing) slots.get(words.at(-1).parts.at(-1)).growing = words.at(-1).last;
    return [...slots.values()].slice(0, MOST_SLOTS);
  }

  filter([whole, field, quoted, bare, ], text) {
    const name = field.toLowerCase();
    const value = quoted ?? bare;
    const years = name === "year" ? YEARS.exec(value) : null;
    if (years && (years[1] || years[2])) {
      const terms = yearsOf(years[1], years[2]).map((year) => `:year:${String(year).padStart(4, "0")}`);
      return { terms, any: true, growing: false };
    }
    const terms = [...new Set(this.terms(value))].map((wanted) => `:${name}:${wanted}`);
    return terms.length ? { terms, any: false, growing: quoted === undefined && text.endsWith(whole) } : null;
  }
}

/* The years of "2020-2023", "2020-" or "-2023", as far as 2100; of a longer range the last thousand. */
function yearsOf(first, last) {
  const [start, end] = [first ?? 0, last ?? OPEN_END].map((year) => Math.min(Number(year), OPEN_END)).sort((one, other) => one - other);
  const years = [];
  for (let year = Math.max(start, end - MOST_YEARS); year <= end; year++) years.push(year);
  return years;
}

function join(slots, joined) {
  for (const slot of slots) if (!slot.joined.includes(joined)) slot.joined.push(joined);
}

function term(run) {
  return shorten(singular(run));
}

function shorten(run) {
  return run.length > LONGEST ? [...run].slice(0, LONGEST).join("") : run;
}

function pairs(run) {
  const letters = [...run];
  return letters.length > 1 ? letters.slice(1).map((letter, at) => letters[at] + letter) : [run];
}

function singular(word) {
  if (word.length < 4 || !word.endsWith("s") || !/^\p{L}+$/u.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}
