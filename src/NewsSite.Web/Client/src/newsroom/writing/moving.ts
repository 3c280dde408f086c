import { closeHistory } from '@tiptap/pm/history';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';

const rows = new Set(['doc', 'bulletList', 'orderedList', 'gallery', 'factBox']);

interface Piece {
  parent: Node;
  index: number;
  from: number;
  node: Node;
}

/** What moves as one: the innermost block of a list, gallery, box or of the text itself that holds the cursor. */
function* pieces(state: EditorState): Generator<Piece> {
  const { $from } = state.selection;
  const selected = state.selection instanceof NodeSelection;
  for (let depth = $from.depth; depth >= 0; depth--) {
    const parent = $from.node(depth);
    if (!rows.has(parent.type.name)) continue;
    const index = $from.index(depth);
    if (index >= parent.childCount) continue;
    if (depth === $from.depth && !selected) continue;
    yield { parent, index, from: $from.posAtIndex(index, depth), node: parent.child(index) };
  }
}

/** Moves it one place up or down among its like; from the edge of a list, the whole list. */
export function moveBlock(direction: -1 | 1): (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean {
  return (state, dispatch) => {
    for (const { parent, index, from, node } of pieces(state)) {
      const other = parent.maybeChild(index + direction);
      if (!other) continue;
      if (dispatch) dispatch(swap(state, { from, node, other, direction }));
      return true;
    }
    return false;
  };
}

function swap(state: EditorState, { from, node, other, direction }: { from: number; node: Node; other: Node; direction: -1 | 1 }): Transaction {
  const tr = state.tr;
  const shift = direction < 0 ? -other.nodeSize : other.nodeSize;
  const start = direction < 0 ? from - other.nodeSize : from;
  const pair = direction < 0 ? [node, other] : [other, node];
  tr.replaceWith(start, start + node.nodeSize + other.nodeSize, pair);
  const { selection } = state;
  const moved = selection instanceof NodeSelection
    ? NodeSelection.create(tr.doc, selection.from + shift)
    : TextSelection.between(tr.doc.resolve(selection.anchor + shift), tr.doc.resolve(Math.max(from + shift, Math.min(selection.head + shift, from + shift + node.nodeSize))));
  return alone(tr.setSelection(moved).scrollIntoView());
}

/** A step of undo by itself: neither what was typed just before nor the move before it goes with it. */
const alone = (tr: Transaction): Transaction => closeHistory(tr);

/** Takes the block with the cursor away. */
export function deleteBlock(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const top = topBlock(state.selection.$from);
  if (!top) return false;
  if (dispatch) {
    const tr = state.tr.delete(top.from, top.from + top.node.nodeSize);
    if (tr.doc.childCount === 0 || tr.doc.content.size === 0) tr.insert(0, state.schema.nodes['paragraph']!.create());
    dispatch(alone(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(top.from, tr.doc.content.size)))).scrollIntoView()));
  }
  return true;
}

export function duplicateBlock(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const top = topBlock(state.selection.$from);
  if (!top) return false;
  dispatch?.(alone(state.tr.insert(top.from + top.node.nodeSize, top.node).scrollIntoView()));
  return true;
}

export function topBlock($pos: ResolvedPos): { from: number; node: Node } | null {
  if ($pos.depth > 0) return { from: $pos.before(1), node: $pos.node(1) };
  return $pos.nodeAfter ? { from: $pos.pos, node: $pos.nodeAfter } : null;
}
