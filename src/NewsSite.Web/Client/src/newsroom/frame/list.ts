import { el, settled } from './dom';
import { ask } from './dialog';
import type { Texts } from './texts';

/** A dialog in which one thing is looked up by words and taken. */
export function lookUp<T>(texts: Texts, title: string, search: (words: string, signal: AbortSignal) => Promise<T[]>, show: (item: T) => HTMLElement): Promise<T | null> {
  let chosen: T | null = null;
  let current: AbortController | null = null;
  const words = el('input', { class: 'field', type: 'search', 'aria-label': texts('searchWords'), placeholder: texts('searchWords'), autocomplete: 'off', autofocus: true });
  const count = el('p', { class: 'form-hint', role: 'status' });
  const list = el('ul', { class: 'lookup' });

  const look = async (): Promise<void> => {
    current?.abort();
    const { signal } = (current = new AbortController());
    try {
      const items = await search(words.value.trim(), signal);
      count.textContent = items.length === 0 ? texts('nothingFound') : texts('foundCount', items.length);
      list.replaceChildren(...items.map(item => el('li', {}, el('button', {
        type: 'button', class: 'lookup-item',
        onclick: (event: MouseEvent) => {
          chosen = item;
          (event.target as HTMLElement).closest('form')!.requestSubmit();
        },
      }, show(item)))));
    } catch {
      if (!signal.aborted) count.textContent = texts('searchFailed');
    }
  };
  words.addEventListener('input', settled(() => void look(), 200));
  words.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.querySelector('button')?.click();
  });
  void look();
  return ask(texts, title, [words, count, list], texts('take'), () => {
    if (chosen === null) count.textContent = texts('chooseOne');
    return chosen;
  });
}
