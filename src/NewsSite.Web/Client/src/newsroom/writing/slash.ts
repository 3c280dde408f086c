import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { el, freshId, icon } from '../frame/dom';
import { actionOf, type Action } from './actions';
import type { Desk } from './desk';
import { shortcut } from './shortcuts';

const offered = ['heading2', 'heading3', 'heading4', 'bulletList', 'orderedList', 'blockquote', 'pullQuote', 'picture', 'gallery', 'table', 'embed', 'factBox', 'relatedArticle', 'jobsBlock', 'horizontalRule', 'codeBlock', 'paragraph'];

interface Asked {
  from: number;
  to: number;
  words: string;
}

/** What is asked now, and where a question was left by Escape. */
interface Slashed {
  asked: Asked | null;
  left: number | null;
}

const key = new PluginKey<Slashed>('slash');

/** "/" at the start of a paragraph, and what was typed behind it. */
function askedIn(state: EditorState): Asked | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\n');
  const match = /^\/([^/\s][^/]{0,24}|)$/.exec(before);
  return match ? { from: $from.start(), to: $from.pos, words: match[1]! } : null;
}

/** Small letters without accents, so that "tete" finds "Tête". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A list that is typed into: the cursor stays in the text, the list says which entry is meant. */
export class SlashMenu {
  private readonly list = el('div', { class: 'slash', role: 'listbox', hidden: true, id: freshId('slash') });
  private entries: Action[] = [];
  private at = 0;
  private asked: Asked | null = null;

  constructor(private readonly editor: Editor, private readonly desk: Desk, host: HTMLElement) {
    this.list.setAttribute('aria-label', desk.texts('insertBlock'));
    host.append(this.list);
    this.list.addEventListener('mousedown', event => {
      event.preventDefault();
      const index = [...this.list.children].indexOf((event.target as Element).closest('[role="option"]')!);
      if (index >= 0) this.choose(index);
    });
  }

  show(asked: Asked | null): void {
    this.asked = asked;
    const words = plain(asked?.words ?? '');
    const { texts } = this.desk;
    this.entries = asked === null ? [] : offered.map(actionOf).filter(({ id }) => words.split(/\s+/).every(word => plain(`${texts(id)} ${texts(`${id}Also`)} ${id}`).includes(word)));
    if (this.entries.length === 0) return this.hide();
    this.at = 0;
    this.list.replaceChildren(...this.entries.map((action, index) => el('div', { class: 'slash-entry', role: 'option', id: `${this.list.id}-${index}`, 'aria-selected': 'false' },
      icon(action.id), el('span', {}, texts(action.id)), action.keys ? el('kbd', {}, shortcut(action.keys)) : null)));
    this.list.hidden = false;
    this.place(asked!);
    this.mark();
    this.desk.announce(texts('slashCount', this.entries.length));
  }

  hide(): void {
    this.list.hidden = true;
    const dom = this.editor.view.dom;
    for (const name of ['aria-activedescendant', 'aria-controls']) dom.removeAttribute(name);
  }

  key(event: KeyboardEvent): boolean {
    if (this.list.hidden || event.isComposing) return false;
    const last = this.entries.length - 1;
    if (event.key === 'ArrowDown') this.at = this.at === last ? 0 : this.at + 1;
    else if (event.key === 'ArrowUp') this.at = this.at === 0 ? last : this.at - 1;
    else if (event.key === 'Enter' || event.key === 'Tab') {
      this.choose(this.at);
      return true;
    } else if (event.key === 'Escape') {
      this.editor.view.dispatch(this.editor.state.tr.setMeta(key, 'left'));
      return true;
    } else return false;
    this.mark();
    return true;
  }

  destroy(): void {
    this.list.remove();
  }

  private mark(): void {
    [...this.list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === this.at)));
    this.list.children[this.at]?.scrollIntoView({ block: 'nearest' });
    const dom = this.editor.view.dom;
    dom.setAttribute('aria-controls', this.list.id);
    dom.setAttribute('aria-activedescendant', `${this.list.id}-${this.at}`);
  }

  private choose(index: number): void {
    const { asked } = this;
    const action = this.entries[index];
    if (!asked || !action) return;
    this.hide();
    this.editor.chain().focus().deleteRange({ from: asked.from, to: asked.to }).run();
    action.run(this.editor, this.desk);
  }

  private place({ from }: Asked): void {
    const cursor = this.editor.view.coordsAtPos(from);
    const host = this.list.offsetParent?.getBoundingClientRect() ?? new DOMRect();
    const height = this.list.offsetHeight;
    const below = cursor.bottom + height + 8 < innerHeight || cursor.top < height;
    this.list.style.insetBlockStart = `${(below ? cursor.bottom + 4 : cursor.top - height - 4) - host.top}px`;
    this.list.style.insetInlineStart = `${Math.max(0, Math.min(cursor.left - host.left, host.width - this.list.offsetWidth))}px`;
  }
}

export function slash(desk: Desk, host: HTMLElement): Extension {
  return Extension.create({
    name: 'slash',
    priority: 1100,
    addProseMirrorPlugins() {
      let menu: SlashMenu | null = null;
      const { editor } = this;
      return [new Plugin<Slashed>({
        key,
        state: {
          init: () => ({ asked: null, left: null }),
          apply: (tr, before, _, state) => {
            const asked = askedIn(state);
            if (tr.getMeta(key) === 'left') return { asked: null, left: asked?.from ?? null };
            const left = before.left === null ? null : asked?.from === tr.mapping.map(before.left) ? asked.from : null;
            // Opened by typing only, not by walking past.
            const opens = asked !== null && left === null && (tr.docChanged || before.asked?.from === asked.from);
            return { asked: opens ? asked : null, left };
          },
        },
        view: () => {
          menu = new SlashMenu(editor, desk, host);
          return {
            update: (view, before) => {
              const now = key.getState(view.state)!.asked;
              const was = key.getState(before)!.asked;
              if (now !== was) menu!.show(now);
            },
            destroy: () => menu?.destroy(),
          };
        },
        props: {
          handleKeyDown: (_, event) => menu?.key(event) ?? false,
          handleDOMEvents: { blur: () => { menu?.hide(); return false; } },
        },
      })];
    },
  });
}
