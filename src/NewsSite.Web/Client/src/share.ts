import { all, one } from './page';

/** The device's own share sheet where there is one; else the list of links opens and closes without us. */
export function startShare(): void {
  for (const share of all('[data-share]')) {
    const native = one<HTMLButtonElement>('[data-share-native]', share);
    const list = one<HTMLDetailsElement>('details', share);
    const data = { title: share.dataset['title'] ?? document.title, url: share.dataset['url'] ?? location.href };

    if (native && list && navigator.canShare?.(data)) {
      native.hidden = false;
      list.hidden = true;
      native.addEventListener('click', () => {
        // Closing the sheet rejects too; only a sheet that never came brings the links back.
        navigator.share(data).catch((reason: unknown) => {
          if (reason instanceof DOMException && reason.name === 'AbortError') return;
          native.hidden = true;
          list.hidden = false;
          list.open = true;
        });
      });
    }

    if (list) closeWhenLeft(list);
    const copy = one<HTMLAnchorElement>('[data-copy]', share);
    if (copy && navigator.clipboard) {
      copy.addEventListener('click', event => {
        event.preventDefault();
        navigator.clipboard.writeText(copy.href).then(
          () => {
            if (list) fold(list);
            say(share, copy.dataset['copied'] ?? '');
          },
          () => location.assign(copy.href));
      });
    }
  }
}

function closeWhenLeft(list: HTMLDetailsElement): void {
  document.addEventListener('click', event => {
    if (list.open && event.target instanceof Node && !list.contains(event.target)) list.open = false;
  });
  list.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !list.open) return;
    fold(list);
  });
}

function fold(list: HTMLDetailsElement): void {
  list.open = false;
  one('summary', list)?.focus();
}

function say(share: HTMLElement, words: string): void {
  const status = one('[role="status"]', share);
  if (status) status.textContent = words;
}
