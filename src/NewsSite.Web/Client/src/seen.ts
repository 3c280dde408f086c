import { all, one } from './page';

/** More than a page shows; the server takes no longer list. */
const most = 40;

/** How long things are gathered before they are sent; leaving the page sends at once. */
const gathering = 5000;

/**
 * Counts what readers have before their eyes (data-seen="act kind/id") and what they press (data-seen-click), without a cookie: several
 * things in one beacon, each once a page.
 */
export function startSeen(): void {
  const known = new Set<string>();
  let waiting: string[] = [];
  let timer = 0;

  const send = (): void => {
    clearTimeout(timer);
    timer = 0;
    while (waiting.length) navigator.sendBeacon('/seen', waiting.splice(0, most).join('\n'));
  };
  const see = (what: string | undefined): void => {
    if (!what || known.has(what)) return;
    known.add(what);
    waiting.push(what);
    timer ||= setTimeout(send, gathering);
  };

  const eyes = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      see((target as HTMLElement).dataset['seen']);
      eyes.unobserve(target);
    }
  }, { threshold: 0.5 });
  const look = (): void => all('[data-seen]').forEach(element => eyes.observe(element));
  look();
  // The block of Top jobs turns in place.
  const list = one('[data-top-jobs] ul');
  if (list) new MutationObserver(look).observe(list, { childList: true });

  document.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest('a, button') : null;
    if (pressed) see(pressed.closest<HTMLElement>('[data-seen-click]')?.dataset['seenClick']);
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) send(); });
  addEventListener('pagehide', send);
}
