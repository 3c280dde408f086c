import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getSchema } from '@tiptap/core';
import { history, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Block } from '../src/newsroom/document/block';
import { changeTo } from '../src/newsroom/writing/change';
import { deleteBlock, moveBlock } from '../src/newsroom/writing/moving';
import { vocabulary } from '../src/newsroom/writing/nodes';
import { examples } from './examples';

const schema = getSchema(vocabulary());
const doc = (...lines: string[]): Block => ({ type: 'doc', content: lines.map(text => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) })) });
const open = (document: Block): EditorState => EditorState.create({ doc: schema.nodeFromJSON(document), plugins: [history()] });
const lines = (state: EditorState): string => state.doc.children.map(child => child.textContent).join(' | ');
const at = (state: EditorState, words: string): EditorState => {
  let place = -1;
  state.doc.descendants((node, position) => { if (node.isText && node.text!.includes(words)) place = position + node.text!.indexOf(words); });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
};

test('Another text comes in without moving the cursor from what stays', () => {
  const state = at(open(doc('one', 'two', 'three')), 'hree');
  const next = state.apply(changeTo(state, schema.nodeFromJSON(doc('one', 'two and a half', 'more', 'three')))!);
  assert.equal(lines(next), 'one | two and a half | more | three');
  assert.equal(next.selection.$from.parent.textContent.slice(next.selection.$from.parentOffset), 'hree');
});

test('The same text is no change', () => {
  const state = open(doc('one', 'two'));
  assert.equal(changeTo(state, schema.nodeFromJSON(doc('one', 'two'))), null);
});

test('From any text to any other the change arrives', () => {
  const documents = [doc(''), doc('aa', 'aa'), doc('aa', 'aa', 'aa'), ...examples('valid').map(({ document }) => document as Block).filter(({ content }) => content?.length)].map(block => schema.nodeFromJSON(block));
  for (const from of documents) for (const to of documents) {
    const state = EditorState.create({ doc: from });
    const tr = changeTo(state, to);
    assert.ok((tr ? tr.doc : from).eq(to), `${from} → ${to}`);
  }
});

test('Each move of a block is undone by itself, and what was typed just before it stays', () => {
  let state = at(open(doc('one', 'two', 'three')), 'three');
  const run = (command: (state: EditorState, dispatch: (tr: EditorState['tr']) => void) => boolean): void => { assert.ok(command(state, tr => { state = state.apply(tr); })); };
  state = state.apply(state.tr.insertText('typed '));
  run(moveBlock(-1));
  run(moveBlock(-1));
  assert.equal(lines(state), 'typed three | one | two');
  run(undo);
  assert.equal(lines(state), 'one | typed three | two');
  run(undo);
  assert.equal(lines(state), 'one | two | typed three');
  run(deleteBlock);
  assert.equal(lines(state), 'one | two');
  run(undo);
  assert.equal(lines(state), 'one | two | typed three');
  run(undo);
  assert.equal(lines(state), 'one | two | three');
});
