import { all, fragment, one } from './page';

/** Ids of the jobs that a reader saved, newest first; in this browser alone. */
const KEY = 'saved-jobs';
const MOST = 100;

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string' && /^\d{1,15}$/.test(id)) : [];
  } catch {
    return []; // No storage, or somebody else's words in it.
  }
}

function write(ids: string[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids.slice(0, MOST)));
    return true;
  } catch {
    return false; // Full or forbidden: the button then stays as it was.
  }
}

export function startSavedJobs(): void {
  for (const button of all<HTMLButtonElement>('[data-save-job]')) {
    const id = button.dataset['saveJob'] ?? '';
    const words = [button.textContent ?? '', button.dataset['saved'] ?? ''];
    const show = (): void => {
      const isSaved = read().includes(id);
      button.setAttribute('aria-pressed', String(isSaved));
      button.textContent = words[isSaved ? 1 : 0] ?? '';
      for (const link of all('[data-saved-jobs]')) link.hidden = !isSaved;
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      const others = read().filter(other => other !== id);
      write(read().includes(id) ? others : [id, ...others]);
      show();
    });
    show();
  }
  const list = one('[data-saved-list]');
  if (list) void fill(list);
}

async function fill(list: HTMLElement): Promise<void> {
  const ids = read();
  const none = one('[data-saved-none]');
  const failed = one('[data-saved-failed]');
  if (ids.length === 0) {
    if (none) none.hidden = false;
    return;
  }
  try {
    list.replaceChildren(await fragment(`${list.dataset['savedList']}?ids=${ids.join('.')}`));
  } catch {
    if (failed) failed.hidden = false;
    return;
  }
  for (const item of all('[data-saved-id]', list)) {
    const remove = document.createElement('button');
    remove.className = 'button';
    remove.type = 'button';
    remove.textContent = list.dataset['remove'] ?? '';
    const title = one('a', item)?.textContent ?? '';
    remove.setAttribute('aria-label', `${remove.textContent}: ${title}`);
    remove.addEventListener('click', () => {
      write(read().filter(id => id !== item.dataset['savedId']));
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      if (next) one('a', next)?.focus();
      else if (none) none.hidden = false;
    });
    item.append(remove);
  }
  // What is gone for good is forgotten here, too.
  const shown = all('[data-saved-id]', list).map(item => item.dataset['savedId']);
  write(ids.filter(id => shown.includes(id)));
}
