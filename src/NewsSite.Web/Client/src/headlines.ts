import { all, fragment, one, plainClick } from './page';

/** "View more" goes on to older headlines in place. */
export function startHeadlines(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-more]') : null;
    const list = link?.closest<HTMLElement>('[data-headlines]');
    if (!link || !list || !plainClick(event)) return;
    event.preventDefault();
    if (link.getAttribute('aria-busy') === 'true') return;
    link.setAttribute('aria-busy', 'true');
    more(link, list).catch(() => location.assign(link.href));
  });
}

async function more(link: HTMLAnchorElement, list: HTMLElement): Promise<void> {
  const older = await fragment(link.dataset['more'] ?? link.href);
  const first = one<HTMLAnchorElement>('.headline', older);
  const next = one('[data-more]', older);

  continueDay(list, older);
  link.before(...all('.headlines-day, .headlines-list', older));
  if (next) link.replaceWith(next);
  else link.remove();
  first?.focus({ preventScroll: true });
}

/** Where the fragment begins within the day that the list ends with, its first headlines join that day. */
function continueDay(list: HTMLElement, older: DocumentFragment): void {
  const lastDay = all('.headlines-day', list).at(-1);
  const firstDay = one('.headlines-day', older);
  const same = lastDay && firstDay && one('time', lastDay)?.getAttribute('datetime') === one('time', firstDay)?.getAttribute('datetime');
  const from = one('.headlines-list', older);
  if (!same || !from) return;
  all('.headlines-list', list).at(-1)?.append(...from.children);
  from.remove();
  firstDay.remove();
}
