import type { Editor } from '@tiptap/core';
import { closeHistory, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { Node, NodeType } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import * as tables from '@tiptap/pm/tables';
import { finish } from '../document/prepare';
import type { Block } from '../document/block';
import { askEmbed, askLink } from './asking';
import type { Desk } from './desk';
import { deleteBlock, duplicateBlock, moveBlock } from './moving';

export interface Action {
  /** Also the key of its text and the name of its icon. */
  id: string;
  group: 'turn' | 'mark' | 'list' | 'insert' | 'table' | 'block' | 'history';
  keys?: string;
  /** What someone may also type to find it, beside its name. */
  run: (editor: Editor, desk: Desk) => void;
  isOn?: (editor: Editor) => boolean;
  can?: (editor: Editor) => boolean;
}

const command = (act: Command) => (editor: Editor): void => {
  editor.view.focus();
  act(editor.state, editor.view.dispatch, editor.view);
};
const can = (act: Command) => (editor: Editor): boolean => act(editor.state);

const mark = (id: string, keys: string): Action => ({
  id, group: 'mark', keys,
  run: editor => void editor.chain().focus().toggleMark(id).run(),
  isOn: editor => editor.isActive(id),
  can: editor => editor.can().toggleMark(id),
});

const text = (id: string, type: string, attributes: Record<string, unknown>, keys: string): Action => ({
  id, group: 'turn', keys,
  run: editor => void (editor.isActive(type, attributes) && type !== 'paragraph' ? editor.chain().focus().setNode('paragraph').run() : editor.chain().focus().setNode(type, attributes).run()),
  isOn: editor => editor.isActive(type, attributes) && (type !== 'paragraph' || !editor.isActive('listItem')),
  can: editor => editor.can().setNode(type, attributes),
});

const table = (id: string, act: Command): Action => ({ id, group: 'table', run: command(act), can: can(act) });

/** Before the empty paragraph with the cursor, or behind the block with it. */
export function placeOfNext({ doc, selection }: EditorState): number {
  const { $from } = selection;
  // A cursor between two blocks.
  if ($from.depth === 0 && selection.empty) return $from.pos;
  const top = $from.depth === 0 ? $from.pos : $from.before(1);
  const here = doc.nodeAt(top);
  return here && !isEmptyLine(here) ? top + here.nodeSize : top;
}

/** Puts a block in the text, with a paragraph behind it to go on. */
export const insertBlock = (editor: Editor, block: Block): void => insertAt(editor, block, placeOfNext(editor.state));

/** Puts it between two blocks; an empty paragraph there makes room for it. Without the cursor nobody who types notices. */
export function insertAt(editor: Editor, block: Block, at: number, takesCursor = true): void {
  const { state } = editor;
  const node = state.schema.nodeFromJSON(block);
  const { nodeBefore, nodeAfter } = state.doc.resolve(at);
  const from = at - (!isEmptyLine(nodeAfter) && isEmptyLine(nodeBefore) ? nodeBefore!.nodeSize : 0);
  const to = at + (isEmptyLine(nodeAfter) ? nodeAfter!.nodeSize : 0);
  const tr = state.tr.replaceWith(from, to, node);
  const behind = from + node.nodeSize;
  if (!tr.doc.nodeAt(behind)) tr.insert(behind, state.schema.nodes['paragraph']!.create());
  if (!takesCursor) return editor.view.dispatch(closeHistory(tr));
  if (node.isAtom || node.type.name === 'gallery') tr.setSelection(node.type.name === 'horizontalRule' ? TextSelection.near(tr.doc.resolve(behind + 1)) : NodeSelection.create(tr.doc, from));
  else tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1)));
  editor.view.dispatch(closeHistory(tr).scrollIntoView());
  editor.view.focus();
}

const isEmptyLine = (node: Node | null): boolean => node?.type.name === 'paragraph' && node.content.size === 0;

const insert = (id: string, make: (editor: Editor, desk: Desk) => Block | null | Promise<Block | null>, keys?: string): Action => ({
  id, group: 'insert', ...(keys ? { keys } : {}),
  run: (editor, desk) => void Promise.resolve(make(editor, desk)).then(block => (block ? insertBlock(editor, block) : editor.commands.focus())),
});

const wrap = (id: string, type: string, keys?: string): Action => ({
  id, group: 'list', ...(keys ? { keys } : {}),
  run: editor => void editor.chain().focus().toggleList(type, 'listItem').run(),
  isOn: editor => editor.isActive(type),
});

const paragraph: Block = { type: 'paragraph' };
const row = (cell: string): Block => ({ type: 'tableRow', content: Array.from({ length: 3 }, () => ({ type: cell, content: [paragraph] })) });

