import { Extension, type Editor } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { el, icon } from '../frame/dom';
import { actionOf } from './actions';
import type { Desk } from './desk';

/**
 * The handle beside the block under the pointer: dragging it moves the block, a click opens what else can be done. For the
 * pointer only: the keyboard has its own keys and the toolbar for the same.
 */
class BlockHandle {
  private readonly grip: HTMLElement;
  private readonly menu: HTMLElement;
  private at: number | null = null;

  constructor(private readonly editor: Editor, private readonly desk: Desk, private readonly host: HTMLElement) {
    const { texts } = desk;
    this.grip = el('div', { class: 'grip', draggable: 'true', 'aria-hidden': 'true', hidden: true, title: texts('drag') }, icon('grip'));
    this.menu = el('div', { class: 'grip-menu', hidden: true }, ...['moveUp', 'moveDown', 'duplicate', 'deleteBlock'].map(id =>
      el('button', { type: 'button', class: 'grip-entry', onclick: () => this.act(id) }, icon(id), texts(id))));
    host.append(this.grip, this.menu);
    this.grip.addEventListener('dragstart', event => this.drag(event));
    this.grip.addEventListener('dragend', () => this.editor.view.dom.classList.remove('is-dragging'));
    this.grip.addEventListener('click', () => this.open());
    this.menu.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      this.hide();
      this.editor.view.focus();
    });
    host.addEventListener('pointermove', this.follow);
    host.addEventListener('pointerleave', () => { if (this.menu.hidden) this.grip.hidden = true; });
    document.addEventListener('pointerdown', this.away);
  }

  destroy(): void {
    document.removeEventListener('pointerdown', this.away);
    this.host.removeEventListener('pointermove', this.follow);
    this.grip.remove();
    this.menu.remove();
  }

  hide(): void {
    this.grip.hidden = true;
    this.menu.hidden = true;
  }

  private readonly follow = (event: PointerEvent): void => {
    if (!this.menu.hidden || event.buttons !== 0) return;
    const block = [...this.editor.view.dom.children].find(child => {
      const box = child.getBoundingClientRect();
      return event.clientY >= box.top - 6 && event.clientY <= box.bottom + 6;
    });
    if (!block) return;
    const inside = this.editor.view.posAtDOM(block, 0);
    const $pos = this.editor.state.doc.resolve(Math.max(0, Math.min(inside, this.editor.state.doc.content.size)));
    this.at = $pos.depth > 0 ? $pos.before(1) : $pos.pos;
    const box = block.getBoundingClientRect();
    this.grip.hidden = false;
    this.grip.style.insetBlockStart = `${box.top - this.host.getBoundingClientRect().top}px`;
  };

  private readonly away = (event: PointerEvent): void => {
    if (!this.menu.contains(event.target as Node) && !this.grip.contains(event.target as Node)) this.menu.hidden = true;
  };

  private select(): NodeSelection | null {
    if (this.at === null || !this.editor.state.doc.nodeAt(this.at)) return null;
    const selection = NodeSelection.create(this.editor.state.doc, this.at);
    this.editor.view.dispatch(this.editor.state.tr.setSelection(selection));
    return selection;
  }

  private open(): void {
    if (!this.select()) return;
    this.menu.style.insetBlockStart = this.grip.style.insetBlockStart;
    this.menu.hidden = false;
  }

  private act(id: string): void {
    this.hide();
    actionOf(id).run(this.editor, this.desk);
  }

  private drag(event: DragEvent): void {
    const selection = this.select();
    if (!selection || !event.dataTransfer) return;
    const { view } = this.editor;
    const slice = selection.content();
    const { dom, text } = view.serializeForClipboard(slice);
    event.dataTransfer.clearData();
    event.dataTransfer.setData('text/html', dom.innerHTML);
    event.dataTransfer.setData('text/plain', text);
    event.dataTransfer.effectAllowed = 'move';
    const block = view.nodeDOM(selection.from);
    if (block instanceof Element) event.dataTransfer.setDragImage(block, 0, 0);
    view.dragging = { slice, move: true, node: selection } as typeof view.dragging;
  }
}

export function handle(desk: Desk, host: HTMLElement): Extension {
  return Extension.create({
    name: 'handle',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [new Plugin({
        view: () => {
          const shown = new BlockHandle(editor, desk, host);
          return { update: (view, before) => { if (view.state.doc !== before.doc) shown.hide(); }, destroy: () => shown.destroy() };
        },
      })];
    },
  });
}
