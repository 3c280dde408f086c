import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { el } from '../frame/dom';

/** Something that is on its way, and where between the blocks it will stand. */
interface Arrival {
  at: number;
  words: string;
}

const key = new PluginKey<DecorationSet>('arrivals');

/** A line for each picture that is being sent: it moves with the text around it and is stored nowhere. */
export function arrivals(): Extension {
  return Extension.create({
    name: 'arrivals',
    addProseMirrorPlugins: () => [new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, before) => {
          const told = tr.getMeta(key) as Arrival | { gone: Arrival } | undefined;
          const shown = before.map(tr.mapping, tr.doc);
          if (told === undefined) return shown;
          if ('gone' in told) return shown.remove(shown.find(undefined, undefined, spec => spec['arrival'] === told.gone));
          return shown.add(tr.doc, [Decoration.widget(told.at, () => el('p', { class: 'arrival', contenteditable: 'false' }, told.words), { arrival: told, side: -1, ignoreSelection: true })]);
        },
      },
      props: { decorations: state => key.getState(state) },
    })],
  });
}

/** Marks the place; what it gives back takes the line away and says where the place is now, null where it was deleted. */
export function expect(editor: Editor, at: number, words: string): () => number | null {
  const arrival: Arrival = { at, words };
  editor.view.dispatch(editor.state.tr.setMeta(key, arrival).setMeta('addToHistory', false));
  return () => {
    const place = key.getState(editor.state)?.find(undefined, undefined, spec => spec['arrival'] === arrival)[0]?.from ?? null;
    editor.view.dispatch(editor.state.tr.setMeta(key, { gone: arrival }).setMeta('addToHistory', false));
    return place;
  };
}

/** The edge between two blocks that is nearest to a height of the window. */
export function edgeAt(view: EditorView, height: number): number {
  let edge = 0;
  view.state.doc.forEach((node, offset) => {
    const block = view.nodeDOM(offset);
    if (!(block instanceof HTMLElement)) return;
    const box = block.getBoundingClientRect();
    if (height > box.top + box.height / 2) edge = offset + node.nodeSize;
  });
  return edge;
}
