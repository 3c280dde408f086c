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
  private before: Arrangement | null = null;
  private revision: number;
  private unsaved = false;
  private saving: Promise<boolean> | null = null;

  constructor(private readonly board: HTMLElement) {
    this.lists = [...board.querySelectorAll<HTMLElement>('[data-slot]')];
    this.voice = board.querySelector('[role="status"]');
    this.revision = Number(board.dataset['revision'] ?? 0);
    this.now = this.read();
    board.addEventListener('dragstart', event => this.start(event));
    board.addEventListener('dragend', () => this.drop());
    for (const list of this.lists) list.addEventListener('dragover', event => this.over(event, list));
    board.addEventListener('keydown', event => this.key(event));
    // Whatever is done with the board must find its last step on the server.
    board.addEventListener('submit', event => {
      if (!this.unsaved && !this.saving) return;
      event.preventDefault();
      void this.flush().then(done => { if (done) (event.target as HTMLFormElement).requestSubmit(event.submitter); });
    });
    board.addEventListener('click', event => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-board-link]');
      if (link && (this.unsaved || this.saving)) {
        event.preventDefault();
        void this.flush().then(done => { if (done) location.assign(link.href); });
      }
      const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset['act'];
      if (act === 'undo') this.undo();
      else if (act === 'remove') {
        (event.target as Element).closest('[data-card]')!.remove();
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

  private drop(): void {
    this.dragged?.classList.remove('is-lifted');
    this.dragged = null;
    this.changed();
  }

  private key(event: KeyboardEvent): void {
    const card = event.target instanceof HTMLElement && event.target.matches('[data-card]') ? event.target : null;
    if (!card) return;
    const lifted = card.getAttribute('aria-pressed') === 'true';
    const list = card.parentElement!;
    const at = this.lists.indexOf(list);
    if (event.key === ' ' || event.key === 'Enter') {
      card.setAttribute('aria-pressed', String(!lifted));
      card.classList.toggle('is-lifted', !lifted);
      if (lifted) this.changed();
      else this.before = this.read();
      this.say(lifted ? 'dropped' : 'lifted', card);
    } else if (!lifted) {
      return;
    } else if (event.key === 'Escape') {
      card.setAttribute('aria-pressed', 'false');
      card.classList.remove('is-lifted');
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

  private say(what: string, card: HTMLElement): void {
    if (!this.voice) return;
    const list = card.parentElement!;
    const place = [...list.querySelectorAll(':scope > [data-card]')].indexOf(card) + 1;
    this.voice.textContent = (this.board.dataset[what] ?? '').replace('{0}', card.querySelector('.board-title')?.textContent ?? '').replace('{1}', list.dataset['name'] ?? '').replace('{2}', String(place));
  }

  /** What no longer fits in a place goes on in the first list, which takes everything. */
  private full(): void {
    for (const list of this.lists) {
      const most = Number(list.dataset['most'] ?? Infinity);
      const cards = [...list.querySelectorAll<HTMLElement>(':scope > [data-card]')];
      for (const card of cards.slice(most)) this.lists[0]!.prepend(card);
      list.dataset['empty'] = String(cards.length === 0);
    }
  }

  private changed(): void {
    this.full();
    const next = this.read();
    if (JSON.stringify(next) === JSON.stringify(this.now)) return;
    this.past.push(this.now);
    this.now = next;
    this.send();
  }

  private undo(): void {
    const last = this.past.pop();
    if (!last) return;
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
    this.saving = this.save();
    const saved = await this.saving;
    this.saving = null;
    return saved && this.flush();
  }

  private async save(): Promise<boolean> {
    this.unsaved = false;
    try {
      const answer = await request<{ revision: number }>(this.board.dataset['save']!, { method: 'PUT', json: { revision: this.revision, slots: this.now }, token: this.board.dataset['token'] ?? '' });
      this.revision = answer.revision;
      for (const field of this.board.querySelectorAll<HTMLInputElement>('input[name="Revision"]')) field.value = String(answer.revision);
      if (this.voice) this.voice.textContent = this.board.dataset['saved'] ?? '';
      return true;
    } catch (failure) {
      this.unsaved = true;
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
        .map(card => new Option(card.querySelector('.board-title')?.textContent ?? '', card.dataset['card'] ?? '')));
      if ([...field.options].some(option => option.value === chosen)) field.value = chosen;
    }
  }
}
