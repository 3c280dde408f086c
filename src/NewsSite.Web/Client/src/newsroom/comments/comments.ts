import type { Editor, Extensions } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { toast } from '../frame/dialog';
import { el, iconButton, settled } from '../frame/dom';
import type { Texts } from '../frame/texts';
import { Refused, Unreachable } from '../saving/exchange';
import { ariaKeys, shortcut } from '../writing/shortcuts';
import { cardOf, writing } from './card';
import { FlatText } from './flat';
import { marking, passagesIn, placeOf, tell } from './marking';
import type { Passage } from './passage';
import { Talk, type Thread } from './talk';

const keys = 'Mod-Alt-m';

/** Comments on passages: shown in the text, listed beside it. The panel is the element with data-comments. */
export class Comments {
  readonly extensions: Extensions = [marking(id => this.pointAt(id))];
  readonly tool: HTMLButtonElement;
  private readonly talk: Talk;
  private readonly list = el('ul', { class: 'remarks' });
  private readonly done = el('ul', { class: 'remarks' });
  private readonly doneBox: HTMLDetailsElement;
  private readonly asking = el('div');
  private readonly status = el('p', { class: 'hidden-visually', role: 'status' });
  private editor!: Editor;
  private threads: Thread[] = [];
  private shown = '';
  private here: number | null = null;

  static on(page: ParentNode, texts: Texts): Comments | null {
    const place = page.querySelector<HTMLElement>('[data-comments]');
    return place ? new Comments(place, texts) : null;
  }

  private constructor(private readonly place: HTMLElement, private readonly texts: Texts) {
    this.talk = new Talk(place.dataset['comments']!);
    this.doneBox = el('details', { hidden: true }, el('summary', {}), this.done);
    this.tool = iconButton('comment', `${this.texts('comment')} (${shortcut(keys)})`, () => this.ask(), { 'aria-keyshortcuts': ariaKeys(keys) });
    this.tool.addEventListener('mousedown', event => event.preventDefault());
    place.append(this.asking, this.status, this.list, this.doneBox);
  }

