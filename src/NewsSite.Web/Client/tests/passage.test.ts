import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getSchema } from '@tiptap/core';
import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Node, Schema } from '@tiptap/pm/model';
import { FlatText } from '../src/newsroom/comments/flat';
import { marking, passagesIn, placeOf, tell } from '../src/newsroom/comments/marking';
import { locate, passageAt, type Passage } from '../src/newsroom/comments/passage';
import { vocabulary } from '../src/newsroom/writing/nodes';

const text = 'The city will plant 1,200 trees along the canal between Sainctelette and Anderlecht before 2029. The trees are limes.';
const at = (whole: string, words: string, from = 0): Passage => {
  const place = whole.indexOf(words, from);
  return passageAt(whole, { from: place, to: place + words.length });
};
const found = (now: string, passage: Passage): string | null => {
  const place = locate(now, passage);
  return place && now.slice(place.from, place.to);
};

test('A passage is found where it was and where it was moved to', () => {
  const passage = at(text, '1,200 trees');
  assert.equal(found(text, passage), '1,200 trees');
  assert.equal(found(`A new first paragraph.\n${text}`, passage), '1,200 trees');
  assert.equal(found(text.replace('The city will plant', 'Brussels plants').replace('along the canal', 'by the water'), at(text, '1,200 trees along the canal between')), null);
});

test('Of the same words in several places it is the one with the same words around it', () => {
  const passage = at(text, 'trees', text.indexOf('The trees'));
  const place = locate(`Trees, trees, trees. ${text}`, passage)!;
  assert.equal(`Trees, trees, trees. ${text}`.slice(place.from, place.from + 15), 'trees are limes');
});

test('A short word that was taken away is not found in another place', () => {
  assert.equal(found(text.replace('The trees are limes.', 'Those will be limes.'), at(text, 'trees', text.indexOf('The trees'))), null);
});

test('A passage whose own words were changed is found between what stands around it', () => {
  assert.equal(found(text.replace('1,200 trees', '1,300 lime trees'), at(text, '1,200 trees')), '1,300 lime trees');
  assert.equal(found(text.replace('The city', 'A town'), at(text, 'The city')), 'A town');
  assert.equal(found(text.replace('limes.', 'oaks.'), at(text, 'limes.')), 'oaks.');
});

test('A passage that was taken away is gone', () => {
  assert.equal(found(text.replace(' 1,200 trees', ''), at(text, ' 1,200 trees')), null);
  assert.equal(found('', at(text, '1,200 trees')), null);
  assert.equal(found(text, { words: '', before: '', after: '' }), null);
});

const schema: Schema = getSchema(vocabulary());
const doc = (...blocks: object[]): Node => schema.nodeFromJSON({ type: 'doc', content: blocks });
const line = (words: string): object => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });

test('Every letter of the text has its place in the document, across blocks, breaks and pictures', () => {
  const document = doc(
    line('First words'), { type: 'picture', attrs: { media: 1 } },
    { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'two', marks: [{ type: 'bold' }] }] }] }] },
    line('Last words'));
  const flat = new FlatText(document);
  assert.equal(flat.text, 'First words\none\ntwo\nLast words');
  for (const words of ['First', 'words\none', 'one\ntwo', 'two', 'two\nLast', 'Last words']) {
    const place = flat.place(at(flat.text, words))!;
    assert.equal(document.textBetween(place.from, place.to, '\n', '\n').replace(/\n+/g, '\n'), words);
    assert.equal(flat.passage(place).words, words);
  }
});

/** The plugin without a screen. */
class Desk {
  state: EditorState;

  constructor(document: Node) {
    const plugins = (marking(() => {}).config as { addProseMirrorPlugins: () => Plugin[] }).addProseMirrorPlugins();
    this.state = EditorState.create({ doc: document, plugins });
  }

  readonly dispatch = (tr: Transaction): void => { this.state = this.state.apply(tr); };

  apply(make: (state: EditorState) => Transaction): void {
    this.dispatch(make(this.state));
  }
}

const open = (document: Node): Desk => new Desk(document);

const mark = (desk: Desk, words: string): void => tell(desk as unknown as EditorView, { marks: [{ id: 7, passage: at(new FlatText(desk.state.doc).text, words), isShown: true }] });

const marked = (desk: Desk): string | null => {
  const place = placeOf(desk.state, 7);
  return place && desk.state.doc.textBetween(place.from, place.to, '\n');
};

test('While the text is edited a passage keeps its words, grows with them, and is not stored in the text', () => {
  const desk = open(doc(line(text)));
  mark(desk, '1,200 trees');
  desk.apply(state => state.tr.insertText('Look: ', 1));
  assert.equal(marked(desk), '1,200 trees');
  desk.apply(state => state.tr.insertText('lime ', placeOf(state, 7)!.to - 5));
  assert.equal(marked(desk), '1,200 lime trees');
  desk.apply(state => state.tr.insertText('!', placeOf(state, 7)!.to));
  assert.equal(marked(desk), '1,200 lime trees');
  assert.deepEqual(passagesIn(desk.state).get(7)!.words, '1,200 lime trees');
  assert.ok(!JSON.stringify(desk.state.doc.toJSON()).includes('remarked'));
});

test('A passage that is cut is gone, and is there again when it is put elsewhere', () => {
  const desk = open(doc(line(text), line('Another paragraph.')));
  mark(desk, 'between Sainctelette and Anderlecht');
  const { from, to } = placeOf(desk.state, 7)!;
  desk.apply(state => state.tr.delete(from, to));
  assert.equal(marked(desk), null);
  desk.apply(state => state.tr.insertText('between Sainctelette and Anderlecht', state.doc.content.size - 1));
  assert.equal(marked(desk), 'between Sainctelette and Anderlecht');
});

test('A whole other text in its place keeps the passages that it still has', () => {
  const desk = open(doc(line('Intro.'), line(text)));
  mark(desk, '1,200 trees');
  desk.apply(state => state.tr.replaceWith(0, state.doc.content.size, doc(line('New intro.'), line('More.'), line(text)).content));
  assert.equal(marked(desk), '1,200 trees');
});
