/* The search: reads the tables that generator/search/build.py wrote, a piece at a time, and ranks as
   generator/search/rank.py does, number for number (tests/cases/search/ holds both to it). */

import { after, bytes, decode, decodeWords, near, reversed, union } from "./search-tables.js";
import { Analysis } from "./search-terms.js";

const EXACT = 100, GROWING = 80, GROWING_BESIDE_EXACT = 60, MISSPELT = [100, 60, 40], MOST_SIMILAR = 4;
const SMALL = 0.3, TITLE_IS_THE_QUERY = 3, NAME_IS_THE_QUERY = 1.5, ENOUGH = 0.6, PHRASES_LOOKED_AT = 100;
const SHORTEST = 3, TWO_ERRORS_FROM = 8, NOTHING = { papers: 0, numbers: [], strengths: [], inTitle: [] };

export class Engine {
  /* base: address of the folder search/. */
  static async open(base) {
    const answer = await fetch(new URL("index.json", base), { cache: "no-cache" });
    return new Engine(base, await answer.json());
  }

  constructor(base, index) {
    Object.assign(this, { base, index, analysis: new Analysis(index), files: new Map(), decoded: new Map() });
    this.titles = bytes(index.titles);
    this.small = new Set(index.small.split(" "));
    this.analysis.query("a-b"); // compiles the patterns before a reader waits for them
  }

  /* All papers that a query finds: {total, hits(first, last): what is shown of some, best first}; without
     sentences where there is no hurry for them. */
  async search(text) {
    const query = this.analysis.query(text);
    const ranked = await this.rank(query);
    if (query.phrases.length) ranked.papers = await this.withPhrases(query.phrases, ranked.papers);
    const hits = async (first, last, withSentences = true) =>
      Promise.all(ranked.papers.slice(first, last).map(async (number) => this.hit(await this.shown(number, withSentences), ranked)));
    return { total: ranked.papers.length, hits };
  }

  async rank(query) {
    const ranked = { papers: [], terms: new Map(), beginnings: new Map() };
    const [slots, allowed, named] = await Promise.all([
      Promise.all(query.slots.map((slot) => this.wanted(slot))),
      this.allowed(query.filters),
      query.name ? this.postings(query.name) : NOTHING,
    ]);
    const wanted = slots.filter(Boolean);
    for (const word of wanted) {
      for (const [term, worth] of word.terms) ranked.terms.set(term, worth);
      if (word.growing) ranked.beginnings.set(word.growing, word.worth);
    }
    const tally = query.slots.length ? this.tally(wanted, allowed) : filtersAlone(allowed, this.index.papers);
    if (query.slots.length && allowed) for (const number of tally.found) tally.score[number] += allowed.get(number);
    ranked.papers = this.ordered(tally, wanted, new Set(named.numbers));
    return ranked;
  }

  rarity(papers) {
    return Math.max(1, Math.floor(1000 * Math.log(1 + (this.index.papers - papers + 0.5) / (papers + 0.5)) + 0.5));
  }

  /* A word with the papers that have it; null for one that no paper has, nor one like it. */
  async wanted(slot) {
    const names = [slot.term, ...slot.joined];
    const [found, growing] = await Promise.all([
      Promise.all(names.map((term) => this.postings(term))),
      slot.growing ? this.growing(slot.growing) : NOTHING,
    ]);
    const alternatives = [];
    const add = (postings, weight) => {
      if (postings.papers) alternatives.push({ found: postings, rarity: this.rarity(postings.papers), weight });
    };
    found.forEach((postings) => add(postings, EXACT));
    add(growing, alternatives.length ? GROWING_BESIDE_EXACT : GROWING);
    const terms = new Map();
    if (!alternatives.length) alternatives.push(...(await this.misspelt(slot.term, terms)));
    if (!alternatives.length) return null;
    const factor = this.small.has(slot.term) ? SMALL : 1;
    const worth = Math.max(...alternatives.map((one) => one.rarity)) * factor;
    names.forEach((term) => terms.set(term, worth));
    return { alternatives, worth, factor, terms, growing: slot.growing };
  }

