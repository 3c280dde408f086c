import type { Editor } from '@tiptap/core';
import { getMarkRange } from '@tiptap/core';
import { providerOf } from '../document/embeds';
import { isWebAddress, tidyLink } from '../document/link';
import { ask, fieldError } from '../frame/dialog';
import { button, el, labelled } from '../frame/dom';
import type { Desk } from './desk';

/** Asks where a link leads; without a selection also what it says. */
export async function askLink(editor: Editor, desk: Desk): Promise<void> {
  const { texts } = desk;
  const type = editor.schema.marks['link']!;
  const range = getMarkRange(editor.state.selection.$from, type) ?? { from: editor.state.selection.from, to: editor.state.selection.to };
  const given = editor.getAttributes('link')['href'] as string | undefined;
  const words = editor.state.doc.textBetween(range.from, range.to, ' ');

  const address = el('input', { class: 'field', type: 'text', inputmode: 'url', value: given ?? '', maxlength: 2000, autocomplete: 'off', spellcheck: 'false', autofocus: true });
  const said = el('input', { class: 'field', type: 'text', value: words, maxlength: 300 });
  const inner = [labelled(texts('linkAddress'), address, texts('linkHint'))];
  if (words === '') inner.push(labelled(texts('linkText'), said));
  let removes = false;
  if (given !== undefined) inner.push(el('p', {}, button(texts('linkRemove'), event => {
    removes = true;
    (event.target as HTMLElement).closest('form')!.requestSubmit();
  }, ' button--small')));

  const href = await ask(texts, texts('link'), inner, texts('linkSet'), () => {
    if (removes) return '';
    const tidy = tidyLink(address.value);
    fieldError(address, tidy === null ? texts('linkWrong') : null);
    return tidy;
  });
  const chain = editor.chain().focus();
  if (href === null) return void chain.run();
  chain.setTextSelection(range);
  if (href === '') chain.unsetMark('link').run();
  else if (words === '') chain.insertContent({ type: 'text', text: said.value.trim() || href, marks: [{ type: 'link', attrs: { href } }] }).run();
  else chain.setMark('link', { href }).setTextSelection(range.to).run();
}

export function askEmbed(desk: Desk): Promise<string | null> {
  const { texts } = desk;
  const address = el('input', { class: 'field', type: 'text', inputmode: 'url', maxlength: 2000, autocomplete: 'off', spellcheck: 'false', autofocus: true });
  const known = el('p', { class: 'form-hint', role: 'status' });
  address.addEventListener('input', () => {
    const provider = providerOf(address.value.trim());
    known.textContent = address.value.trim() === '' ? '' : provider ? texts('embedKnown', provider) : texts('embedUnknown');
  });
  return ask(texts, texts('embed'), [labelled(texts('embedAddress'), address, texts('embedHint')), known], texts('insert'), () => {
    const tidy = tidyLink(address.value) ?? '';
    const right = isWebAddress(tidy);
    fieldError(address, right ? null : texts('embedWrong'));
    return right ? tidy : null;
  });
}
