/* What the files of the search hold, decoded: papers by term, the vocabulary. As generator/search/postings.py and
   vocabulary.py have it. */

/* The number of sorted strings that are not after `wanted`. */
export function after(sorted, wanted) {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function bytes(base64) {
  const text = atob(base64);
  const found = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) found[at] = text.charCodeAt(at);
  return found;
}

/* What generator/search/postings.py encoded. */
export function decode(base64) {
  const coded = bytes(base64);
  const numbers = [], strengths = [], inTitle = [];
  let papers = -1, number = 0;
  for (let at = 0; at < coded.length; at++) {
    let gap = coded[at] & 127;
    for (let shift = 7; coded[at] > 127; shift += 7) gap |= (coded[++at] & 127) << shift;
    if (papers < 0) {
      papers = gap;
      continue;
    }
    number += gap;
    numbers.push(number);
    strengths.push(coded[++at] >> 1);
    inTitle.push(coded[at] & 1);
  }
  return { papers, numbers, strengths, inTitle };
}

/* What generator/search/vocabulary.py encoded: [[word, how common, its letters]]. */
export function decodeWords({ words, common }) {
  let before = "";
  return words.split(" ").map((coded, place) => {
    before = before.slice(0, parseInt(coded[0], 36)) + coded.slice(1);
    return [before, Number(common[place]), letters(before)];
  });
}

/* The letters of a word, a bit each: of these an error changes two at most. */
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function differing(one, other) {
  let count = 0;
  for (let bits = one ^ other; bits; bits &= bits - 1) count++;
  return count;
}

/* The words with one to `most` errors: [[word, errors, how common]]. */
export function near(word, known, most) {
  const mine = letters(word), found = [];
  for (const [other, common, theirs] of known) {
    if (differing(mine, theirs) > 2 * most) continue;
    const errors = distance(word, other, most);
    if (errors > 0 && errors <= most) found.push([other, errors, common]);
  }
  return found;
}

export function union(lists, most) {
  const best = new Map();
  for (const { numbers, strengths, inTitle } of lists) {
    numbers.forEach((number, at) => {
      const [strength, title] = best.get(number) ?? [0, 0];
      best.set(number, [Math.max(strength, strengths[at]), title | inTitle[at]]);
    });
  }
  const numbers = [...best.keys()];
  const papers = Math.min(most, lists.reduce((sum, list) => sum + list.papers, 0));
  return { papers, numbers, strengths: numbers.map((n) => best.get(n)[0]), inTitle: numbers.map((n) => best.get(n)[1]) };
}

export function reversed(word) {
  return [...word].reverse().join("");
}

/* Letters to change, put in, leave out, or swap with the next; most + 1 where it is more. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let older = [], before = [], row = [];
  for (let j = 0; j <= other.length; j++) row.push(j);
  for (let i = 1; i <= one.length; i++) {
    [older, before, row] = [before, row, older];
    row[0] = i;
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
  }
  return Math.min(row[other.length], most + 1);
}
