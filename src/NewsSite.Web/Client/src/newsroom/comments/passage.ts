/** Words of the text and what stands around them: by these a commented place is found again, however the text was edited. */
export interface Passage {
  words: string;
  before: string;
  after: string;
}

export interface Place {
  from: number;
  to: number;
}

const context = 60;
/** What stands around must agree by so many letters before a few words are taken to be the same ones. */
const sure = 6;
const longEnough = 24;
const leastContext = 8;

export function passageAt(text: string, { from, to }: Place): Passage {
  return { words: text.slice(from, to), before: text.slice(Math.max(0, from - context), from), after: text.slice(to, to + context) };
}

/** Where the passage is now, or null when it is there no longer. */
export function locate(text: string, passage: Passage): Place | null {
  return passage.words.trim() === '' ? null : locateWords(text, passage) ?? locateBetween(text, passage);
}

/** The words as they were: of several places the one whose surroundings agree the most. */
function locateWords(text: string, { words, before, after }: Passage): Place | null {
  let best: Place | null = null;
  let most = -1;
  let hits = 0;
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    hits++;
    const agrees = sameEnd(text.slice(Math.max(0, from - before.length), from), before) + sameStart(text.slice(from + words.length, from + words.length + after.length), after);
    if (agrees > most) [best, most] = [{ from, to: from + words.length }, agrees];
  }
  // A short word stands in many places: without its surroundings it is another one.
  const needed = words.length >= longEnough && hits === 1 ? 0 : Math.min(sure, before.length + after.length);
  return most >= needed ? best : null;
}

/** Other words now, between what stood before and after. */
function locateBetween(text: string, { words, before, after }: Passage): Place | null {
  const widest = Math.max(words.length * 2, words.length + 200);
  let best: Place | null = null;
  let most = 0;
  for (const start of ends(text, before)) {
    for (const stop of starts(text, after, start.at, start.at + widest)) {
      if (stop.at <= start.at || text.slice(start.at, stop.at).trim() === '' || start.agrees + stop.agrees <= most) continue;
      [best, most] = [{ from: start.at, to: stop.at }, start.agrees + stop.agrees];
    }
  }
  return best;
}

interface Edge {
  at: number;
  agrees: number;
}

/** Where something ends as `before` does, the longer the better; at the very start of the text there is nothing before. */
function ends(text: string, before: string): Edge[] {
  if (before === '') return [{ at: 0, agrees: leastContext }];
  const found: Edge[] = [];
  const key = before.slice(-leastContext);
  for (let hit = text.indexOf(key); hit >= 0; hit = text.indexOf(key, hit + 1)) {
    const at = hit + key.length;
    found.push({ at, agrees: sameEnd(text.slice(0, at), before) });
  }
  return found;
}

function starts(text: string, after: string, from: number, until: number): Edge[] {
  if (after === '') return text.length <= until ? [{ at: text.length, agrees: leastContext }] : [];
  const found: Edge[] = [];
  const key = after.slice(0, leastContext);
  for (let at = text.indexOf(key, from); at >= 0 && at <= until; at = text.indexOf(key, at + 1)) found.push({ at, agrees: sameStart(text.slice(at), after) });
  return found;
}

function sameStart(left: string, right: string): number {
  let count = 0;
  while (count < left.length && count < right.length && left[count] === right[count]) count++;
  return count;
}

function sameEnd(left: string, right: string): number {
  let count = 0;
  while (count < left.length && count < right.length && left[left.length - 1 - count] === right[right.length - 1 - count]) count++;
  return count;
}
