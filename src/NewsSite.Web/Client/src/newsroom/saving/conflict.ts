import type { Block } from '../document/block';
import { compareText, describe, type Run } from '../document/compare';
import { fieldDifferences, merged, threeWay, type Choice, type Fields, type Stretch } from '../document/merge';
import { ask } from '../frame/dialog';
import { button, el, freshId } from '../frame/dom';
import { dayAndTime, type Texts } from '../frame/texts';
import type { ServerCopy } from './autosave';
import type { Content } from './drafts';
import type { ArticleFields } from './form';

/** Two texts side by side, differences marked; whoever looks takes one, the other, both, block by block. */
export async function settleConflict(texts: Texts, fields: ArticleFields, base: Content | null, mine: Content, theirs: ServerCopy): Promise<Content | null> {
  const stretches = threeWay(base?.document ?? null, mine.document, theirs.document);
  const differences = fieldDifferences(base?.fields ?? null, mine.fields, theirs.fields);
  const blocks: (Choice | null)[] = stretches.map(({ take }) => take);
  const chosen: ('mine' | 'theirs')[] = differences.map(({ take }) => take ?? 'mine');

  const rows: HTMLElement[] = [
    ...differences.map(({ name, mine: own, theirs: other }, index) => row(texts, fields.label(name), compareText(fields.said(name, own), fields.said(name, other)), false, chosen[index]!, choice => { chosen[index] = choice as 'mine' | 'theirs'; })),
    ...stretches.map((stretch, index) => (stretch.same ? unchanged(stretch) : row(texts, kindOf(texts, stretch), compareText(wordsOf(stretch.mine), wordsOf(stretch.theirs)), true, stretch.take ?? 'both', choice => { blocks[index] = choice; }))),
  ];
  const table = el('div', { class: 'versions' }, el('div', { class: 'versions-head' }, el('p', {}, texts('mine')), el('p', {}, texts('theirs', theirs.savedBy, dayAndTime(theirs.savedAt)))), ...rows);
  const all = (side: 'mine' | 'theirs'): void => {
    for (const input of table.querySelectorAll<HTMLInputElement>(`input[value="${side}"]`)) input.click();
  };
  const choose = el('p', { class: 'versions-all' }, button(texts('takeAllMine'), () => all('mine')), button(texts('takeAllTheirs'), () => all('theirs')));
  return ask<Content>(texts, texts('conflictTitle'), [el('p', { tabindex: -1, autofocus: true }, texts('conflictWhy', theirs.savedBy)), choose, table], texts('conflictTake'), () => ({
    document: merged(stretches, blocks),
    fields: { ...mine.fields, ...Object.fromEntries(differences.map((difference, index): [string, Fields[string]] => [difference.name, difference[chosen[index]!]])) },
  }), true);
}

const wordsOf = (blocks: readonly Block[]): string => blocks.map(describe).join('\n\n');

function kindOf(texts: Texts, { mine, theirs }: Stretch): string {
  const type = (mine[0] ?? theirs[0])?.type ?? '';
  return texts(type === 'heading' ? 'heading2' : type);
}

function unchanged({ mine }: Stretch): HTMLElement {
  const words = describe(mine[0]!);
  return el('p', { class: 'versions-same' }, words.length > 160 ? `${words.slice(0, 150)}…` : words);
}

function row(texts: Texts, name: string, runs: Run[], mayBoth: boolean, start: Choice, choose: (choice: Choice) => void): HTMLElement {
  const group = freshId('choice');
  const side = (kind: 'left' | 'right'): HTMLElement => el('div', { class: 'versions-side' }, ...runs.filter(run => run.kind === 'same' || run.kind === kind).map(run => (run.kind === 'same' ? run.text : el(kind === 'left' ? 'del' : 'ins', {}, run.text))));
  const option = (value: Choice, label: string): HTMLElement => {
    const input = el('input', { type: 'radio', name: group, value, checked: value === start, onchange: () => choose(value) });
    return el('label', { class: 'check' }, input, label);
  };
  return el('fieldset', { class: 'versions-row' }, el('legend', {}, name), side('left'), side('right'),
    el('div', { class: 'versions-choice' }, option('mine', texts('takeMine')), option('theirs', texts('takeTheirs')), mayBoth ? option('both', texts('takeBoth')) : null));
}
