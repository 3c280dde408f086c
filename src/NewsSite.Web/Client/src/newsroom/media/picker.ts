import { ask } from '../frame/dialog';
import { button, el, labelled, settled } from '../frame/dom';
import type { Texts } from '../frame/texts';
import type { MediaItem, MediaLibrary } from './library';
import type { Uploads } from './uploads';

/** The media library in a dialog: look, choose, or bring new pictures. */
export function pickPictures(texts: Texts, library: MediaLibrary, uploads: Uploads, many: boolean): Promise<MediaItem[]> {
  const chosen = new Map<number, MediaItem>();
  let current: AbortController | null = null;
  let next: string | null = null;
  const words = el('input', { class: 'field', type: 'search', maxlength: 200, autocomplete: 'off', autofocus: true });
  const count = el('p', { class: 'form-hint', role: 'status' });
  const grid = el('ul', { class: 'media-grid' });
  const more = button(texts('more'), () => void look(next), ' button--small');

  const only = (item: MediaItem): void => {
    for (const other of grid.querySelectorAll('[aria-pressed="true"]')) other.setAttribute('aria-pressed', 'false');
    for (const id of [...chosen.keys()]) if (id !== item.id) chosen.delete(id);
  };
  const tile = (item: MediaItem): HTMLElement => {
    const press = el('button', { type: 'button', class: 'media-tile', 'aria-pressed': String(chosen.has(item.id)), onclick: () => {
      if (!many) only(item);
      if (chosen.delete(item.id)) press.setAttribute('aria-pressed', 'false');
      else {
        chosen.set(item.id, item);
        press.setAttribute('aria-pressed', 'true');
      }
      count.textContent = texts('chosenCount', chosen.size);
    }, ondblclick: () => {
      chosen.set(item.id, item);
      press.closest('form')!.requestSubmit();
    } },
      el('img', { src: item.src, width: item.width, height: item.height, alt: item.alt, loading: 'lazy', decoding: 'async', 'data-focus-x': Math.round((item.focus?.x ?? 50) / 10), 'data-focus-y': Math.round((item.focus?.y ?? 50) / 10) }),
      el('span', { class: 'media-name' }, item.caption || item.name), item.alt === '' ? el('span', { class: 'badge badge--warn' }, texts('noAlt')) : null, item.warning ? el('span', { class: 'badge badge--wrong' }, item.warning) : null);
    return el('li', {}, press);
  };

  const look = async (page: string | null): Promise<void> => {
    current?.abort();
    const { signal } = (current = new AbortController());
    try {
      const found = await library.search(words.value.trim(), page, signal);
      if (page === null) grid.replaceChildren();
      grid.append(...found.items.map(tile));
      next = found.next;
      more.hidden = next === null;
      count.textContent = grid.childElementCount === 0 ? texts('nothingFound') : texts('foundCount', grid.childElementCount);
    } catch {
      if (!signal.aborted) count.textContent = texts('searchFailed');
    }
  };

  words.addEventListener('input', settled(() => void look(null), 200));
  words.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  more.hidden = true;
  void look(null);
  const brought = uploads.zone(items => {
    for (const item of items) {
      if (!many) only(item);
      chosen.set(item.id, item);
      grid.prepend(tile(item));
    }
    count.textContent = texts('chosenCount', chosen.size);
  });
  return ask(texts, texts(many ? 'pickPictures' : 'pickPicture'), [brought, labelled(texts('searchPictures'), words), count, grid, more], texts('take'), () => {
    if (chosen.size === 0) count.textContent = texts('chooseOne');
    return chosen.size === 0 ? null : [...chosen.values()];
  }, true).then(items => items ?? []);
}
