import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../src/newsroom/document/block';
import { textOf } from '../src/newsroom/document/block';
import { compare, compareText } from '../src/newsroom/document/compare';
import { fieldDifferences, merged, threeWay } from '../src/newsroom/document/merge';

const doc = (...lines: string[]): Block => ({ type: 'doc', content: lines.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })) });
const lines = (document: Block): string => (document.content ?? []).map(textOf).join(' | ');

test('What only one side changed is taken by itself', () => {
  const stretches = threeWay(doc('a', 'b', 'c', 'd'), doc('a', 'b mine', 'c', 'd'), doc('a', 'b', 'c', 'd theirs', 'e'));
  assert.ok(stretches.every(({ take }) => take !== null));
  assert.equal(lines(merged(stretches, [])), 'a | b mine | c | d theirs | e');
});

test('What both changed is for someone to choose, and lost by nobody', () => {
  const stretches = threeWay(doc('a', 'b', 'c'), doc('a', 'mine', 'c'), doc('a', 'theirs', 'c'));
  const open = stretches.findIndex(({ take }) => take === null);
  const choices = stretches.map(() => null as null | 'mine' | 'theirs' | 'both');
  assert.equal(lines(merged(stretches, choices)), 'a | mine | theirs | c');
  choices[open] = 'theirs';
  assert.equal(lines(merged(stretches, choices)), 'a | theirs | c');
});

test('The same change on both sides is no difference', () => {
  assert.equal(lines(merged(threeWay(doc('a', 'b'), doc('a', 'x'), doc('a', 'x')), [])), 'a | x');
});

test('Deleting and adding merge', () => {
  assert.equal(lines(merged(threeWay(doc('a', 'b', 'c'), doc('a', 'c'), doc('start', 'a', 'b', 'c')), [])), 'start | a | c');
  assert.equal(lines(merged(threeWay(doc(), doc('a'), doc()), [])), 'a');
  assert.equal(lines(merged(threeWay(doc('a', 'b'), doc('b', 'a'), doc('a', 'b', 'c')), [])).includes('c'), true);
});

test('Without a common start every difference is open', () => {
  const stretches = threeWay(null, doc('same', 'one'), doc('same', 'two'));
  assert.deepEqual(stretches.map(({ same }) => same), [true, false, false]);
});

test('No word of either side is lost unless someone says so', () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 300; round++) {
    const base = Array.from({ length: random(8) }, () => `w${random(9)}`);
    const change = (who: string): string[] => base.flatMap((line, i) => [[line], [], [`${who}${i}`], [line, `${who}+${i}`]][random(4)]!);
    const [mine, theirs] = [change('m'), change('t')];
    const result = lines(merged(threeWay(doc(...base), doc(...mine), doc(...theirs)), []));
    for (const own of [...mine, ...theirs].filter(line => !base.includes(line))) assert.ok(result.split(' | ').includes(own), `${base} / ${mine} / ${theirs} → ${result}`);
  }
});

test('Blocks that share words stand beside each other', () => {
  const pairs = compare(doc('The council met on Tuesday', 'Old end'), doc('New start', 'The council met on Wednesday evening', 'Old end'));
  assert.deepEqual(pairs.map(({ left, right, same }) => [left && textOf(left), right && textOf(right), same]), [
    [null, 'New start', false], ['The council met on Tuesday', 'The council met on Wednesday evening', false], ['Old end', 'Old end', true],
  ]);
});

test('Words are compared, spaces and accents kept', () => {
  assert.deepEqual(compareText('one two three', 'one 2 three'), [{ kind: 'same', text: 'one ' }, { kind: 'left', text: 'two' }, { kind: 'right', text: '2' }, { kind: 'same', text: ' three' }]);
  assert.deepEqual(compareText('a old text b', 'a new words b').map(({ kind, text }) => `${kind}:${text}`), ['same:a ', 'left:old text', 'right:new words', 'same: b']);
  assert.deepEqual(compareText('', 'été'), [{ kind: 'right', text: 'été' }]);
});

test('Fields that one side changed are taken from that side', () => {
  const found = fieldDifferences({ title: 'a', slug: 's', tags: [1] }, { title: 'mine', slug: 's', tags: [1] }, { title: 'a', slug: 't', tags: [1, 2] });
  assert.deepEqual(found.map(({ name, take }) => [name, take]), [['title', 'mine'], ['slug', 'theirs'], ['tags', 'theirs']]);
});
