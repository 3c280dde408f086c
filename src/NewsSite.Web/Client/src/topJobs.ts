import { fragment, one, plainClick } from './page';

/** The pager of "Top jobs" turns in place: the page does not move, the focus stays on the arrow, the new page is said politely. */
export function startTopJobs(): void {
  document.addEventListener('click', event => {
    const arrow = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-turn]') : null;
    const jobs = arrow?.closest<HTMLElement>('[data-top-jobs]');
    if (!arrow || !jobs || !plainClick(event)) return;
    event.preventDefault();
    if (jobs.getAttribute('aria-busy') === 'true') return;
    turn(jobs, arrow).catch(() => location.assign(arrow.href));
  });
}

async function turn(jobs: HTMLElement, arrow: HTMLAnchorElement): Promise<void> {
  jobs.setAttribute('aria-busy', 'true');
  try {
    const page = await fragment(arrow.dataset['turn'] ?? arrow.href);
    const list = one('.top-jobs-list', jobs);
    const newList = one('.top-jobs-list', page);
    const newPager = one('.pager', page);
    const pager = one('.pager', jobs);
    if (!list || !newList || !pager || !newPager) throw new Error('The fragment of the top jobs has no list or no pager.');

    // A short last page must not pull up what lies under it, else the arrows would leave the pointer.
    const tall = list.offsetHeight;
    list.replaceChildren(...newList.children);
    if (list.offsetHeight < tall) list.style.minBlockSize = `${tall}px`;

    // The live region stays where it is and gets new words: a new one would not be read out.
    for (const part of ['.pager-previous', '.pager-next']) {
      const fresh = one(part, newPager);
      if (fresh) one(part, pager)?.replaceWith(fresh);
    }
    const status = one('.pager-page', pager);
    if (status) status.textContent = one('.pager-page', newPager)?.textContent ?? '';
    (one(`a[rel="${arrow.rel}"]`, pager) ?? one('a[rel]', pager))?.focus({ preventScroll: true });
  } finally {
    jobs.removeAttribute('aria-busy');
  }
}
