import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** From one text to another by the smallest stretch that differs; null where they are the same. */
export function changeTo(state: EditorState, next: Node): Transaction | null {
  const { doc } = state;
  const start = doc.content.findDiffStart(next.content);
  if (start === null) return null;
  let { a, b } = doc.content.findDiffEnd(next.content)!;
  // Where the same letters stand on both sides of the change, both searches count them.
  const twice = start - Math.min(a, b);
  if (twice > 0) [a, b] = [a + twice, b + twice];
  const tr = state.tr.replace(start, a, next.slice(start, b));
  // A slice that does not fit as it is gets bent into place: then the whole is exchanged.
  return tr.doc.eq(next) ? tr : state.tr.replaceWith(0, doc.content.size, next.content);
}
