import { Refused, request } from '../saving/exchange';
import { toast } from './dialog';
import { settled } from './dom';

/**
 * The arrangement of a front page: lists of cards that are dragged, or moved with the keyboard (Space takes up, arrows move,
 * Space puts down, Escape puts back). Every change is sent as a whole; undo is a step back in what was sent.
 */
export function startBoards(): void {
  document.querySelectorAll<HTMLElement>('[data-board]').forEach(board => new Board(board));
}

type Arrangement = Record<string, number[]>;

class Board {
  private readonly lists: HTMLElement[];
  private readonly voice: HTMLElement | null;
  private readonly past: Arrangement[] = [];
  private now: Arrangement;
  private dragged: HTMLElement | null = null;
  private lifted: HTMLElement | null = null;
  private before: Arrangement | null = null;
  private revision: number;
  private unsaved = false;
  private failed = false;
  private saving: Promise<boolean> | null = null;

  constructor(private readonly board: HTMLElement) {
    this.lists = [...board.querySelectorAll<HTMLElement>('[data-slot]')];
    this.voice = board.querySelector('[role="status"]');
    this.revision = Number(board.dataset['revision'] ?? 0);
    this.now = this.read();
    board.addEventListener('dragstart', event => this.start(event));
    board.addEventListener('dragend', event => this.drop(event));
    for (const list of this.lists) list.addEventListener('dragover', event => this.over(event, list));
    // Beside a list the card stays where it was shown last; only Escape, or letting go outside the board, puts it back.
    for (const name of ['dragover', 'drop'] as const) board.addEventListener(name, event => { if (this.dragged) event.preventDefault(); });
    board.addEventListener('keydown', event => this.key(event));
    // Moving a card in the page takes the focus from it for a moment: only where it went elsewhere the card is put down.
    board.addEventListener('focusout', () => queueMicrotask(() => { if (this.lifted && document.activeElement !== this.lifted && document.hasFocus()) this.putDown(this.lifted); }));
    // Whatever is done with the board must find its last step on the server.
    board.addEventListener('submit', event => {
      if (!this.unsaved && !this.saving) return;
      event.preventDefault();
      void this.flush().then(done => { if (done) (event.target as HTMLFormElement).requestSubmit(event.submitter); });
    });
    addEventListener('pagehide', () => { if (this.unsaved) void this.save(true); });
    addEventListener('beforeunload', event => { if (this.failed) event.preventDefault(); });
    board.addEventListener('click', event => {
      const card = (event.target as Element).closest<HTMLElement>('[data-card]');
      // A screen reader presses a button by a click that no pointer made.
      if (card && event.detail === 0 && !(event.target as Element).closest('[data-act]')) this.toggle(card);
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-board-link]');
      if (link && (this.unsaved || this.saving)) {
        event.preventDefault();
        void this.flush().then(done => { if (done) location.assign(link.href); });
      }
      const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset['act'];
      if (act === 'undo') this.undo();
      else if (act === 'remove') {
        (event.target as Element).closest('[data-card]')!.remove();
        this.hush();
        this.changed();
      }
    });
  }

  private read(): Arrangement {
    return Object.fromEntries(this.lists.map(list => [list.dataset['slot']!, [...list.querySelectorAll<HTMLElement>(':scope > [data-card]')].map(card => Number(card.dataset['card']))]));
  }

  private show(arrangement: Arrangement): void {
    const cards = new Map([...this.board.querySelectorAll<HTMLElement>('[data-card]')].map(card => [Number(card.dataset['card']), card]));
    for (const list of this.lists) for (const id of arrangement[list.dataset['slot']!] ?? []) {
      const card = cards.get(id);
      if (card) list.append(card);
    }
    this.full();
  }

  private start(event: DragEvent): void {
    this.dragged = (event.target as Element).closest('[data-card]');
    this.before = this.read();
    this.dragged?.classList.add('is-lifted');
    event.dataTransfer?.setData('text/plain', this.dragged?.dataset['card'] ?? '');
  }

  private over(event: DragEvent, list: HTMLElement): void {
    if (!this.dragged) return;
    event.preventDefault();
    const next = [...list.querySelectorAll<HTMLElement>(':scope > [data-card]')].find(card => {
      const box = card.getBoundingClientRect();
      return card !== this.dragged && event.clientY < box.top + box.height / 2;
    });
    if (next) next.before(this.dragged);
    else list.append(this.dragged);
  }

  private drop(event: DragEvent): void {
    const card = this.dragged;
    this.dragged = null;
    card?.classList.remove('is-lifted');
    if (event.dataTransfer?.dropEffect === 'none' && this.before) this.show(this.before);
    else if (card) this.lay(card, false);
  }

  private key(event: KeyboardEvent): void {
    const card = event.target instanceof HTMLElement && event.target.matches('[data-card]') ? event.target : null;
    if (!card) return;
    const list = card.parentElement!;
    const at = this.lists.indexOf(list);
    if (event.key === ' ' || event.key === 'Enter') {
      this.toggle(card);
    } else if (this.lifted !== card) {
      return;
    } else if (event.key === 'Escape') {
      this.letGo(card);
      if (this.before) this.show(this.before);
      this.say('putBack', card);
    } else {
      if (event.key === 'ArrowUp') card.previousElementSibling?.matches('[data-card]') && card.previousElementSibling.before(card);
      else if (event.key === 'ArrowDown') card.nextElementSibling?.after(card);
      else if (event.key === 'ArrowLeft' && at > 0) this.lists[at - 1]!.append(card);
      else if (event.key === 'ArrowRight' && at < this.lists.length - 1) this.lists[at + 1]!.append(card);
      else return;
      this.say('moved', card);
    }
    event.preventDefault();
    card.focus();
  }

  private toggle(card: HTMLElement): void {
    if (this.lifted === card) return this.putDown(card);
    this.lifted = card;
    this.before = this.read();
    card.setAttribute('aria-pressed', 'true');
    card.classList.add('is-lifted');
    this.say('lifted', card);
  }

  private putDown(card: HTMLElement): void {
    this.letGo(card);
    this.lay(card, true);
  }

  private letGo(card: HTMLElement): void {
    this.lifted = null;
    card.setAttribute('aria-pressed', 'false');
    card.classList.remove('is-lifted');
  }

  private say(what: string, card: HTMLElement): void {
    if (!this.voice) return;
    const list = card.parentElement!;
    const place = [...list.querySelectorAll(':scope > [data-card]')].indexOf(card) + 1;
    this.voice.textContent = textFor(this.board.dataset[what], [titleOf(card), list.dataset['name'] ?? '', String(place)]);
  }

  private hush(): void {
    if (this.voice) this.voice.textContent = '';
  }

  /** Said behind what was said last, so that neither is lost. */
  private add(words: string): void {
    const said = this.voice?.textContent ?? '';
    if (this.voice && words !== '' && !said.endsWith(words)) this.voice.textContent = `${said.replace(/[^.!?]$/, '$&.')} ${words}`.trim();
  }

  /** What no longer fits in a place goes back to the first list, which takes everything; never the card that was just put there. */
  private full(kept: HTMLElement | null = null): HTMLElement[] {
    const out: HTMLElement[] = [];
    for (const list of this.lists) {
      const most = Number(list.dataset['most'] ?? Infinity);
      const cards = [...list.querySelectorAll<HTMLElement>(':scope > [data-card]')];
      out.push(...cards.filter(card => card !== kept).slice(Math.max(0, most - (kept && cards.includes(kept) ? 1 : 0))));
    }
    for (const card of out) this.lists[0]!.prepend(card);
    for (const list of this.lists) list.dataset['empty'] = String(list.querySelector(':scope > [data-card]') === null);
    return out;
  }

  /** A card lies where it was put; what had to go for it is told. */
  private lay(card: HTMLElement, speaks: boolean): void {
    const displaced = this.full(card);
    if (speaks) this.say('dropped', card);
    else this.hush();
    for (const other of displaced) this.add(textFor(this.board.dataset['displaced'], [titleOf(other), card.parentElement!.dataset['name'] ?? '']));
    this.changed();
  }

  private changed(): void {
    const next = this.read();
    if (JSON.stringify(next) === JSON.stringify(this.now)) return;
    this.past.push(this.now);
    this.now = next;
    this.send();
  }

  private undo(): void {
    const last = this.past.pop();
    if (!last) return;
    this.hush();
    this.show(last);
    this.now = last;
    this.send();
  }

  private readonly settle = settled(() => void this.flush(), 400);

  private send(): void {
    this.unsaved = true;
    const undo = this.board.querySelector<HTMLButtonElement>('[data-act="undo"]');
    if (undo) undo.disabled = this.past.length === 0;
    this.listCards();
    this.settle();
  }

  /** Sends what is not sent yet; false where it could not be saved. */
  private async flush(): Promise<boolean> {
    while (this.saving) await this.saving;
    if (!this.unsaved) return true;
    this.saving = this.save().finally(() => { this.saving = null; });
    return await this.saving && this.flush();
  }

  /** `leaves`: the page is being left, and the request must outlive it. */
  private async save(leaves = false): Promise<boolean> {
    this.unsaved = false;
    try {
      const answer = await request<{ revision: number }>(this.board.dataset['save']!, { method: 'PUT', json: { revision: this.revision, slots: this.now }, token: this.board.dataset['token'] ?? '', keepalive: leaves });
      this.revision = answer.revision;
      for (const field of this.board.querySelectorAll<HTMLInputElement>('input[name="Revision"]')) field.value = String(answer.revision);
      this.failed = false;
      this.add(this.board.dataset['saved'] ?? '');
      return true;
    } catch (failure) {
      this.unsaved = this.failed = true;
      toast(failure instanceof Refused ? failure.message : this.board.dataset['failed'] ?? '', 'wrong');
      return false;
    }
  }

  /** Fields in which a card is chosen by name offer those that lie on the board now. */
  private listCards(): void {
    for (const field of this.board.querySelectorAll<HTMLSelectElement>('select[data-board-cards]')) {
      const lists = field.dataset['boardCards'] === 'placed' ? this.lists.slice(1) : [...this.lists.slice(1), this.lists[0]!];
      const chosen = field.value;
      field.replaceChildren(...lists.flatMap(list => [...list.querySelectorAll<HTMLElement>(':scope > [data-card]')])
        .map(card => new Option(titleOf(card), card.dataset['card'] ?? '')));
      if ([...field.options].some(option => option.value === chosen)) field.value = chosen;
    }
  }
}

const titleOf = (card: HTMLElement): string => card.querySelector('.board-title')?.textContent ?? '';

const textFor = (text: string | undefined, values: readonly string[]): string => (text ?? '').replace(/\{(\d)\}/g, (_, place: string) => values[Number(place)] ?? '');
