import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { button, el, iconButton, labelled } from '../frame/dom';
import type { Texts } from '../frame/texts';

interface Search {
  words: string;
  exact: boolean;
  at: number;
}

export interface Hit {
  from: number;
  to: number;
}

interface Found {
  search: Search;
  hits: Hit[];
  shown: DecorationSet;
}

const key = new PluginKey<Found>('find');

/** Every place in the text, never across blocks. */
export function hitsIn(doc: Node, words: string, exact: boolean): Hit[] {
  if (words === '') return [];
  const hits: Hit[] = [];
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]").replace(/["“”]/g, '["“”]').replace(/ /g, '[ \u00a0\u202f]'), exact ? 'gu' : 'giu');
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc');
    for (const match of text.matchAll(pattern)) hits.push({ from: position + 1 + match.index, to: position + 1 + match.index + match[0].length });
    return false;
  });
  return hits;
}

export function finding(): Extension {
  return Extension.create({
    name: 'find',
    addProseMirrorPlugins: () => [new Plugin<Found>({
      key,
      state: {
        init: () => ({ search: { words: '', exact: false, at: -1 }, hits: [], shown: DecorationSet.empty }),
        apply: (tr, before) => {
          const asked = tr.getMeta(key) as Search | undefined;
          if (!asked && (!tr.docChanged || before.search.words === '')) return before;
          const search = asked ?? before.search;
          const hits = hitsIn(tr.doc, search.words, search.exact);
          const shown = DecorationSet.create(tr.doc, hits.map((hit, index) => Decoration.inline(hit.from, hit.to, { class: index === search.at ? 'hit hit--here' : 'hit' })));
          return { search, hits, shown };
        },
      },
      props: { decorations: state => key.getState(state)!.shown },
    })],
  });
}

/** Find and replace, in a bar above the text. */
export class FindBar {
  readonly element: HTMLElement;
  private readonly words = el('input', { class: 'field', type: 'text', autocomplete: 'off', spellcheck: 'false' });
  private readonly other = el('input', { class: 'field', type: 'text', autocomplete: 'off' });
  private readonly exact = el('input', { type: 'checkbox' });
  private readonly count = el('p', { class: 'find-count', role: 'status' });

  constructor(private readonly editor: Editor, private readonly texts: Texts) {
    const buttons = [
      iconButton('previous', texts('findPrevious'), () => this.step(-1)), iconButton('next', texts('findNext'), () => this.step(1)),
      button(texts('replaceOne'), () => this.replaceOne(), ' button--small'), button(texts('replaceAll'), () => this.replaceAll(), ' button--small'),
      iconButton('close', texts('close'), () => this.close()),
    ];
    this.element = el('div', { class: 'find', role: 'search', 'aria-label': texts('find'), hidden: true },
      labelled(texts('findWhat'), this.words), labelled(texts('replaceWith'), this.other),
      el('label', { class: 'check' }, this.exact, texts('findExact')), el('div', { class: 'find-buttons' }, this.count, ...buttons));
    this.words.addEventListener('input', () => this.look(0));
    this.exact.addEventListener('change', () => this.look(0));
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === this.words) this.step(event.shiftKey ? -1 : 1);
      else if (event.key === 'Enter' && event.target === this.other) this.replaceOne();
      else return;
      event.preventDefault();
    });
  }

  open(): void {
    const { from, to } = this.editor.state.selection;
    const selected = this.editor.state.doc.textBetween(from, to, ' ');
    this.element.hidden = false;
    if (selected !== '' && selected.length < 100) this.words.value = selected;
    this.words.focus();
    this.words.select();
    this.look(0);
  }

  close(): void {
    this.element.hidden = true;
    this.set(-1, '');
    this.editor.view.focus();
  }

  private get hits(): Hit[] {
    return key.getState(this.editor.state)!.hits;
  }

  private set(at: number, words = this.words.value): void {
    this.editor.view.dispatch(this.editor.state.tr.setMeta(key, { words, exact: this.exact.checked, at }).setMeta('addToHistory', false));
  }

  private look(at: number): void {
    this.set(at);
    const { hits } = this;
    this.count.textContent = this.words.value === '' ? '' : hits.length === 0 ? this.texts('findNone') : this.texts('findCount', Math.min(at, hits.length - 1) + 1, hits.length);
    const hit = hits[at];
    if (!hit) return;
    this.editor.view.dispatch(this.editor.state.tr.setSelection(TextSelection.create(this.editor.state.doc, hit.from, hit.to)).setMeta('addToHistory', false));
    const dom = this.editor.view.domAtPos(hit.from).node;
    (dom instanceof Element ? dom : dom.parentElement)?.scrollIntoView({ block: 'center' });
  }

  private step(by: 1 | -1): void {
    const { hits } = this;
    if (hits.length === 0) return this.look(0);
    const at = key.getState(this.editor.state)!.search.at;
    this.look((at + by + hits.length) % hits.length);
  }

  private replaceOne(): void {
    const at = Math.max(0, key.getState(this.editor.state)!.search.at);
    const hit = this.hits[at];
    if (!hit) return;
    this.put([hit]);
    this.look(Math.min(at, this.hits.length - 1));
  }

  private replaceAll(): void {
    const { hits } = this;
    this.put(hits);
    this.look(-1);
    this.count.textContent = this.texts('replacedCount', hits.length);
  }

  /** From the end, so that the places before stay where they are; the marks of each place stay too. */
  private put(hits: readonly Hit[]): void {
    const tr = this.editor.state.tr;
    for (const { from, to } of hits.toReversed()) {
      const marks = tr.doc.resolve(from + 1).marks();
      if (this.other.value === '') tr.delete(from, to);
      else tr.replaceWith(from, to, this.editor.schema.text(this.other.value, marks));
    }
    this.editor.view.dispatch(tr);
  }
}
