type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

/** An element with attributes, listeners (on…) and children. Texts become text nodes, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as unknown as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false) as (Node | string)[]);
  return element;
}

export function icon(name: string): HTMLElement {
  return el('span', { class: `icon icon--${name}`, 'aria-hidden': 'true' });
}

export function iconButton(name: string, label: string, act: (event: MouseEvent) => void, attributes: Attributes = {}): HTMLButtonElement {
  return el('button', { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick: act, ...attributes }, icon(name));
}

export function button(label: string, act: (event: MouseEvent) => void, kind = ''): HTMLButtonElement {
  return el('button', { type: 'button', class: `button${kind}`, onclick: act }, label);
}

let made = 0;
export const freshId = (stem: string): string => `${stem}-${++made}`;

/** A label and its field, one below the other; the caller keeps the field. */
export function labelled(label: string, field: HTMLElement, hint = ''): HTMLElement {
  field.id ||= freshId('field');
  const note = hint === '' ? null : el('p', { class: 'form-hint', id: `${field.id}-hint` }, hint);
  if (note) field.setAttribute('aria-describedby', note.id);
  return el('div', { class: 'form-row' }, el('label', { class: 'form-label', for: field.id }, label), note, field);
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Calls once the calls have stopped coming. */
export function settled<A extends unknown[]>(act: (...values: A) => void, milliseconds: number): (...values: A) => void {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => act(...values), milliseconds);
  };
}
