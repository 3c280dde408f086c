import { all, one, slide } from './page';

/** Buttons for a strip of pictures that scrolls and snaps by itself. */
export function startGalleries(): void {
  for (const gallery of all('[data-gallery]')) {
    const strip = one('.gallery-strip', gallery);
    const buttons = one('.gallery-buttons', gallery);
    const previous = one('[data-gallery-previous]', gallery);
    const next = one('[data-gallery-next]', gallery);
    if (!strip || !buttons || !previous || !next) continue;

    const step = (by: 1 | -1): void => {
      const starts = all(':scope > li', strip).map(item => item.offsetLeft - strip.offsetLeft);
      const here = strip.scrollLeft;
      const target = by > 0 ? starts.find(start => start > here + 4) : starts.findLast(start => start < here - 4);
      if (target !== undefined) slide(strip, target);
    };

    const show = (): void => {
      previous.setAttribute('aria-disabled', String(strip.scrollLeft <= 4));
      next.setAttribute('aria-disabled', String(strip.scrollLeft + strip.clientWidth >= strip.scrollWidth - 4));
    };

    previous.addEventListener('click', () => step(-1));
    next.addEventListener('click', () => step(1));
    strip.addEventListener('scroll', show, { passive: true });
    show();
    buttons.hidden = false;
  }
}
