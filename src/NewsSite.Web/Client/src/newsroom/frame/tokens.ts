import { Refused, request, Unreachable } from '../saving/exchange';
import { toast } from './dialog';
import { el, freshId, icon, settled } from './dom';

interface Suggestion {
  id: number;
  name: string;
}

/** Authors and tags: names in a row with a field behind them that suggests while one types. */
export function startTokens(): void {
  document.querySelectorAll<HTMLElement>('[data-tokens]').forEach(host => new Tokens(host));
}

class Tokens {
  private readonly list: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly options: HTMLElement;
  private found: (Suggestion | string)[] = [];
  private at = -1;
  /** What was typed when the suggestions came. */
  private foundFor = '';
  private readonly voice = el('span', { class: 'hidden-visually', role: 'status' });
  private current: AbortController | null = null;

  constructor(private readonly host: HTMLElement) {
    this.list = host.querySelector('ul')!;
    this.input = host.querySelector('input[type="text"]')!;
    this.options = el('div', { class: 'token-options', role: 'listbox', id: freshId('options'), hidden: true, 'aria-label': host.dataset['label'] ?? '' });
    host.append(this.options, this.voice);
    for (const [name, value] of [['role', 'combobox'], ['aria-expanded', 'false'], ['aria-controls', this.options.id], ['aria-autocomplete', 'list'], ['autocomplete', 'off']]) this.input.setAttribute(name!, value!);
    this.input.addEventListener('input', event => event.stopPropagation());
    this.input.addEventListener('input', settled(() => void this.look(), 150));
    this.input.addEventListener('keydown', event => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => this.close(), 150));
    host.addEventListener('click', event => {
      const remove = (event.target as Element).closest('[data-remove]');
      if (!remove) return;
      remove.closest('li')!.remove();
      this.changed();
      this.input.focus();
    });
    host.addEventListener('tokens', event => this.show((event as CustomEvent<number[]>).detail));
  }

  private get ids(): number[] {
    return [...this.list.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map(input => Number(input.value));
  }

  private async look(): Promise<void> {
    const words = this.input.value.trim();
    this.current?.abort();
    if (words === '') return this.close();
    const { signal } = (this.current = new AbortController());
    try {
      const { items } = await request<{ items: Suggestion[] }>(`${this.host.dataset['search']!}?q=${encodeURIComponent(words)}`, { signal });
      const known = this.ids;
      this.found = items.filter(({ id }) => !known.includes(id));
      if (this.host.dataset['create'] && !items.some(({ name }) => name.toLowerCase() === words.toLowerCase())) this.found.push(words);
      this.at = this.found.length > 0 ? 0 : -1;
      this.foundFor = words;
      this.draw();
    } catch {
      if (!signal.aborted) this.close();
    }
  }

  private draw(): void {
    this.options.replaceChildren(...this.found.map((item, index) => el('div', {
      role: 'option', class: 'token-option', id: `${this.options.id}-${index}`, 'aria-selected': String(index === this.at),
      onmousedown: (event: MouseEvent) => {
        event.preventDefault();
        void this.take(index);
      },
    }, typeof item === 'string' ? (this.host.dataset['createText'] ?? '{0}').replace('{0}', item) : item.name)));
    this.options.hidden = this.found.length === 0;
    this.input.setAttribute('aria-expanded', String(!this.options.hidden));
    if (this.at >= 0) this.input.setAttribute('aria-activedescendant', `${this.options.id}-${this.at}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private close(): void {
    this.found = [];
    this.foundFor = '';
    this.at = -1;
    this.draw();
  }

  /** Enter and comma mean what was typed, whether its suggestions have come or not; a name as it was typed goes before the others. */
  private async enter(): Promise<void> {
    const words = this.input.value.trim();
    if (words !== '' && this.foundFor !== words) {
      await this.look();
      if (this.foundFor !== words || this.input.value.trim() !== words) return;
      const exact = this.found.findIndex(item => (typeof item === 'string' ? item : item.name).toLowerCase() === words.toLowerCase());
      if (exact < 0) return;
      this.at = exact;
    }
    await this.take(this.at);
  }

  private key(event: KeyboardEvent): void {
    const { length } = this.found;
    if (event.key === 'ArrowDown' && length > 0) this.at = (this.at + 1) % length;
    else if (event.key === 'ArrowUp' && length > 0) this.at = (this.at - 1 + length) % length;
    else if ((event.key === 'Enter' || event.key === ',') && (this.at >= 0 || this.input.value !== '')) void this.enter();
    else if (event.key === 'Escape' && length > 0) this.close();
    else if (event.key === 'Backspace' && this.input.value === '') {
      if (this.list.lastElementChild === null) return;
      this.list.lastElementChild.remove();
      this.changed();
    } else return;
    event.preventDefault();
    this.draw();
  }

  private async take(index: number): Promise<void> {
    const item = this.found[index];
    if (item === undefined) return;
    this.input.value = '';
    this.close();
    try {
      this.add(typeof item === 'string' ? await request<Suggestion>(this.host.dataset['create']!, { method: 'POST', json: { name: item }, token: this.host.dataset['token'] ?? '' }) : item);
      this.voice.textContent = typeof item === 'string' ? item : item.name;
      this.changed();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      // What was typed is not lost.
      if (this.input.value === '' && typeof item === 'string') this.input.value = item;
      toast(failure instanceof Refused ? failure.message : this.host.dataset['failed'] ?? '', 'wrong');
    }
  }

  private add({ id, name }: Suggestion): void {
    this.list.append(el('li', { class: 'token' }, el('input', { type: 'hidden', name: this.host.dataset['name'] ?? '', value: id, 'data-name': name }), el('span', {}, name),
      el('button', { type: 'button', class: 'token-remove', 'data-remove': true, 'aria-label': (this.host.dataset['removeText'] ?? '{0}').replace('{0}', name) }, icon('close'))));
  }

  /** Another list in its place; names that are not known here are asked for. */
  private show(ids: readonly number[]): void {
    const before = new Map([...this.list.children].map(item => [Number(item.querySelector('input')!.value), item]));
    const unknown = ids.filter(id => !before.has(id));
    this.list.replaceChildren();
    for (const id of ids) {
      const item = before.get(id);
      if (item) this.list.append(item);
      else this.add({ id, name: `#${id}` });
    }
    if (unknown.length > 0) void request<{ items: Suggestion[] }>(`${this.host.dataset['search']!}?ids=${unknown.join(',')}`).then(({ items }) => {
      for (const { id, name } of items) {
        const input = this.list.querySelector<HTMLInputElement>(`input[value="${id}"]`);
        if (input) [input.dataset['name'], input.nextElementSibling!.textContent] = [name, name];
      }
    }, () => {});
  }

  private changed(): void {
    this.host.dispatchEvent(new Event('change'));
  }
}
