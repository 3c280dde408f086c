import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { fingerprint, type Block } from '../src/newsroom/document/block';
import { problemOf } from '../src/newsroom/document/check';
import { finish, prepare } from '../src/newsroom/document/prepare';
import { contentOf, schema } from '../src/newsroom/document/schema';
import { vocabulary } from '../src/newsroom/writing/nodes';
import { examples } from './examples';

const written: Schema = getSchema(vocabulary());

function open(document: unknown): Block {
  const node = written.nodeFromJSON(prepare(document as Block));
  node.check();
  return node.toJSON() as Block;
}

for (const example of examples('valid')) {
  test(`The editor opens ${example.name} and stores it unchanged`, () => {
    const stored = finish(open(example.document));
    assert.equal(problemOf(stored), null);
    assert.equal(fingerprint(stored), fingerprint(finish(prepare(example.document as Block))));
  });
}

// What ProseMirror does not look at; the check before every save does.
const beyond = /character|too-deep|constructor-as|prototype-as/;
for (const example of examples('invalid').filter(example => !beyond.test(example.name))) {
  test(`The editor does not keep ${example.name}`, () => {
    let kept: Block;
    try {
      kept = finish(open(example.document));
    } catch {
      return;
    }
    assert.equal(problemOf(kept), null);
    assert.notEqual(fingerprint(kept), fingerprint(example.document as Block));
  });
}

test('The editor knows exactly the nodes and marks of the schema', () => {
  assert.deepEqual(Object.keys(written.nodes).sort(), Object.keys(schema.nodes).sort());
  assert.deepEqual(Object.keys(written.marks).sort(), Object.keys(schema.marks).sort());
});

test('Each node takes exactly the content and the attributes of the schema', () => {
  for (const [name, type] of Object.entries(written.nodes)) {
    const rule = schema.nodes[name]!;
    assert.deepEqual(Object.keys(type.spec.attrs ?? {}).sort(), Object.keys(rule.attrs ?? {}).sort(), name);
    for (const other of Object.keys(written.nodes)) {
      const fits = type.contentMatch.matchType(written.nodes[other]!) !== null;
      assert.equal(fits, contentOf(name).includes(other), `${other} in ${name}`);
    }
    if (contentOf(name).includes('text')) assert.equal(type.allowsMarks([written.marks['bold']!.create()]), rule.marks === undefined, name);
  }
});
