import { fingerprint, textOf, type Block } from './block';

/** One line of two texts side by side: what stands in both, or what one has in place of the other. */
export interface Pair {
  left: Block | null;
  right: Block | null;
  same: boolean;
}

export interface Run {
  text: string;
  kind: 'same' | 'left' | 'right';
}

/** The longest common subsequence, as pairs of places. */
export function common<T>(left: readonly T[], right: readonly T[]): [number, number][] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--;
    rightEnd--;
  }
  const rows = leftEnd - start;
  const columns = rightEnd - start;
  const pairs: [number, number][] = Array.from({ length: start }, (_, i) => [i, i]);
  // Over this, the middle counts as replaced: the table would take too long.
  if (rows * columns <= 4_000_000) {
    const lengths = new Uint32Array((rows + 1) * (columns + 1));
    const at = (i: number, j: number): number => i * (columns + 1) + j;
    for (let i = rows - 1; i >= 0; i--) {
      for (let j = columns - 1; j >= 0; j--) {
        lengths[at(i, j)] = left[start + i] === right[start + j] ? lengths[at(i + 1, j + 1)]! + 1 : Math.max(lengths[at(i + 1, j)]!, lengths[at(i, j + 1)]!);
      }
    }
    for (let i = 0, j = 0; i < rows && j < columns;) {
      if (left[start + i] === right[start + j]) pairs.push([start + i++, start + j++]);
      else if (lengths[at(i + 1, j)]! >= lengths[at(i, j + 1)]!) i++;
      else j++;
    }
  }
  for (let i = leftEnd, j = rightEnd; i < left.length; i++, j++) pairs.push([i, j]);
  return pairs;
}

/** Two documents, block beside block. */
export function compare(left: Block, right: Block): Pair[] {
  const leftBlocks = left.content ?? [];
  const rightBlocks = right.content ?? [];
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  for (const [toI, toJ] of [...common(leftBlocks.map(fingerprint), rightBlocks.map(fingerprint)), [leftBlocks.length, rightBlocks.length] as const]) {
    pairs.push(...alike(leftBlocks.slice(i, toI), rightBlocks.slice(j, toJ)));
    if (toI < leftBlocks.length) pairs.push({ left: leftBlocks[toI]!, right: rightBlocks[toJ]!, same: true });
    i = toI + 1;
    j = toJ + 1;
  }
  return pairs;
}

/** Within a stretch that differs, blocks that share words stand beside each other. */
function alike(left: readonly Block[], right: readonly Block[]): Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const block of left) {
    const found = right.findIndex((other, index) => index >= next && likeness(block, other) > 0.35);
    if (found < 0) {
      pairs.push({ left: block, right: null, same: false });
      continue;
    }
    for (; next < found; next++) pairs.push({ left: null, right: right[next]!, same: false });
    pairs.push({ left: block, right: right[next++]!, same: false });
  }
  for (; next < right.length; next++) pairs.push({ left: null, right: right[next]!, same: false });
  return pairs;
}

/** From 0 to 1: how much of the words of both stands in both. */
function likeness(left: Block, right: Block): number {
  if (left.type !== right.type && !(left.content?.[0]?.text && right.content?.[0]?.text)) return 0;
  const words = wordsOf(describe(left));
  const others = wordsOf(describe(right));
  return words.length + others.length === 0 ? 1 : 2 * common(words, others).length / (words.length + others.length);
}

/** A block as words: also what stands in its attributes. */
export function describe(block: Block): string {
  const attributes = Object.values(block.attrs ?? {}).filter(value => typeof value === 'string' && value !== '');
  return [textOf(block), ...attributes, ...(block.content ?? []).filter(child => child.type === 'picture').map(describe)].filter(text => text !== '').join('\n');
}

export function compareText(left: string, right: string): Run[] {
  const before = wordsOf(left);
  const after = wordsOf(right);
  const runs: Run[] = [];
  const add = (kind: Run['kind'], words: readonly string[]): void => {
    const text = words.join('');
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  for (const [toI, toJ] of [...common(before, after), [before.length, after.length] as const]) {
    add('left', before.slice(i, toI));
    add('right', after.slice(j, toJ));
    if (toI < before.length) add('same', [before[toI]!]);
    i = toI + 1;
    j = toJ + 1;
  }
  return smoothed(runs);
}

/** A space that both have between words that differ belongs to what differs: whole phrases are marked, not word by word. */
function smoothed(runs: readonly Run[]): Run[] {
  const smooth: Run[] = [];
  let left = '';
  let right = '';
  const flush = (): void => {
    if (left !== '') smooth.push({ kind: 'left', text: left });
    if (right !== '') smooth.push({ kind: 'right', text: right });
    left = right = '';
  };
  runs.forEach((run, index) => {
    const between = run.kind === 'same' && /^\s+$/.test(run.text) && left !== '' && right !== '' && index < runs.length - 1;
    if (run.kind === 'left' || between) left += run.text;
    if (run.kind === 'right' || between) right += run.text;
    if (run.kind === 'same' && !between) {
      flush();
      smooth.push(run);
    }
  });
  flush();
  return smooth;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}'’]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
