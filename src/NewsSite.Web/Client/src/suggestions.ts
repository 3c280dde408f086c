import { all } from './page';

interface Suggestion { text: string; kind: string; href?: string }

const pause = 120;

/** Suggestions under a search box while somebody types: the combobox pattern of WAI-ARIA with a list that stays beside the focus. */
export function startSuggestions(): void {
  for (const input of all<HTMLInputElement>('[data-suggest]')) new Box(input);
}

class Box {
  private readonly list = document.createElement('ul');
  private readonly status = document.createElement('span');
  private found: Suggestion[] = [];
  private chosen = -1;
  private typed = '';
  private waiting = 0;
  private asking: AbortController | null = null;

  constructor(private readonly input: HTMLInputElement) {
    this.list.id = `${input.id}-list`;
    this.list.className = 'suggestions';
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', input.dataset['suggestName'] ?? '');
    this.status.className = 'hidden-visually';
    this.status.setAttribute('role', 'status');
    input.after(this.list, this.status);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', this.list.id]] as const) input.setAttribute(name, value);

    input.addEventListener('input', event => { if (!(event as InputEvent).isComposing) this.wait(); });
    input.addEventListener('compositionend', () => this.wait());
    input.addEventListener('keydown', event => this.key(event));
    input.addEventListener('blur', () => this.close());
    // A press must not take the focus from the box, else the list would close before it is a click.
    this.list.addEventListener('pointerdown', event => event.preventDefault());
    this.list.addEventListener('click', event => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
      if (option) this.take(Number(option.dataset['at']));
    });
  }

  private wait(): void {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.typed = this.input.value;
    if (this.typed.trim().length < 2) this.close();
    else this.waiting = window.setTimeout(() => { void this.ask(); }, pause);
  }

  private async ask(): Promise<void> {
    const asking = this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.input.dataset['suggest']}&q=${encodeURIComponent(this.typed.trim())}`, { signal: asking.signal, credentials: 'omit' });
      const found = answer.ok ? (await answer.json() as { suggestions: Suggestion[] }).suggestions : [];
      if (!asking.signal.aborted && document.activeElement === this.input) this.show(found);
    } catch {
      // A newer question has taken its place, or the network is away: the box works without.
    }
  }

  private show(found: Suggestion[]): void {
    this.found = found;
    this.chosen = -1;
    this.list.replaceChildren(...found.map((suggestion, at) => this.option(suggestion, at)));
    this.open(found.length > 0);
    const { suggestNone = '', suggestOne = '', suggestMany = '' } = this.input.dataset;
    this.status.textContent = found.length === 0 ? suggestNone : found.length === 1 ? suggestOne : suggestMany.replace('{0}', String(found.length));
  }

  private option(suggestion: Suggestion, at: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${at}`;
    option.dataset['at'] = String(at);
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const kind = document.createElement('span');
    kind.textContent = suggestion.kind;
    option.append(suggestion.text, ' ', kind);
    return option;
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isOpen = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen && this.found.length === 0) return;
      event.preventDefault();
      this.open(this.found.length > 0);
      const count = this.found.length + 1;
      // The box itself is one of the places: there what was typed comes back.
      this.point((this.chosen + 1 + (event.key === 'ArrowDown' ? 1 : -1) + count) % count - 1);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      this.input.value = this.typed;
      this.close();
    } else if (event.key === 'Enter' && isOpen && this.chosen >= 0) {
      event.preventDefault();
      this.take(this.chosen);
    }
  }

  private point(at: number): void {
    this.chosen = at;
    all('[role="option"]', this.list).forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === at));
      if (place === at) option.scrollIntoView({ block: 'nearest' });
    });
    this.input.value = this.found[at]?.text ?? this.typed;
    if (at < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.list.id}-${at}`);
  }

  private take(at: number): void {
    const suggestion = this.found[at];
    if (!suggestion) return;
    this.input.value = suggestion.text;
    this.close();
    if (suggestion.href) location.assign(suggestion.href);
    else if (this.input.dataset['suggestStays'] !== 'true') this.input.form?.requestSubmit();
  }

  private open(isOpen: boolean): void {
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) this.input.removeAttribute('aria-activedescendant');
  }

  private close(): void {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.found = [];
    this.chosen = -1;
    this.status.textContent = '';
    this.open(false);
  }
}
