import { Editor, type Extensions } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Block } from '../document/block';
import { walk } from '../document/block';
import { finish, prepare } from '../document/prepare';
import { minutesToRead, wordsOf } from '../document/words';
import { el, iconButton, settled } from '../frame/dom';
import { pasting } from '../paste/pasting';
import { arrivals } from './arrivals';
import { behaviour } from './behaviour';
import type { Desk } from './desk';
import { FindBar, finding } from './find';
import { changeTo } from './change';
import { leaveBlock } from './fields';
import { handle } from './handle';
import { vocabulary } from './nodes';
import { showShortcuts, shortcut } from './shortcuts';
import { slash } from './slash';
import { Toolbar } from './toolbar';
import { dressed } from './views';

/** What a page adds to the editor. */
export interface Addition {
  extensions: Extensions;
  tool: HTMLButtonElement;
}

/** The editor on the page: the text, its tools, and what is counted. */
export class TextEditor {
  readonly editor: Editor;
  private readonly counts = el('p', { class: 'counts' });

  constructor(host: HTMLElement, private readonly desk: Desk, document: Block, private readonly changed: () => void, addition: Addition | null = null) {
    const { texts } = desk;
    const sheet = el('div', { class: 'sheet-of-paper' });
    this.editor = new Editor({
      element: sheet,
      injectCSS: false,
      content: prepare(document),
      extensions: [...vocabulary(dressed(desk)), ...behaviour(desk), slash(desk, sheet), finding(), handle(desk, sheet), arrivals(), pasting(desk), ...(addition?.extensions ?? [])],
      editorProps: {
        attributes: { class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': texts('text'), lang: host.dataset['language'] ?? '', spellcheck: 'true' },
        handleKeyDown: (_, event) => this.key(event),
        handleDOMEvents: { mousedown: (view, event) => { if (event.target === view.dom && event.offsetY > (view.dom.lastElementChild as HTMLElement | null)!.offsetTop + (view.dom.lastElementChild as HTMLElement).offsetHeight) this.goOn(); return false; } },
      },
      onUpdate: () => {
        this.count();
        this.changed();
      },
    });
    const find = new FindBar(this.editor, texts);
    const toolbar = new Toolbar(this.editor, desk, [
      ...(addition ? [addition.tool] : []),
      iconButton('search', `${texts('find')} (${shortcut('Mod-f')})`, () => find.open()),
      iconButton('keys', `${texts('shortcuts')} (${shortcut('Mod-/')})`, () => void showShortcuts(texts)),
    ]);
    this.open = { find: () => find.open(), toolbar: () => toolbar.focus() };
    host.append(el('div', { class: 'editor-tools' }, toolbar.element, find.element), sheet, this.counts);
    this.countNow();
  }

  private readonly open: { find: () => void; toolbar: () => void };

  get document(): Block {
    return finish(this.editor.getJSON() as Block);
  }

  /** Another text in place of this one; one step of undo brings the old one back, and the cursor stays where nothing differs. */
  replace(document: Block): void {
    const { state, view } = this.editor;
    const tr = changeTo(state, state.schema.nodeFromJSON(prepare(document)));
    if (tr) view.dispatch(closeHistory(tr).setMeta('preventUpdate', true));
    this.countNow();
  }

  private goOn(): void {
    const last = this.editor.state.doc.lastChild;
    if (last && !last.isTextblock) leaveBlock(this.editor, this.editor.state.doc.content.size - last.nodeSize);
  }

  private key(event: KeyboardEvent): boolean {
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key === 'f') this.open.find();
    else if (mod && event.key === '/') void showShortcuts(this.desk.texts);
    else if (event.altKey && event.key === 'F10') this.open.toolbar();
    else return false;
    event.preventDefault();
    return true;
  }

  private readonly count = settled(() => this.countNow(), 250);

  private countNow(): void {
    const { texts, media } = this.desk;
    const { document } = this;
    const words = wordsOf(document);
    const silent = [...walk(document)].filter(block => block.type === 'picture' && !block.attrs?.['alt'] && needsAlt(media.find(block.attrs?.['media'] as number))).length;
    this.counts.replaceChildren(el('span', {}, texts('words', words)), el('span', {}, texts('minutes', minutesToRead(words))), ...(silent > 0 ? [el('span', { class: 'badge badge--warn' }, texts('picturesWithoutAlt', silent))] : []));
  }
}

const needsAlt = (item: unknown): boolean => !(item instanceof Promise) && ((item as { alt?: string } | null)?.alt ?? '') === '';
