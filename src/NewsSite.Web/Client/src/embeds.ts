import { all, one } from './page';

/** A foreign frame is made only when the reader asks for it, and only where the server named its address. */
export function startEmbeds(): void {
  for (const embed of all('[data-embed]')) {
    const place = one('.embed-frame', embed);
    const load = one<HTMLButtonElement>('[data-embed-load]', embed);
    const address = embed.dataset['embed'];
    if (!place || !load || !address?.startsWith('https://')) continue;

    load.hidden = false;
    load.addEventListener('click', () => {
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.title = embed.dataset['title'] ?? '';
      frame.referrerPolicy = 'strict-origin';
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups');
      frame.allowFullscreen = true;
      frame.tabIndex = 0;
      place.replaceChildren(frame);
      place.classList.add('is-loaded');
      frame.focus();
    });
  }
}