export const actions: Action[] = [
  text('paragraph', 'paragraph', {}, 'Mod-Alt-0'),
  text('heading2', 'heading', { level: 2 }, 'Mod-Alt-2'),
  text('heading3', 'heading', { level: 3 }, 'Mod-Alt-3'),
  text('heading4', 'heading', { level: 4 }, 'Mod-Alt-4'),
  mark('bold', 'Mod-b'),
  mark('italic', 'Mod-i'),
  { id: 'link', group: 'mark', keys: 'Mod-k', run: (editor, desk) => void askLink(editor, desk), isOn: editor => editor.isActive('link') },
  mark('underline', 'Mod-u'),
  mark('strike', 'Mod-Shift-x'),
  mark('code', 'Mod-e'),
  mark('subscript', 'Mod-,'),
  mark('superscript', 'Mod-.'),
  wrap('bulletList', 'bulletList', 'Mod-Shift-8'),
  wrap('orderedList', 'orderedList', 'Mod-Shift-7'),
  { id: 'blockquote', group: 'list', keys: 'Mod-Shift-b', run: editor => void editor.chain().focus().toggleWrap('blockquote').run(), isOn: editor => editor.isActive('blockquote'), can: editor => editor.can().toggleWrap('blockquote') },
  { ...text('pullQuote', 'pullQuote', {}, 'Mod-Shift-p'), group: 'list' },
  insert('picture', async (_, desk) => pictures((await desk.pickPictures(false)).map(item => item.id))),
  insert('gallery', async (_, desk) => gallery((await desk.pickPictures(true)).map(item => item.id))),
  insert('table', () => ({ type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] })),
  insert('embed', async (_, desk) => {
    const url = await askEmbed(desk);
    return url === null ? null : { type: 'embed', attrs: { url } };
  }),
  insert('horizontalRule', () => ({ type: 'horizontalRule' })),
  insert('factBox', editor => ({ type: 'factBox', content: [{ type: 'paragraph', ...selectedText(editor) }] })),
  insert('relatedArticle', async (_, desk) => {
    const article = await desk.pickArticle();
    return article && { type: 'relatedArticle', attrs: { article: article.id } };
  }),
  insert('jobsBlock', () => ({ type: 'jobsBlock' })),
  text('codeBlock', 'codeBlock', {}, 'Mod-Alt-c'),
  { id: 'undo', group: 'history', keys: 'Mod-z', run: command(undo), can: editor => undoDepth(editor.state) > 0 },
  { id: 'redo', group: 'history', keys: 'Mod-Shift-z', run: command(redo), can: editor => redoDepth(editor.state) > 0 },
  table('rowBefore', tables.addRowBefore),
  table('rowAfter', tables.addRowAfter),
  table('rowDelete', tables.deleteRow),
  table('columnBefore', tables.addColumnBefore),
  table('columnAfter', tables.addColumnAfter),
  table('columnDelete', tables.deleteColumn),
  table('headerRow', tables.toggleHeader('row')),
  table('headerColumn', tables.toggleHeader('column')),
  table('cellsMerge', tables.mergeCells),
  table('cellSplit', tables.splitCell),
  table('tableDelete', tables.deleteTable),
  { id: 'moveUp', group: 'block', keys: 'Alt-Shift-ArrowUp', run: command(moveBlock(-1)), can: can(moveBlock(-1)) },
  { id: 'moveDown', group: 'block', keys: 'Alt-Shift-ArrowDown', run: command(moveBlock(1)), can: can(moveBlock(1)) },
  { id: 'duplicate', group: 'block', keys: 'Mod-Shift-d', run: command(duplicateBlock) },
  { id: 'deleteBlock', group: 'block', keys: 'Mod-Shift-Backspace', run: command(deleteBlock) },
];

export const actionOf = (id: string): Action => actions.find(action => action.id === id)!;

/** One picture stands alone; of several each stands alone too. */
function pictures(ids: readonly number[]): Block | null {
  return ids.length === 0 ? null : { type: 'picture', attrs: { media: ids[0] } };
}

export function gallery(ids: readonly number[]): Block | null {
  return ids.length === 0 ? null : { type: 'gallery', content: ids.map(id => ({ type: 'picture', attrs: { media: id } })) };
}

function selectedText(editor: Editor): { content?: Block[] } {
  const { from, to, empty, $from, $to } = editor.state.selection;
  if (empty || !$from.sameParent($to) || !$from.parent.inlineContent) return {};
  const content = finish({ type: 'doc', content: [{ type: 'paragraph', content: editor.state.doc.slice(from, to).content.toJSON() as Block[] }] }).content?.[0]?.content;
  editor.commands.deleteSelection();
  return content ? { content } : {};
}

/** Whether a block type could stand where the cursor is. */
export function fitsHere(editor: Editor, type: NodeType): boolean {
  const { $from } = editor.state.selection;
  return $from.depth === 0 || $from.node(0).type.contentMatch.matchType(type) !== null;
}
