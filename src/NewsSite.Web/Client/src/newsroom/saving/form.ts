import type { Fields, Value } from '../document/merge';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The fields beside the text: every element with data-field, of the type in data-type: text (the default), number, flag, or
 * numbers and texts for a list, whose values are the hidden inputs within it.
 */
export class ArticleFields {
  private readonly elements: HTMLElement[];

  constructor(private readonly root: ParentNode, changed: () => void) {
    this.elements = [...root.querySelectorAll<HTMLElement>('[data-field]')];
    for (const element of this.elements) {
      element.addEventListener('input', changed);
      element.addEventListener('change', changed);
    }
  }

  read(): Fields {
    return Object.fromEntries(this.elements.map(element => [element.dataset['field']!, valueOf(element)]));
  }

  write(fields: Fields): void {
    for (const element of this.elements) {
      const name = element.dataset['field']!;
      if (name in fields && JSON.stringify(valueOf(element)) !== JSON.stringify(fields[name])) show(element, fields[name]!);
    }
  }

  label(name: string): string {
    const element = this.elements.find(each => each.dataset['field'] === name);
    return element?.dataset['label'] ?? (element ? (this.root.querySelector(`label[for="${element.id}"]`)?.textContent ?? '').trim() : name) ?? name;
  }

  /** What a value is called where it is a number of something. */
  said(name: string, value: Value): string {
    const element = this.elements.find(each => each.dataset['field'] === name);
    if (element instanceof HTMLSelectElement) return [...element.options].find(option => option.value === String(value ?? ''))?.text ?? String(value);
    if (Array.isArray(value)) return value.map(one => element?.querySelector<HTMLInputElement>(`input[value="${CSS.escape(String(one))}"]`)?.dataset['name'] ?? `#${one}`).join(', ');
    return value === null ? '' : String(value);
  }

  showErrors(errors: Record<string, string[]>, tell: (field: HTMLElement, message: string | null) => void): void {
    for (const element of this.elements) tell(element, errors[`fields.${element.dataset['field']!}`]?.join(' ') ?? null);
  }
}

function valueOf(element: HTMLElement): Value {
  switch (element.dataset['type']) {
    case 'numbers': return values(element).map(Number);
    case 'texts': return values(element);
    case 'flag': return (element as HTMLInputElement).checked;
    case 'number': return (element as Control).value === '' ? null : Number((element as Control).value);
    default: return (element as Control).value;
  }
}

const values = (list: HTMLElement): string[] => [...list.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map(input => input.value);

function show(element: HTMLElement, value: Value): void {
  if (Array.isArray(value)) element.dispatchEvent(new CustomEvent('tokens', { detail: value }));
  else if (element.dataset['type'] === 'flag') (element as HTMLInputElement).checked = value === true;
  else (element as Control).value = value === null ? '' : String(value);
  element.dispatchEvent(new Event('shown'));
}
