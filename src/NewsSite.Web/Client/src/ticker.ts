import { all, one, onStillnessChange, slide, wantsStillness } from './page';

const pauseBetween = 5000;

/** "Latest news" moves on by one headline, unless it is paused, pointed at, focused, out of sight, or stillness is wanted. */
export function startTicker(): void {
  const ticker = one('[data-ticker]');
  const row = ticker && one('.ticker-list', ticker);
  const controls = ticker && one('.ticker-controls', ticker);
  const toggle = ticker && one<HTMLButtonElement>('[data-ticker-toggle]', ticker);
  if (!ticker || !row || !controls || !toggle) return;

  let playing = !wantsStillness();
  let held = false;

  const step = (by: 1 | -1): void => {
    const starts = all('li', row).map(item => item.offsetLeft);
    const here = row.scrollLeft;
    const atEnd = here + row.clientWidth >= row.scrollWidth - 2;
    const target = by > 0
      ? (atEnd ? 0 : starts.find(start => start > here + 4))
      : (here <= 4 ? row.scrollWidth : starts.findLast(start => start < here - 4));
    slide(row, target ?? 0);
  };

  const show = (): void => {
    toggle.setAttribute('aria-label', (playing ? toggle.dataset['pause'] : toggle.dataset['play']) ?? '');
    one('.icon', toggle)?.classList.toggle('icon--pause', playing);
    one('.icon', toggle)?.classList.toggle('icon--play', !playing);
  };

  toggle.addEventListener('click', () => { playing = !playing; show(); });
  one('[data-ticker-previous]', ticker)?.addEventListener('click', () => step(-1));
  one('[data-ticker-next]', ticker)?.addEventListener('click', () => step(1));
  onStillnessChange(() => { playing = !wantsStillness(); show(); });

  for (const event of ['pointerenter', 'focusin', 'touchstart']) ticker.addEventListener(event, () => { held = true; }, { passive: true });
  for (const event of ['pointerleave', 'focusout']) ticker.addEventListener(event, () => { held = ticker.matches(':focus-within'); });

  show();
  controls.hidden = false;
  setInterval(() => { if (playing && !held && !document.hidden) step(1); }, pauseBetween);
}
