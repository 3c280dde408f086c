import { toast } from '../frame/dialog';
import { jsonOf, textsOf } from '../frame/texts';
import { Refused, request } from '../saving/exchange';
import { focusPicker } from './focus';
import { makeSizes } from './sizes';
import { Uploads } from './uploads';

/** The pages of the media library: new pictures, the point of focus, and sizes that an import left to be made. */
export function startMedia(): void {
  for (const host of document.querySelectorAll<HTMLElement>('[data-upload]:not([data-editor])')) {
    const uploads = new Uploads(textsOf(jsonOf(host.dataset['texts'])), host.dataset['upload']!, host.dataset['token'] ?? '', null);
    host.append(uploads.zone(() => {
      const next = host.dataset['next'];
      // A line that says why a file was not taken stays to be read.
      if (next && !host.querySelector('.is-wrong')) location.assign(next);
    }));
  }
  for (const host of document.querySelectorAll<HTMLElement>('[data-focus]')) {
    const { src, width, height, alt, x, y } = host.dataset;
    const [left, top] = ['focusX', 'focusY'].map(name => host.querySelector<HTMLInputElement>(`input[name="${name}"]`)!);
    host.append(focusPicker(textsOf(jsonOf(host.dataset['texts'])), { src: src!, width: Number(width), height: Number(height), alt: alt ?? '' }, { x: Number(x ?? 50), y: Number(y ?? 50) }, focus => {
      left!.value = String(focus.x);
      top!.value = String(focus.y);
    }));
  }
  document.querySelectorAll<HTMLElement>('[data-missing-sizes]').forEach(host => host.querySelector('button')?.addEventListener('click', () => void makeMissing(host)));
}

interface Awaiting {
  items: { id: number; name: string; src: string }[];
  left: number;
}

/** One picture after the other, until none is left or the page is closed; what cannot be made is named and passed over. */
async function makeMissing(host: HTMLElement): Promise<void> {
  const texts = textsOf(jsonOf(host.dataset['texts']));
  const button = host.querySelector('button')!;
  const bar = host.querySelector('progress')!;
  const say = host.querySelector('[role="status"]')!;
  button.disabled = true;
  bar.hidden = false;
  const failed: number[] = [];
  for (let done = 0; ;) {
    const { items, left } = await request<Awaiting>(`${host.dataset['missingSizes']!}?without=${failed.join(',')}`);
    if (items.length === 0) break;
    bar.max = done + left;
    for (const { id, name, src } of items) {
      say.textContent = texts('sizesOf', name, done + 1, bar.max);
      try {
        const { width, height, renditions } = await makeSizes(await (await fetch(src, { credentials: 'same-origin' })).blob());
        const form = new FormData();
        form.set('width', String(width));
        form.set('height', String(height));
        for (const { width: wide, height: high, blob } of renditions) form.append('renditions', blob, `${wide}x${high}.${blob.type === 'image/webp' ? 'webp' : 'jpg'}`);
        await request(`${host.dataset['missingSizes']!}/${id}`, { method: 'PUT', form, token: host.dataset['token'] ?? '' });
      } catch (failure) {
        failed.push(id);
        toast(`${name}: ${failure instanceof Refused ? failure.message : texts('upload-broken')}`, 'wrong');
      }
      bar.value = ++done;
    }
  }
  say.textContent = failed.length === 0 ? texts('sizesDone') : texts('sizesFailed', failed.length);
  button.disabled = false;
}
