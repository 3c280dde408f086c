import { all, one } from './page';

/** After the last key. */
const pause = 1500;

/** Sends what is typed into a form to be kept, a moment after the last key and when the page is left. No words stand here, they come with the page. */
export function startKeeping(): void {
  for (const form of all<HTMLFormElement>('form[data-keep]')) new Keeper(form);
}

class Keeper {
  private waiting = 0;
  private isChanged = false;
  private readonly status: HTMLElement | null;

  constructor(private readonly form: HTMLFormElement) {
    this.status = one('[data-keep-status]', form);
    form.addEventListener('input', () => this.wait());
    form.addEventListener('change', () => this.wait());
    form.addEventListener('submit', () => { window.clearTimeout(this.waiting); this.isChanged = false; });
    // The page may never come back: a beacon is sent even so.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.isChanged) {
        navigator.sendBeacon(this.address, this.fields());
        this.isChanged = false;
      }
    });
  }

  private get address(): string {
    return this.form.dataset['keep']!;
  }

  private fields(): URLSearchParams {
    return new URLSearchParams([...new FormData(this.form)].flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : []));
  }

  private wait(): void {
    this.isChanged = true;
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.send(), pause);
  }

  private async send(): Promise<void> {
    this.isChanged = false;
    const isKept = await fetch(this.address, { method: 'POST', body: this.fields(), credentials: 'same-origin' }).then(answer => answer.ok, () => false);
    if (!isKept) this.isChanged = true;
    if (this.status) this.status.textContent = (isKept ? this.form.dataset['kept'] : this.form.dataset['notKept']) ?? '';
  }
}
