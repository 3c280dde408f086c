import { Extension, type Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { providerOf } from '../document/embeds';
import { pastedAddress, withoutTracking } from '../document/link';
import { gallery, insertAt, insertBlock, placeOfNext } from '../writing/actions';
import { edgeAt, expect } from '../writing/arrivals';
import type { Desk } from '../writing/desk';
import { cleanHtml } from './clean';
import { muted } from './style';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Characters that no text may hold, or that nobody sees. */
const unsound = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;

/** Everything that comes in by paste or drop goes through here. */
export function pasting(desk: Desk): Extension {
  return Extension.create({
    name: 'pasting',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [new Plugin({
        props: {
          // What the editor itself put on the clipboard carries its own blocks; it is read by the same strict rules.
          transformPastedHTML: html => (/data-pm-slice=/.test(html) ? muted(html.replace(unsound, '')) : cleanHtml(html, parse, desk.origin)),
          transformPastedText: text => text.normalize('NFC').replace(unsound, ''),
          handlePaste: (_, event) => takeFiles(editor, desk, event.clipboardData, () => placeOfNext(editor.state)) || takeAddress(editor, event.clipboardData),
          handleDrop: (_, event, _slice, moved) => !moved && takeFiles(editor, desk, event.dataTransfer, () => edgeAt(editor.view, event.clientY)),
        },
      })];
    },
  });
}

/** Pictures stand where they were dropped or pasted, whatever is written while they are sent. */
function takeFiles(editor: Editor, desk: Desk, data: DataTransfer | null, where: () => number): boolean {
  const files = [...(data?.files ?? [])].filter(file => file.type.startsWith('image/'));
  // Office programs add a picture of the text to the text.
  if (files.length === 0 || data?.types.includes('text/html') && (data.getData('text/plain').trim() !== '')) return false;
  const words = `${files.map(file => file.name).join(', ')} ${desk.texts('uploadSends')}`;
  const { doc, selection } = editor.state;
  const arrive = expect(editor, where(), words);
  desk.announce(words);
  void desk.uploadPictures(files).then(items => {
    if (editor.isDestroyed) return;
    const at = arrive();
    // Typing over a picture that has just come would take it away again.
    const isWaitedFor = editor.view.hasFocus() && editor.state.doc === doc && editor.state.selection.eq(selection);
    const ids = items.map(item => item.id);
    const block = ids.length === 1 ? { type: 'picture', attrs: { media: ids[0] } } : gallery(ids);
    if (block) insertAt(editor, block, at ?? placeOfNext(editor.state), isWaitedFor);
  });
  return true;
}

/** An address alone: over words it links them, on an empty line it becomes what it shows, elsewhere a link. */
function takeAddress(editor: Editor, data: DataTransfer | null): boolean {
  const given = pastedAddress(data?.getData('text/plain') ?? '');
  if (given === null || editor.isActive('codeBlock')) return false;
  const href = withoutTracking(given);
  const { empty, $from } = editor.state.selection;
  if (!empty) return editor.chain().setMark('link', { href }).run();
  if (providerOf(href) !== null && $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0) {
    insertBlock(editor, { type: 'embed', attrs: { url: href } });
    return true;
  }
  return editor.commands.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] });
}
