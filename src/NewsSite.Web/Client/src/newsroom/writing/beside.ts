import { button } from '../frame/dom';
import type { Desk } from './desk';

/** What stands beside the text and needs the library or the list of articles: the hero picture, the link to a translation. */
export function startBeside(root: ParentNode, desk: Desk): void {
  root.querySelectorAll<HTMLElement>('[data-hero]').forEach(host => startHero(host, desk));
  root.querySelectorAll<HTMLInputElement>('[data-pick-article]').forEach(field => field.after(button(field.dataset['pickArticle']!, () => {
    void desk.pickArticle(field.dataset['pickTitle']).then(item => {
      if (!item) return;
      field.value = String(item.id);
      field.focus();
    });
  }, ' button--small')));
}

/** The picture above the text: its number in a hidden field, which a save takes along and another's text may change. */
function startHero(host: HTMLElement, desk: Desk): void {
  const field = host.querySelector<HTMLInputElement>('input[data-field]')!;
  const image = host.querySelector('img')!;
  const choose = host.querySelector<HTMLButtonElement>('[data-hero-choose]')!;
  const remove = host.querySelector<HTMLButtonElement>('[data-hero-remove]')!;
  const caption = host.dataset['hero'] ? document.querySelector<HTMLTextAreaElement>(host.dataset['hero']) : null;

  const show = async (): Promise<void> => {
    const id = Number(field.value);
    const item = id > 0 ? await desk.media.find(id) : null;
    if (Number(field.value) !== id) return;
    image.hidden = item === null;
    remove.hidden = id === 0;
    choose.textContent = choose.dataset[id > 0 ? 'change' : 'choose'] ?? '';
    if (caption) caption.placeholder = item?.caption ?? '';
    if (item) [image.src, image.alt, image.width, image.height] = [item.src, item.alt, item.width, item.height];
    else image.removeAttribute('src');
  };
  const set = (id: number | null): void => {
    field.value = id === null ? '' : String(id);
    field.dispatchEvent(new Event('change'));
    void show();
  };
  field.addEventListener('shown', () => void show());
  choose.addEventListener('click', () => void desk.pickPictures(false).then(([item]) => { if (item) set(item.id); }));
  remove.addEventListener('click', () => {
    set(null);
    choose.focus();
  });
}
