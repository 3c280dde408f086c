import { toast } from '../frame/dialog';
import { button, el, icon } from '../frame/dom';
import type { Texts } from '../frame/texts';
import { Refused, request } from '../saving/exchange';
import type { MediaItem, MediaLibrary } from './library';
import { makeSizes, maxBytes, maxPixels, NoPicture } from './sizes';

/** Brings files into the media library: sizes are made here, one file after the other, then sent. */
export class Uploads {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly texts: Texts, private readonly address: string, private readonly token: string, private readonly library: MediaLibrary | null) {}

  /** A place to drop files on or to choose them, with a line for each file. */
  zone(taken: (items: MediaItem[]) => void): HTMLElement {
    const { texts } = this;
    const input = el('input', { type: 'file', multiple: true, accept: 'image/jpeg,image/png,image/webp,image/gif,image/avif', hidden: true });
    const list = el('ul', { class: 'upload-list', 'aria-live': 'polite' });
    const zone = el('div', { class: 'upload' }, el('p', { class: 'upload-call' }, icon('upload'), el('span', {}, texts('dropHere')), button(texts('chooseFiles'), () => input.click(), ' button--small'), input), list);
    const take = (files: FileList | undefined): void => {
      if (files) void this.send([...files], list).then(items => items.length > 0 && taken(items));
    };
    input.addEventListener('change', () => {
      take(input.files ?? undefined);
      input.value = '';
    });
    for (const name of ['dragenter', 'dragover'] as const) zone.addEventListener(name, event => {
      event.preventDefault();
      zone.classList.add('is-over');
    });
    for (const name of ['dragleave', 'drop'] as const) zone.addEventListener(name, () => zone.classList.remove('is-over'));
    zone.addEventListener('drop', event => {
      event.preventDefault();
      take(event.dataTransfer?.files);
    });
    return zone;
  }

  /** Those that arrived; what did not is said, each file by its name. */
  async send(files: readonly File[], list: HTMLElement = el('ul')): Promise<MediaItem[]> {
    const sent = await Promise.all(files.map(file => {
      const line = el('li', { class: 'upload-line' }, el('span', { class: 'upload-name' }, file.name), el('span', { class: 'upload-state' }, this.texts('uploadWaits')));
      list.append(line);
      const one = this.queue.then(() => this.one(file, line.lastElementChild as HTMLElement));
      this.queue = one;
      return one;
    }));
    const items = sent.filter(item => item !== null);
    this.library?.remember(items);
    return items;
  }

  private async one(file: File, state: HTMLElement): Promise<MediaItem | null> {
    try {
      state.textContent = this.texts('uploadSizes');
      const { width, height, renditions } = await makeSizes(file);
      const form = new FormData();
      form.set('name', file.name);
      form.set('width', String(width));
      form.set('height', String(height));
      for (const { width: wide, height: high, blob } of renditions) form.append('renditions', blob, `${wide}x${high}.${blob.type === 'image/webp' ? 'webp' : 'jpg'}`);
      state.textContent = this.texts('uploadSends');
      const item = await request<MediaItem>(this.address, { method: 'POST', form, token: this.token });
      state.textContent = this.texts('uploadDone');
      return item;
    } catch (failure) {
      const why = this.reason(failure);
      state.textContent = why;
      state.classList.add('is-wrong');
      if (!state.isConnected) toast(`${file.name}: ${why}`, 'wrong');
      return null;
    }
  }

  private reason(failure: unknown): string {
    if (failure instanceof NoPicture) return this.texts(`upload-${failure.reason}`, maxBytes / 1024 / 1024, maxPixels / 1e6);
    return failure instanceof Refused ? failure.message : this.texts('uploadFailed');
  }
}