  /** From here on the editor is there. */
  attach(editor: Editor): void {
    this.editor = editor;
    editor.on('update', () => this.note());
    // Before the editor's own keys: the browser would take the letter.
    editor.view.dom.addEventListener('keydown', event => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return;
      event.preventDefault();
      this.ask();
    });
    void this.refresh();
  }

  /** How the comments stand on the server now: what is new is fetched. */
  follow(mark: string): void {
    if (mark !== this.talk.mark) void this.refresh();
    else if (!this.isWriting && JSON.stringify(this.threads) !== this.shown) this.draw();
  }

  private get isWriting(): boolean {
    return this.place.querySelector('textarea') !== null;
  }

  /** Asks for a comment on what is selected; with nothing selected it goes to the comment under the cursor. */
  private ask(): void {
    const { state } = this.editor;
    const { from, to } = state.selection;
    const passage = new FlatText(state.doc).passage({ from, to });
    if (from === to || passage.words.trim() === '') {
      const here = this.list.querySelector<HTMLElement>('.remark--here');
      if (here) this.open(here);
      else toast(this.texts('commentSelect'), 'wrong');
      return;
    }
    const leave = (): void => {
      this.asking.replaceChildren();
      this.editor.commands.focus();
    };
    const form = writing(this.texts, this.texts('commentYours'), this.texts('comment'), text => this.begin(text, passage), leave);
    this.asking.replaceChildren(el('div', { class: 'remark' }, el('p', { class: 'remark-quote' }, `“${passage.words}”`), form));
    this.open(form.querySelector('textarea')!);
  }

  private begin(text: string, passage: Passage): Promise<boolean> {
    return this.act(() => this.talk.begin(text, passage), 'commentMade');
  }

  private open(target: HTMLElement): void {
    const panel = this.place.closest('details');
    if (panel) panel.open = true;
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  /** Does something and shows what the server has then. */
  private async act(deed: () => Promise<Thread[]>, said: string): Promise<boolean> {
    try {
      this.take(await deed(), true);
      this.status.textContent = this.texts(said);
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      toast(failure instanceof Refused ? failure.message : this.texts('commentUnreachable'), 'wrong');
      return false;
    }
  }

  private async refresh(): Promise<void> {
    try {
      const before = this.shown;
      this.take(await this.talk.read(), false);
      if (before !== '' && this.shown !== before) this.status.textContent = this.texts('commentsNew');
    } catch (failure) {
      // The line above the text says what is wrong with the connection; the next round tries again.
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  }

  private take(threads: Thread[], isOwnDeed: boolean): void {
    this.threads = threads;
    const marks = threads.map(({ id, passage, resolved }) => ({ id, passage, isShown: resolved === null }));
    if (JSON.stringify(threads) === this.shown) return;
    tell(this.editor.view, { marks });
    // What somebody is writing is not taken from under their hands.
    if (!isOwnDeed && this.isWriting) return;
    this.draw();
  }

  private draw(): void {
    this.shown = JSON.stringify(this.threads);
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.closest<HTMLElement>('.remark[id]')?.id : undefined;
    const places = new Map(this.threads.map(({ id }) => [id, placeOf(this.editor.state, id)]));
    const inOrder = this.threads.toSorted((left, right) => (places.get(left.id)?.from ?? Infinity) - (places.get(right.id)?.from ?? Infinity) || left.id - right.id);
    const cards = (isDone: boolean): HTMLElement[] => inOrder.filter(thread => (thread.resolved !== null) === isDone).map(thread => cardOf(this.texts, thread, !places.get(thread.id), {
      show: ({ id }) => this.show(id),
      answer: ({ id }, text) => this.act(() => this.talk.answer(id, text), 'commentAnswered'),
      resolve: ({ id }, isResolved) => this.act(() => this.talk.resolve(id, isResolved), isResolved ? 'commentIsDone' : 'commentIsOpen'),
      remove: ({ id }) => this.act(() => this.talk.remove(id), 'commentDeleted'),
    }));
    this.list.replaceChildren(...cards(false));
    this.done.replaceChildren(...cards(true));
    this.doneBox.hidden = this.done.childElementCount === 0;
    this.doneBox.querySelector('summary')!.textContent = this.texts('commentsDone', this.done.childElementCount);
    this.lift();
    const count = this.place.closest('details')?.querySelector('[data-comments-count]');
    if (count) count.textContent = this.list.childElementCount === 0 ? '' : String(this.list.childElementCount);
    if (focused) (document.getElementById(focused) ?? this.list.querySelector<HTMLElement>('.remark') ?? this.editor.view.dom).focus();
  }

  private show(id: number): void {
    const place = placeOf(this.editor.state, id);
    if (!place) return;
    const { state, view } = this.editor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place.from, place.to)));
    this.here = id;
    tell(view, { here: id });
    this.lift();
    const dom = view.domAtPos(place.from).node;
    (dom instanceof Element ? dom : dom.parentElement)?.scrollIntoView({ block: 'center' });
    view.focus();
  }

  /** The cursor is in a commented passage, or in none. */
  private pointAt(id: number | null): void {
    if (id === this.here) return;
    this.here = id;
    queueMicrotask(() => tell(this.editor.view, { here: id }));
    this.lift();
    if (id !== null && this.place.closest('details')?.open) document.getElementById(`comment-${id}`)?.scrollIntoView({ block: 'nearest' });
  }

  private lift(): void {
    for (const card of this.place.querySelectorAll('.remark[id]')) card.classList.toggle('remark--here', card.id === `comment-${this.here}`);
  }

  /** When writing pauses, the server hears where the passages are now. */
  private readonly note = settled(() => {
    const moved = new Map([...passagesIn(this.editor.state)].filter(([id, passage]) => {
      const known = this.threads.find(thread => thread.id === id)?.passage;
      return known && JSON.stringify([known.words, known.before, known.after]) !== JSON.stringify([passage.words, passage.before, passage.after]);
    }));
    if (moved.size > 0) void this.talk.move(moved).then(threads => this.take(threads, false), () => {});
    else if (!this.isWriting) this.draw();
  }, 4000);
}
