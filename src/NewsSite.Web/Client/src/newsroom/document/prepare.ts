import type { Block } from './block';
import { nodeRule, schema } from './schema';
import { wrongValue } from './check';

/** Where someone must be able to write, a paragraph is put: the schema allows a document or a cell without any. */
const writable = new Set(['doc', 'tableCell', 'tableHeader']);

/** A stored document as the editor opens it. */
export function prepare(block: Block): Block {
  const content = (block.content ?? []).map(prepare);
  if (content.length === 0 && writable.has(block.type)) content.push({ type: 'paragraph' });
  return { ...block, ...(block.content || content.length > 0 ? { content } : {}) };
}

/** What the editor holds as it is stored: without attributes that say nothing and empty lines at the end, without pictures and embeds not yet chosen. */
export function finish(block: Block): Block {
  return (block.type === 'doc' ? finished(block) : null) ?? { type: 'doc' };
}

function finished(block: Block): Block | null {
  const rule = nodeRule(block.type);
  if (!rule) return null;
  const attrs = Object.fromEntries(Object.entries(block.attrs ?? {}).filter(([name, value]) => {
    const attribute = rule.attrs?.[name];
    const isDefault = (name === 'colspan' || name === 'rowspan') && value === 1;
    return attribute && !isDefault && value !== null && value !== undefined && value !== '' && wrongValue(value, attribute) === null;
  }));
  if (Object.entries(rule.attrs ?? {}).some(([name, attribute]) => attribute.required && !(name in attrs))) return null;
  const content = (block.content ?? []).map(finished).filter(child => child !== null);
  // The empty lines to go on from at the end of a text are the editor's own.
  while (block.type === 'doc' && content.at(-1)?.type === 'paragraph' && !content.at(-1)!.content) content.pop();
  if (content.length < (rule.min ?? 0)) return null;
  const marks = (block.marks ?? []).filter(mark => Object.entries(schema.marks[mark.type]?.attrs ?? {}).every(([name, attribute]) => wrongValue(mark.attrs?.[name], attribute) === null)).map(mark => ({ type: mark.type, ...(mark.attrs && Object.keys(mark.attrs).length > 0 ? { attrs: mark.attrs } : {}) }));
  return {
    type: block.type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(block.text !== undefined ? { text: block.text } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}