  async misspelt(word, terms) {
    const meant = await this.similar(word);
    const found = await Promise.all(meant.map(([term]) => this.postings(term)));
    const papers = Math.min(this.index.papers, found.reduce((sum, postings) => sum + postings.papers, 0));
    const rarity = this.rarity(papers);
    meant.forEach(([term]) => terms.set(term, rarity));
    return found.map((postings, at) => ({ found: postings, rarity, weight: MISSPELT[meant[at][1]] }));
  }

  /* Terms that a word may be a misspelling of, the likeliest first: [[term, errors]]. */
  async similar(word) {
    const most = word.length < SHORTEST || /^\d+$/.test(word) ? 0 : word.length < TWO_ERRORS_FROM ? 1 : 2;
    if (!most) return [];
    const drow = reversed(word);
    const [forward, backward] = await Promise.all([
      this.vocabulary(this.index.words, word, 0),
      this.vocabulary(this.index.sdrow, drow, this.index.words.length),
    ]);
    const found = new Map();
    for (const [known, ...rest] of near(word, forward, most)) found.set(known, [known, ...rest]);
    for (const [nwonk, ...rest] of near(drow, backward, most)) found.set(reversed(nwonk), [reversed(nwonk), ...rest]);
    const order = (one, other) => one[1] - other[1] || other[2] - one[2] || (one[0] < other[0] ? -1 : 1);
    return [...found.values()].sort(order).slice(0, MOST_SIMILAR);
  }

  async vocabulary(starts, word, first) {
    const at = after(starts, `${word.slice(0, 2)}~`) - 1;
    if (at < 0) return [];
    const path = `words/${first + at}.json`;
    const file = await this.file(path);
    return this.once(path, () => decodeWords(file));
  }

  /* The papers that pass all filters, with what that is worth; null without filters. */
  async allowed(filters) {
    let allowed = null;
    for (const passed of await Promise.all(filters.map((filter) => this.passed(filter)))) {
      allowed = allowed ? both(allowed, passed) : passed;
    }
    return allowed;
  }

  async passed({ terms, any, growing }) {
    let passed = null;
    const lists = await Promise.all(terms.map((term) => this.postings(term)));
    for (let [place, found] of lists.entries()) {
      if (!found.papers && growing && place === terms.length - 1) found = await this.growing(terms[place]);
      const worth = found.papers ? this.rarity(found.papers) : 0;
      const here = new Map(found.numbers.map((number, at) => [number, worth * found.strengths[at] * EXACT]));
      if (any && passed) here.forEach((worth, number) => passed.set(number, worth));
      else passed = passed ? both(passed, here) : here;
    }
    return passed ?? new Map();
  }

  tally(wanted, allowed) {
    const tally = newTally(this.index.papers);
    const best = new Float64Array(this.index.papers);
    const title = new Uint8Array(this.index.papers);
    for (const { alternatives, worth, factor } of wanted) {
      for (const { found, rarity, weight } of alternatives) better(best, title, found, rarity, weight, factor);
      for (const { found } of alternatives) add(tally, best, title, found.numbers, worth, allowed);
    }
    return tally;
  }

  ordered({ found, score, worth, inTitle }, wanted, named) {
    const total = wanted.reduce((sum, word) => sum + word.worth, 0);
    const most = found.reduce((most, number) => Math.max(most, worth[number]), 0);
    const chosen = found.filter((number) => worth[number] >= most * ENOUGH);
    for (const number of chosen) {
      const share = total ? worth[number] / total : 1;
      const titled = inTitle[number], length = this.titles[number];
      let factor = score[number] * share * share;
      if (titled) {
        if (titled === wanted.length && titled >= length) factor *= TITLE_IS_THE_QUERY;
        else factor *= 1 + ((titled / wanted.length) * titled) / Math.max(length, titled);
      }
      score[number] = named.has(number) ? factor * NAME_IS_THE_QUERY : factor;
    }
    return chosen.sort((one, other) => score[other] - score[one] || one - other);
  }

  async withPhrases(phrases, papers) {
    const words = [...new Set(phrases.flat())].filter((word) => !this.small.has(word));
    const having = (await Promise.all(words.map((word) => this.postings(word)))).map(({ numbers }) => new Set(numbers));
    const looked = papers.filter((number) => having.every((some) => some.has(number))).slice(0, PHRASES_LOOKED_AT);
    const shown = await Promise.all(looked.map((number) => this.shown(number, true)));
    return looked.filter((_, at) => {
      const { title, by, venue, sentences } = shown[at];
      const texts = [title, ...by, venue, sentences.join(" ")].map((text) => ` ${this.analysis.parts(text).join(" ")} `);
      return phrases.every((phrase) => texts.some((text) => text.includes(` ${phrase.join(" ")} `)));
    });
  }

