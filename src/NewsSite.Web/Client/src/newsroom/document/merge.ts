import { fingerprint, type Block } from './block';
import { compare, common } from './compare';

/** A stretch of a merge: settled when only one side changed it, else for someone to choose. */
export interface Stretch {
  base: Block[];
  mine: Block[];
  theirs: Block[];
  /** Which side to take when nobody says otherwise; null where both changed it. */
  take: 'mine' | 'theirs' | null;
  /** Nothing differs here. */
  same: boolean;
}

export type Choice = 'mine' | 'theirs' | 'both';

/** Lays two texts over the one that both started from. Without that, every difference is for someone to choose. */
export function threeWay(base: Block | null, mine: Block, theirs: Block): Stretch[] {
  if (base === null) return twoWay(mine, theirs);
  const [from, own, other] = [base, mine, theirs].map(document => document.content ?? []) as [Block[], Block[], Block[]];
  const keys = [from, own, other].map(blocks => blocks.map(fingerprint)) as [string[], string[], string[]];
  const toMine = new Map(common(keys[0], keys[1]));
  const toTheirs = new Map(common(keys[0], keys[2]));
  const stretches: Stretch[] = [];
  let [i, m, t] = [0, 0, 0];
  const until = (nextI: number, nextM: number, nextT: number): void => {
    const stretch = { base: from.slice(i, nextI), mine: own.slice(m, nextM), theirs: other.slice(t, nextT) };
    if (stretch.base.length + stretch.mine.length + stretch.theirs.length > 0) stretches.push({ ...stretch, ...settle(stretch) });
    [i, m, t] = [nextI, nextM, nextT];
  };
  for (let at = 0; at < from.length; at++) {
    const inMine = toMine.get(at);
    const inTheirs = toTheirs.get(at);
    if (inMine === undefined || inTheirs === undefined || inMine < m || inTheirs < t) continue;
    until(at, inMine, inTheirs);
    stretches.push({ base: [from[at]!], mine: [own[inMine]!], theirs: [other[inTheirs]!], take: 'mine', same: true });
    [i, m, t] = [at + 1, inMine + 1, inTheirs + 1];
  }
  until(from.length, own.length, other.length);
  return stretches;
}

function settle({ base, mine, theirs }: Pick<Stretch, 'base' | 'mine' | 'theirs'>): Pick<Stretch, 'take' | 'same'> {
  const [from, own, other] = [base, mine, theirs].map(blocks => blocks.map(fingerprint).join('\n'));
  if (own === other) return { take: 'mine', same: own === from };
  return { take: own === from ? 'theirs' : other === from ? 'mine' : null, same: false };
}

function twoWay(mine: Block, theirs: Block): Stretch[] {
  return compare(mine, theirs).map(({ left, right, same }) => ({ base: [], mine: left ? [left] : [], theirs: right ? [right] : [], take: same ? 'mine' : null, same }));
}

/** The merged text; stretches nobody chose for keep both, so that no word is lost. */
export function merged(stretches: readonly Stretch[], choices: readonly (Choice | null)[]): Block {
  const content = stretches.flatMap(({ mine, theirs, take }, index) => {
    const choice = choices[index] ?? take ?? 'both';
    return choice === 'both' ? [...mine, ...theirs] : choice === 'mine' ? mine : theirs;
  });
  return { type: 'doc', ...(content.length > 0 ? { content } : {}) };
}

export type Value = string | number | boolean | null | (string | number)[];
export type Fields = Record<string, Value>;

/** Which of the fields beside the text differ, and which side changed them. */
export function fieldDifferences(base: Fields | null, mine: Fields, theirs: Fields): { name: string; mine: Value; theirs: Value; take: 'mine' | 'theirs' | null }[] {
  const say = (value: Value | undefined): string => JSON.stringify(value ?? null);
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    .filter(name => say(mine[name]) !== say(theirs[name]))
    .map(name => ({
      name, mine: mine[name] ?? null, theirs: theirs[name] ?? null,
      take: base === null ? null : say(base[name]) === say(mine[name]) ? 'theirs' : say(base[name]) === say(theirs[name]) ? 'mine' : null,
    }));
}
