import type { Editor } from '@tiptap/core';
import type { Node as Written } from '@tiptap/pm/model';
import { redo, undo } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { el, freshId } from '../frame/dom';
import { nodeRule } from '../document/schema';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Fields inside the text for a block's own words (caption, credit, title): ordinary form fields that write attributes. */
export class BlockFields {
  private readonly controls = new Map<string, Control>();

  constructor(private node: Written, private readonly editor: Editor, private readonly position: () => number | undefined) {}

  field(attribute: string, label: string, options: { hint?: string; lines?: boolean; choices?: [string, string][]; class?: string } = {}): HTMLElement {
    const rule = nodeRule(this.node.type.name)?.attrs?.[attribute];
    const id = freshId('block');
    const shared = { id, class: 'block-field', 'data-attribute': attribute, maxlength: rule?.type === 'integer' ? null : rule?.max, placeholder: options.hint ?? null, autocomplete: 'off' };
    const control: Control = options.choices
      ? el('select', { id, class: 'block-field', 'data-attribute': attribute }, ...options.choices.map(([value, name]) => el('option', { value }, name)))
      : options.lines ? el('textarea', { ...shared, rows: 1 }) : el('input', { ...shared, type: 'text' });
    control.value = this.shown(attribute);
    control.addEventListener('input', () => this.write(attribute, control.value));
    control.addEventListener('keydown', event => this.key(event as KeyboardEvent, control));
    this.controls.set(attribute, control);
    return el('div', { class: `block-row ${options.class ?? ''}`.trim() }, el('label', { class: 'block-label', for: id }, label), control);
  }

  update(node: Written): void {
    this.node = node;
    for (const [attribute, control] of this.controls) {
      const value = this.shown(attribute);
      if (control.value !== value) control.value = value;
    }
  }

  /** Whether an event belongs to a field and not to the text around it. */
  owns(event: Event): boolean {
    const target = event.target as Element | null;
    return target?.closest('.block-field, .block-bar, button, select') !== null && !/^drag|^drop/.test(event.type);
  }

  write(attribute: string, value: string | number | null): void {
    const at = this.position();
    if (at === undefined) return;
    const rule = nodeRule(this.node.type.name)?.attrs?.[attribute];
    const stored = value === '' || value === null ? null : rule?.type === 'integer' ? Number(value) : value;
    this.editor.view.dispatch(this.editor.state.tr.setNodeAttribute(at, attribute, stored));
  }

  private shown(attribute: string): string {
    const value: unknown = this.node.attrs[attribute];
    return value === null || value === undefined ? '' : String(value);
  }

  private key(event: KeyboardEvent, control: Control): void {
    const asked = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
    // One history for text and fields, so that nothing is undone out of order.
    if (asked === 'z' || asked === 'y') {
      event.preventDefault();
      (asked === 'y' || event.shiftKey ? redo : undo)(this.editor.state, this.editor.view.dispatch);
    }
    const leaves = event.key === 'Escape' || (event.key === 'Enter' && !(control instanceof HTMLTextAreaElement && event.shiftKey) && !(control instanceof HTMLSelectElement) && !event.isComposing);
    if (leaves) {
      event.preventDefault();
      event.stopPropagation();
      leaveBlock(this.editor, this.position());
    }
  }
}

/** Puts the cursor behind a block; where nothing can be written there, a paragraph is made. */
export function leaveBlock(editor: Editor, position: number | undefined): void {
  if (position === undefined) return;
  const { state } = editor;
  const outer = state.doc.resolve(position);
  const top = outer.depth === 0 ? position : outer.before(1);
  const end = top + state.doc.nodeAt(top)!.nodeSize;
  const tr = state.tr;
  if (!state.doc.nodeAt(end)?.isTextblock) tr.insert(end, state.schema.nodes['paragraph']!.create());
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  editor.view.focus();
}

/** Moves to the first field of the block in which the cursor stands. */
export function enterFields(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth + 1; depth > 0; depth--) {
    const at = depth > $from.depth ? editor.state.selection.from : $from.before(depth);
    const dom = editor.view.nodeDOM(at);
    const field = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('.block-field, .block-bar button') : null;
    if (field) {
      field.focus();
      return true;
    }
  }
  return false;
}
