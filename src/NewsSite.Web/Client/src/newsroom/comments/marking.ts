import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { FlatText } from './flat';
import type { Passage, Place } from './passage';

/** What the text must know of a comment. */
export interface Marked {
  id: number;
  passage: Passage;
  /** Resolved ones are not shown in the text. */
  isShown: boolean;
}

interface Mark extends Marked {
  /** Null: the passage is not in the text now; it may come back with undo or by being put elsewhere. */
  place: Place | null;
}

interface State {
  marks: Mark[];
  here: number | null;
  shown: DecorationSet;
}

type Told = { marks: Marked[] } | { here: number | null };

const key = new PluginKey<State>('comments');

/** Keeps commented passages in sight while the text around them and they themselves are edited; nothing of it is stored in the text. */
export function marking(seen: (id: number | null) => void): Extension {
  return Extension.create({
    name: 'comments',
    addProseMirrorPlugins: () => [new Plugin<State>({
      key,
      state: { init: () => ({ marks: [], here: null, shown: DecorationSet.empty }), apply: (tr, before, old) => next(tr, before, old) },
      props: { decorations: state => key.getState(state)!.shown },
      view: () => ({ update: (view, old) => { if (!view.state.selection.eq(old.selection)) seen(commentAt(view)); } }),
    })],
  });
}

export const tell = (view: EditorView, told: Told): void => view.dispatch(view.state.tr.setMeta(key, told).setMeta('addToHistory', false));

export const placeOf = (state: EditorState, id: number): Place | null => key.getState(state)?.marks.find(mark => mark.id === id)?.place ?? null;

/** Where every comment that is in the text is now. */
export function passagesIn(state: EditorState): Map<number, Passage> {
  const flat = new FlatText(state.doc);
  return new Map(key.getState(state)!.marks.flatMap(({ id, place }) => (place ? [[id, flat.passage(place)] as const] : [])));
}

/** The comment in whose passage the cursor is; of several the one with the fewest words. */
function commentAt(view: EditorView): number | null {
  const { from, to } = view.state.selection;
  const around = key.getState(view.state)!.marks.filter(({ place, isShown }) => isShown && place && place.from <= from && place.to >= to);
  return around.sort((left, right) => width(left) - width(right))[0]?.id ?? null;
}

const width = ({ place }: Mark): number => place!.to - place!.from;

function next(tr: Transaction, before: State, old: EditorState): State {
  const told = tr.getMeta(key) as Told | undefined;
  if (!told && !tr.docChanged) return before;
  let { marks, here } = before;
  if (tr.docChanged) marks = moved(marks, tr, old);
  if (told && 'marks' in told) marks = known(told.marks, marks, tr);
  else if (told) here = told.here;
  const shown = marks.filter(({ place, isShown, id }) => place && (isShown || id === here));
  return {
    marks, here,
    shown: DecorationSet.create(tr.doc, shown.map(({ id, place }) => Decoration.inline(place!.from, place!.to, { class: id === here ? 'remarked remarked--here' : 'remarked' }))),
  };
}

/** Each place moves with the text; one whose words are gone is looked for, because they may only have been moved. */
function moved(marks: Mark[], tr: Transaction, old: EditorState): Mark[] {
  let was: FlatText | null = null;
  let is: FlatText | null = null;
  return marks.map(mark => {
    if (mark.place) {
      const place = { from: tr.mapping.map(mark.place.from, 1), to: tr.mapping.map(mark.place.to, -1) };
      if (place.to > place.from) return { ...mark, place };
    }
    const passage = mark.place ? (was ??= new FlatText(old.doc)).passage(mark.place) : mark.passage;
    return { ...mark, passage, place: (is ??= new FlatText(tr.doc)).place(passage) };
  });
}

/** Those that are known already stay where they have moved to. */
function known(told: Marked[], marks: Mark[], tr: Transaction): Mark[] {
  let flat: FlatText | null = null;
  return told.map(mark => {
    const place = marks.find(({ id }) => id === mark.id)?.place;
    return { ...mark, place: place ?? (flat ??= new FlatText(tr.doc)).place(mark.passage) };
  });
}
