import { textOf, type Block } from './block';

/** As the server counts: a word is a run of letters and digits, joined by apostrophes and hyphens. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{Nd}][\p{L}\p{Nd}'’-]*/gu)?.length ?? 0;
}

export const wordsOf = (document: Block): number => wordsIn(textOf(document));

const perMinute = 220;

export const minutesToRead = (words: number): number => Math.max(1, Math.floor((words + perMinute / 2) / perMinute));
