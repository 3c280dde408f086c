import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../src/newsroom/document/block';
import { problemOf } from '../src/newsroom/document/check';
import { isAllowedLink, pastedAddress, tidyLink, withoutTracking } from '../src/newsroom/document/link';
import { pageOfFrame, providerOf } from '../src/newsroom/document/embeds';
import { minutesToRead, wordsIn } from '../src/newsroom/document/words';
import { finish, prepare } from '../src/newsroom/document/prepare';
import { fingerprint } from '../src/newsroom/document/block';
import { examples } from './examples';

for (const example of examples('valid')) {
  test(`The check takes ${example.name}`, () => assert.equal(problemOf(example.document), null));
  test(`Opening and storing leaves ${example.name} as it was`, () => {
    const stored = finish(prepare(example.document as Block));
    assert.equal(problemOf(stored), null);
    assert.equal(fingerprint(stored), fingerprint(finish(prepare(stored))));
  });
}

for (const example of examples('invalid')) {
  test(`The check refuses ${example.name} at its place`, () => assert.equal(problemOf(example.document)?.place, example.place));
}

test('A typed link becomes an address', () => {
  assert.equal(tidyLink(' example.org/x '), 'https://example.org/x');
  assert.equal(tidyLink('http://example.org'), 'http://example.org');
  assert.equal(tidyLink('desk@example.org'), 'mailto:desk@example.org');
  assert.equal(tidyLink('+32 2 555 01 01'), 'tel:+3225550101');
  assert.equal(tidyLink('/news/politics'), '/news/politics');
  for (const bad of ['', 'javascript:alert(1)', 'data:text/html,x', '//evil.example', 'two words', 'word', 'ftp://example.org', 'https:example.org', '\\\\evil']) assert.equal(tidyLink(bad), null, bad);
});

test('Tracking and detours are taken off a link', () => {
  assert.equal(withoutTracking('https://example.org/a?utm_source=x&b=1&fbclid=2'), 'https://example.org/a?b=1');
  assert.equal(withoutTracking('https://www.google.com/url?q=https://example.org/a%3Futm_medium%3Dx&sa=D&ust=1'), 'https://example.org/a');
  assert.equal(withoutTracking('https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=05'), 'https://example.org/');
  assert.equal(withoutTracking('https://www.google.com/url?q=javascript:alert(1)'), 'https://www.google.com/url?q=javascript:alert(1)');
  assert.equal(withoutTracking('https://example.org/a?b=%20'), 'https://example.org/a?b=%20');
});

test('Addresses of known places are recognised', () => {
  const known: [string, string][] = [
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'YouTube'], ['https://youtu.be/dQw4w9WgXcQ?t=3', 'YouTube'], ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'YouTube'],
    ['https://vimeo.com/76979871', 'Vimeo'], ['https://x.com/someone/status/1234567890', 'X'], ['https://twitter.com/a/status/1', 'X'],
    ['https://bsky.app/profile/a.bsky.social/post/3k2a', 'Bluesky'], ['https://mastodon.social/@Gargron/109252111498807689', 'Mastodon'],
    ['https://www.instagram.com/p/CxYz_12345/', 'Instagram'], ['https://www.openstreetmap.org/#map=15/50.8467/4.3525', 'OpenStreetMap'],
    ['https://www.google.com/maps/place/Brussels/@50.8,4.3,12z', 'Google Maps'], ['https://maps.app.goo.gl/abc', 'Google Maps'], ['https://www.google.co.uk/maps?q=x', 'Google Maps'],
  ];
  for (const [address, name] of known) assert.equal(providerOf(address), name, address);
  for (const address of ['https://example.org/', 'https://www.youtube.com/', 'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', 'javascript:alert(1)', 'https://x.com/someone', 'https://notgoogle.com/maps']) assert.equal(providerOf(address), null, address);
  assert.equal(pageOfFrame('//www.youtube.com/embed/dQw4w9WgXcQ?rel=0'), 'https://www.youtube.com/watch?v=dQw4w9WgXcQ');
  assert.equal(pageOfFrame('https://ads.example/frame'), null);
});

test('Only a whole address counts as a pasted address', () => {
  assert.equal(pastedAddress(' https://example.org/a\n'), 'https://example.org/a');
  assert.equal(pastedAddress('see https://example.org'), null);
  assert.equal(pastedAddress('https://user:word@example.org'), null);
  assert.equal(isAllowedLink('https://example.org/a b'), true);
});

test('Words are counted as the server counts them', () => {
  assert.equal(wordsIn("L'homme d’État, vice-premier: 3,5 % — ja"), 6);
  assert.equal(wordsIn(' – … '), 0);
  assert.equal(minutesToRead(0), 1);
  assert.equal(minutesToRead(440), 2);
});

test('What was not chosen is not stored', () => {
  const document = { type: 'doc', content: [
    { type: 'gallery', content: [{ type: 'picture', attrs: { media: null } }] },
    { type: 'picture', attrs: { media: 3, alt: '', caption: null } },
    { type: 'embed', attrs: { url: null } },
    { type: 'paragraph' },
  ] };
  assert.deepEqual(finish(document), { type: 'doc', content: [{ type: 'picture', attrs: { media: 3 } }] });
});
