import { Extension, InputRule, textblockTypeInputRule, wrappingInputRule, markInputRule, type Editor, type Extensions } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, TextSelection, type Command } from '@tiptap/pm/state';
import { addRowAfter, goToNextCell, isInTable, tableEditing } from '@tiptap/pm/tables';
import { schema as rules } from '../document/schema';
import { actions, insertBlock } from './actions';
import type { Desk } from './desk';
import { enterFields, leaveBlock } from './fields';

const run = (command: Command) => ({ editor }: { editor: Editor }): boolean => command(editor.state, editor.view.dispatch, editor.view);

/** Keys, rules while typing, history, and the bounds that the schema sets beyond ProseMirror's. */
export function behaviour(desk: Desk): Extensions {
  return [
    Extension.create({ name: 'keys', priority: 200, addKeyboardShortcuts: () => keys(desk) }),
    Extension.create({ name: 'typing', addInputRules() { return typing(this.editor); } }),
    Extension.create({
      name: 'plugins',
      addProseMirrorPlugins: () => [history({ depth: 400, newGroupDelay: 600 }), dropCursor({ class: 'drop-cursor', width: 2, color: false }), gapCursor(), tableEditing(), bounds()],
    }),
  ];
}

function keys(desk: Desk): Record<string, (props: { editor: Editor }) => boolean> {
  const marks = new Set(Object.keys(rules.marks).filter(name => name !== 'link'));
  const own = Object.fromEntries(actions.filter(action => action.keys && !marks.has(action.id)).map(action => [action.keys!, ({ editor }: { editor: Editor }) => {
    action.run(editor, desk);
    return true;
  }]));
  return {
    ...own,
    'Mod-y': own['Mod-Shift-z']!,
    'Shift-Enter': ({ editor }) => !editor.isActive('codeBlock') && editor.commands.insertContent({ type: 'hardBreak' }),
    'Alt-Enter': ({ editor }) => enterFields(editor),
    Enter: ({ editor }) => onBlock(editor) || (editor.isActive('listItem') && editor.commands.splitListItem('listItem')) || leaveQuote(editor),
    'Mod-Enter': ({ editor }) => {
      leaveBlock(editor, editor.state.selection.$from.depth === 0 ? editor.state.selection.from : editor.state.selection.$from.before(1));
      return true;
    },
    Tab: ({ editor }) => nextCell(editor) || (editor.isActive('listItem') && editor.commands.sinkListItem('listItem')),
    'Shift-Tab': ({ editor }) => run(goToNextCell(-1))({ editor }) || (editor.isActive('listItem') && editor.commands.liftListItem('listItem')),
    Backspace: ({ editor }) => backToParagraph(editor),
  };
}

/** Behind the last cell a row is added, as Word does it; Ctrl+Enter leads out of the table. */
function nextCell(editor: Editor): boolean {
  const next = run(goToNextCell(1));
  return next({ editor }) || (isInTable(editor.state) && run(addRowAfter)({ editor }) && next({ editor }));
}

/** Enter on a picture or a card goes into its fields. */
function onBlock(editor: Editor): boolean {
  return editor.state.selection instanceof NodeSelection && (enterFields(editor) || (leaveBlock(editor, editor.state.selection.from), true));
}

/** An empty line at the end of a quote or box leads out of it. */
function leaveQuote(editor: Editor): boolean {
  const { state } = editor;
  const { $from, empty } = state.selection;
  if (!empty || $from.depth < 2 || $from.parent.content.size > 0) return false;
  const outer = $from.node($from.depth - 1);
  const isLast = $from.indexAfter($from.depth - 1) === outer.childCount;
  if (!/^(blockquote|factBox)$/.test(outer.type.name) || !isLast || outer.childCount < 2) return false;
  const tr = state.tr.delete($from.before(), $from.after());
  const behind = tr.mapping.map($from.after($from.depth - 1));
  tr.insert(behind, state.schema.nodes['paragraph']!.create());
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView());
  return true;
}

function backToParagraph(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset > 0 || !/^(heading|pullQuote|codeBlock)$/.test($from.parent.type.name)) return false;
  return editor.commands.setNode('paragraph');
}

function typing(editor: Editor): InputRule[] {
  const { nodes, marks } = editor.schema;
  return [
    ...[2, 3, 4].map(level => textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: nodes['heading']!, getAttributes: () => ({ level }) })),
    wrappingInputRule({ find: /^\s*[-*•]\s$/, type: nodes['bulletList']! }),
    wrappingInputRule({ find: /^(\d{1,4})[.)]\s$/, type: nodes['orderedList']!, getAttributes: match => ({ start: match[1] === '1' ? null : Number(match[1]) }), joinPredicate: (match, node) => node.childCount + (Number(node.attrs['start']) || 1) === Number(match[1]) }),
    wrappingInputRule({ find: /^>\s$/, type: nodes['blockquote']! }),
    textblockTypeInputRule({ find: /^```\s?$/, type: nodes['codeBlock']! }),
    new InputRule({ find: /^---\s?$/, handler: ({ range, chain }) => {
      chain().deleteRange(range).command(() => { queueMicrotask(() => insertBlock(editor, { type: 'horizontalRule' })); return true; }).run();
    } }),
    markInputRule({ find: /(?:^|\s)(\*\*(?!\s)([^*]+)\*\*)$/, type: marks['bold']! }),
    markInputRule({ find: /(?:^|\s)(`([^`]+)`)$/, type: marks['code']! }),
    new InputRule({ find: /\.\.\.$/, handler: ({ range, state }) => { if (!editor.isActive('codeBlock')) state.tr.insertText('…', range.from, range.to); } }),
  ];
}

/** A change that would nest deeper than the server takes does not happen. */
function bounds(): Plugin {
  return new Plugin({
    filterTransaction: tr => !tr.docChanged || depthOf(tr.doc) <= rules.limits.depth,
  });
}


function depthOf(node: Node): number {
  let deepest = 0;
  node.forEach(child => { deepest = Math.max(deepest, 1 + depthOf(child)); });
  return deepest;
}
