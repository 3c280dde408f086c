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

  constructor(private readonly board: HTMLElement) {
    this.lists = [...board.querySelectorAll<HTMLElement>('[data-slot]')];
    this.voice = board.querySelector('[role="status"]');
    this.revision = Number(board.dataset['revision'] ?? 0);
    this.now = this.read();
    board.addEventListener('dragstart', event => this.start(event));
    board.addEventListener('dragend', () => this.drop());
    for (const list of this.lists) list.addEventListener('dragover', event => this.over(event, list));
    board.addEventListener('keydown', event => this.key(event));
    board.addEventListener('click', event => {
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

  private readonly send = settled(async () => {
    const undo = this.board.querySelector<HTMLButtonElement>('[data-act="undo"]');
    if (undo) undo.disabled = this.past.length === 0;
    try {
      const answer = await request<{ revision: number }>(this.board.dataset['save']!, { method: 'PUT', json: { revision: this.revision, slots: this.now }, token: this.board.dataset['token'] ?? '' });
      this.revision = answer.revision;
      if (this.voice) this.voice.textContent = this.board.dataset['saved'] ?? '';
    } catch (failure) {
      toast(failure instanceof Refused ? failure.message : this.board.dataset['failed'] ?? '', 'wrong');
    }
  }, 400);
}