  /* What is shown of a paper, with the sentence that matched. Marks: [[start, end]]. */
  hit(shown, ranked) {
    let sentence = "", most = 0;
    for (const candidate of shown.sentences) {
      const found = new Map(this.analysis.compounds(candidate).flatMap((compound) => termsFound(compound, ranked)));
      const worth = [...found.values()].reduce((sum, one) => sum + one, 0);
      if (worth > most) [sentence, most] = [candidate, worth];
    }
    const marks = (text) =>
      this.analysis.compounds(text).filter((compound) => termsFound(compound, ranked).length).map(({ start, end }) => [start, end]);
    return { ...shown, sentence, marks };
  }

  async shown(number, withSentences) {
    const [head, sentences] = await Promise.all([this.row("heads", number), withSentences ? this.row("sentences", number) : []]);
    const [key, address, title, by, year, venue] = head;
    return { key, address, title, by, year, venue, sentences };
  }

  async row(folder, number) {
    const size = this.index.per_file[folder];
    return (await this.file(`${folder}/${Math.floor(number / size)}.json`))[number % size];
  }

  async postings(term) {
    const file = await this.termFile(term);
    return Object.hasOwn(file, term) ? this.once(term, () => decode(file[term])) : NOTHING;
  }

  async growing(prefix) {
    const next = this.index.terms[after(this.index.terms, prefix)];
    if (next !== undefined && next.startsWith(prefix)) return this.postings(`*${prefix}`);
    const file = await this.termFile(prefix);
    const terms = Object.keys(file).filter((term) => term.startsWith(prefix));
    return union(terms.map((term) => this.once(term, () => decode(file[term]))), this.index.papers);
  }

  async termFile(term) {
    const at = after(this.index.terms, term) - 1;
    return at >= 0 ? this.file(`terms/${at}.json`) : {};
  }

  /* What `make` gives for a term or a file, made once: a word is looked up again at each letter that follows. */
  once(name, make) {
    if (!this.decoded.has(name)) this.decoded.set(name, make());
    return this.decoded.get(name);
  }

  file(path) {
    if (!this.files.has(path)) {
      const loading = fetch(new URL(`${path}?v=${this.index.version}`, this.base)).then((answer) => {
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.json();
      });
      this.files.set(path, loading);
      loading.catch(() => this.files.delete(path));
    }
    return this.files.get(path);
  }
}

function both(one, other) {
  return new Map([...other].filter(([number]) => one.has(number)).map(([number, worth]) => [number, one.get(number) + worth]));
}

/* What the papers of an alternative are worth, where that is more than by another. */
function better(best, title, { numbers, strengths, inTitle }, rarity, weight, factor) {
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at], worth = rarity * strengths[at] * weight * factor;
    if (worth > best[number]) best[number] = worth;
    title[number] |= inTitle[at];
  }
}

/* Adds that to the tally, of each paper once. */
function add(tally, best, title, numbers, worth, allowed) {
  const { found, score } = tally, worths = tally.worth, titles = tally.inTitle;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at];
    if (best[number] === 0) continue;
    if (!allowed || allowed.has(number)) {
      if (worths[number] === 0) found.push(number);
      score[number] += best[number];
      worths[number] += worth;
      titles[number] += title[number];
    }
    best[number] = 0;
    title[number] = 0;
  }
}

function newTally(papers) {
  return { found: [], score: new Float64Array(papers), worth: new Float64Array(papers), inTitle: new Uint8Array(papers) };
}

function filtersAlone(allowed, papers) {
  const tally = newTally(papers);
  for (const [number, worth] of allowed ?? []) {
    tally.found.push(number);
    tally.score[number] = worth;
  }
  return tally;
}

function termsFound({ parts, joined }, { terms, beginnings }) {
  return [...parts, joined].flatMap((term) =>
    terms.has(term) ? [[term, terms.get(term)]] : [...beginnings].filter(([beginning]) => term.startsWith(beginning)),
  );
}
