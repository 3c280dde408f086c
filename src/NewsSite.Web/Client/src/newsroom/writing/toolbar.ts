import type { Editor } from '@tiptap/core';
import { isInTable } from '@tiptap/pm/tables';
import { el, iconButton } from '../frame/dom';
import { actionOf, actions, type Action } from './actions';
import type { Desk } from './desk';
import { ariaKeys, shortcut } from './shortcuts';

const groups = [
  ['paragraph', 'heading2', 'heading3', 'heading4'],
  ['bold', 'italic', 'link', 'underline', 'strike', 'code', 'subscript', 'superscript'],
  ['bulletList', 'orderedList', 'blockquote', 'pullQuote'],
  ['picture', 'gallery', 'table', 'embed', 'factBox', 'relatedArticle', 'jobsBlock', 'horizontalRule'],
  ['moveUp', 'moveDown', 'undo', 'redo'],
];

/** One stop for the Tab key; the arrow keys walk along it. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly buttons = new Map<HTMLButtonElement, Action>();
  private readonly tableTools: HTMLElement;

  constructor(private readonly editor: Editor, private readonly desk: Desk, extra: HTMLButtonElement[]) {
    const { texts } = desk;
    this.tableTools = this.group(texts('table'), actions.filter(action => action.group === 'table'));
    this.tableTools.hidden = true;
    this.element = el('div', { class: 'toolbar', role: 'toolbar', 'aria-label': texts('toolbar') },
      ...groups.map((ids, index) => this.group(texts(`tools${index + 1}`), ids.map(actionOf))),
      el('div', { class: 'tools', role: 'group', 'aria-label': texts('tools6') }, ...extra), this.tableTools);
    this.element.addEventListener('keydown', event => this.key(event));
    this.element.addEventListener('focusin', event => this.stop(event.target as HTMLElement));
    this.stop(this.stops()[0]!);
    editor.on('transaction', () => this.refresh());
    editor.on('focus', () => this.refresh());
    this.refresh();
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private group(label: string, group: Action[]): HTMLElement {
    return el('div', { class: 'tools', role: 'group', 'aria-label': label }, ...group.map(action => {
      const name = this.desk.texts(action.id);
      const made = iconButton(action.id, name, () => {
        if (made.getAttribute('aria-disabled') !== 'true') action.run(this.editor, this.desk);
      }, { ...(action.keys ? { 'aria-keyshortcuts': ariaKeys(action.keys) } : {}), ...(action.isOn ? { 'aria-pressed': 'false' } : {}) });
      if (action.keys) made.title = `${name} (${shortcut(action.keys)})`;
      // The selection in the text stays.
      made.addEventListener('mousedown', event => event.preventDefault());
      this.buttons.set(made, action);
      return made;
    }));
  }

  private waiting = 0;

  private refresh(): void {
    if (this.waiting !== 0) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      if (this.editor.isDestroyed) return;
      this.tableTools.hidden = !isInTable(this.editor.state);
      for (const [shown, action] of this.buttons) {
        if (action.group === 'table' && this.tableTools.hidden) continue;
        if (action.isOn) shown.setAttribute('aria-pressed', String(action.isOn(this.editor)));
        if (action.can) shown.setAttribute('aria-disabled', String(!action.can(this.editor)));
      }
      if (document.activeElement === document.body) this.stop(this.stops()[0]!);
    });
  }

  private stops(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('button')].filter(stop => !stop.closest('[hidden]'));
  }

  private stop(current: HTMLElement): void {
    for (const stop of this.element.querySelectorAll<HTMLElement>('button')) stop.tabIndex = stop === current ? 0 : -1;
  }

  private key(event: KeyboardEvent): void {
    const stops = this.stops();
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const to = event.key === 'ArrowRight' ? (at + 1) % stops.length : event.key === 'ArrowLeft' ? (at - 1 + stops.length) % stops.length : event.key === 'Home' ? 0 : event.key === 'End' ? stops.length - 1 : -1;
    if (event.key === 'Escape') this.editor.view.focus();
    else if (to >= 0) stops[to]!.focus();
    else return;
    event.preventDefault();
  }
}
