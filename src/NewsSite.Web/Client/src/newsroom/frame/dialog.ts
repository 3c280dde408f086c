import { button, el, freshId } from './dom';
import type { Texts } from './texts';

/** A native dialog in front of the page; resolves with what `read` gives, or null when it is left. */
export function ask<T>(texts: Texts, title: string, content: readonly Node[], confirm: string, read: () => T | null, wide = false): Promise<T | null> {
  return new Promise(resolve => {
    const id = freshId('dialog');
    let answer: T | null = null;
    const form = el('form', { class: 'dialog-form', method: 'dialog', novalidate: true },
      el('div', { class: 'dialog-head' }, el('h2', { class: 'dialog-title', id }, title), el('button', { type: 'button', class: 'tool', 'aria-label': texts('close'), onclick: () => dialog.close() }, el('span', { class: 'icon icon--close', 'aria-hidden': 'true' }))),
      el('div', { class: 'dialog-body' }, ...content),
      el('div', { class: 'dialog-foot' }, button(texts('cancel'), () => dialog.close()), el('button', { class: 'button button--main' }, confirm)));
    const dialog = el('dialog', { class: wide ? 'dialog dialog--wide' : 'dialog', 'aria-labelledby': id }, form);
    form.addEventListener('submit', event => {
      event.preventDefault();
      answer = read();
      if (answer !== null) dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    const first = dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog.querySelector<HTMLElement>('.dialog-body :is(input, textarea, button)');
    first?.focus();
  });
}

/** Says beside a field what is wrong with it, and takes it back. */
export function fieldError(field: HTMLElement, message: string | null): void {
  const id = `${field.id}-error`;
  document.getElementById(id)?.remove();
  if (message === null) {
    field.removeAttribute('aria-invalid');
    describe(field, id, false);
    return;
  }
  field.setAttribute('aria-invalid', 'true');
  describe(field, id, true);
  field.after(el('p', { class: 'form-error', id, role: 'alert' }, message));
  field.focus();
}

function describe(field: HTMLElement, id: string, add: boolean): void {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(other => other !== '' && other !== id);
  if (add) ids.push(id);
  if (ids.length > 0) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}

/** A line in the corner that goes by itself; read out politely. */
export function toast(message: string, kind: 'said' | 'wrong' = 'said'): void {
  const stack = document.querySelector('.toasts') ?? document.body.appendChild(el('div', { class: 'toasts', role: 'status' }));
  const note = el('p', { class: `toast toast--${kind}` }, message);
  stack.append(note);
  setTimeout(() => note.remove(), kind === 'wrong' ? 12000 : 5000);
}
