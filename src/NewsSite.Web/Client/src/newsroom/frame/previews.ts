/** The preview's frame: what leads away from it opens beside, because no other page of ours may be framed. */
export function startPreviews(): void {
  document.querySelectorAll<HTMLIFrameElement>('iframe[data-preview]').forEach(frame => {
    frame.addEventListener('load', () => lead(frame));
    lead(frame);
  });
  document.querySelectorAll<HTMLInputElement>('input[data-select-whole]').forEach(field => field.addEventListener('focus', () => field.select()));
}

function lead(frame: HTMLIFrameElement): void {
  const page = frame.contentDocument;
  // A document that has only begun to come has no element yet; it is looked at when it is loaded.
  const root = page?.documentElement as HTMLElement | null | undefined;
  if (!page || !root || root.dataset['leads'] === 'out') return;
  root.dataset['leads'] = 'out';
  page.addEventListener('click', event => {
    const link = (event.target as Element | null)?.closest?.('a');
    // A place in the page itself is reached there.
    if (link?.href && link.href.split('#')[0] !== page.URL.split('#')[0]) link.target = '_blank';
  }, { capture: true });
  page.addEventListener('submit', event => { (event.target as HTMLFormElement).target = '_blank'; }, { capture: true });
}
