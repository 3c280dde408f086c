import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { getSchema } from '@tiptap/core';
import { DOMParser as Reader } from '@tiptap/pm/model';
import { problemOf } from '../src/newsroom/document/check';
import { finish } from '../src/newsroom/document/prepare';
import type { Block } from '../src/newsroom/document/block';
import { cleanHtml } from '../src/newsroom/paste/clean';
import { vocabulary } from '../src/newsroom/writing/nodes';
import { docs, hostile, mail, sheets, web, word, wordLists } from './clipboard';

const schema = getSchema(vocabulary());
const parse = (html: string): Document => parseHTML(/<html/i.test(html) ? html : `<html><body>${html}</body></html>`).document as unknown as Document;

function clean(html: string): string {
  const cleaned = cleanHtml(html, parse, 'https://zenne.example');
  const blocks = finish(Reader.fromSchema(schema).parse(parse(cleaned).body).toJSON() as Block);
  assert.equal(problemOf(blocks), null, cleaned);
  return cleaned;
}

test('A text from Word keeps its words and what they are, nothing else', () => {
  assert.equal(clean(word), [
    '<h2>Council votes on the canal</h2>',
    '<p>The council met on <strong>Tuesday</strong> and <em>postponed</em> its vote, <a href="https://example.org/vote">said the clerk</a>.</p>',
    '<h2>What comes next</h2>',
    '<p>H<sub>2</sub>O and a second line</p>',
    '<table><tr><th><p>Year</p></th><th><p>Trees</p></th></tr><tr><td><p>2025</p></td><td><p>1,200</p></td></tr></table>',
  ].join(''));
});

test('Lists from Word become lists, nested as they were', () => {
  assert.equal(clean(wordLists), '<p>Before</p>'
    + '<ul><li><p>First</p><ul><li><p>Below</p></li></ul></li><li><p>Second</p></li></ul>'
    + '<p>Between</p><ol start="3"><li><p>Three</p></li><li><p>Four</p></li></ol>');
});

test('A text from Google Docs is not bold all over, and its nested lists hold', () => {
  assert.equal(clean(docs), '<h2>A title</h2>'
    + '<p>Plain, <strong>bold</strong>, <em>slanted</em>, <u>underlined</u> and <a href="https://example.org/a">a link</a>.</p>'
    + '<ul><li><p>One</p><ul><li><p>One and a half</p></li></ul></li><li><p>Two</p></li></ul>'
    + '<p>End</p>');
});

test('Cells from a spreadsheet become a table with a head', () => {
  assert.equal(clean(sheets), '<table><tr><th><p>Place</p></th><th><p>Voters</p></th></tr><tr><td><p>Anderlecht</p></td><td><p>61,200</p></td></tr></table>');
});

test('Of a web page the text is kept, its frame is not', () => {
  assert.equal(clean(web), '<h2>Headline</h2><p>By A. Writer</p>'
    + '<p>First paragraph with a <a href="https://example.org/x?id=1">link</a>.</p><p>After two breaks</p>'
    + '<blockquote><p>A quote</p></blockquote>'
    + '<div data-block="embed" data-url="https://www.youtube.com/watch?v=dQw4w9WgXcQ"></div>'
    + '<div data-block="embed" data-url="https://twitter.com/someone/status/1234567890"></div>'
    + '<p>Our <a href="/news/politics/1/x">own article</a>, <a href="mailto:desk@example.org">mail</a>.</p>'
    + '<pre>if (a &lt; b)\n  run();</pre><p><strong>Term</strong></p><p>Its meaning</p>');
});

test('A mail laid out with tables becomes paragraphs', () => {
  assert.equal(clean(mail), '<p>Dear editor,</p><p>please find the text below.<br>Regards</p>');
});

test('Nothing that runs, loads or hides comes through', () => {
  const cleaned = clean(hostile);
  assert.doesNotMatch(cleaned, /script|onerror|onclick|javascript|<img|style=|<svg|<form|<input|class=|id=|hidden words|data:|\u202f\u0000/i);
  assert.match(cleaned, /kept words/);
});

test('Lists that go deeper than the schema are drawn up', () => {
  const deep = '<ul><li>x'.repeat(12) + '</li></ul>'.repeat(12);
  assert.equal((clean(deep).match(/x/g) ?? []).length, 12);
  clean(`<blockquote>${deep}</blockquote><table><tr><td>${deep}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`);
});

test('Pasting what was cleaned changes nothing', () => {
  for (const html of [word, wordLists, docs, sheets, mail]) {
    const once = clean(html);
    assert.equal(cleanHtml(once, parse), once);
  }
});
