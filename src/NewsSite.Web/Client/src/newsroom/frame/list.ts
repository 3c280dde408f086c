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

  let shownFor: string | null = null;
  const look = async (): Promise<void> => {
    current?.abort();
    const { signal } = (current = new AbortController());
    const asked = words.value.trim();
    try {
      const items = await search(asked, signal);
      shownFor = asked;
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
    // Who types fast means what was typed, not what is still shown from before.
    void (shownFor === words.value.trim() ? Promise.resolve() : look()).then(() => { if (shownFor === words.value.trim()) list.querySelector('button')?.click(); });
  });
  void look();
  return ask(texts, title, [words, count, list], texts('take'), () => {
    if (chosen === null) count.textContent = texts('chooseOne');
    return chosen;
  });
}
