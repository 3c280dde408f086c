import { isKept, type Inline, type Kept } from './tree';
import { styleOf } from './style';

/** Word writes a list as paragraphs that carry a level and, as text, the mark they show. */
export interface WordItem {
  level: number;
  ordered: boolean;
  start: number;
  list: string;
  run: Inline[];
}

export function wordListOf(paragraph: Element): { list: string; level: number } | null {
  const given = styleOf(paragraph).get('mso-list');
  const found = given === undefined ? null : /^(\S+)\s+level(\d+)/.exec(given);
  return found ? { list: found[1]!, level: Number(found[2]) } : null;
}

/** The text that Word shows as the item's mark. */
export const isWordMarker = (element: Element): boolean => styleOf(element).get('mso-list') === 'ignore';

export function numberOf(marker: string): number | null {
  const text = marker.replace(/[\s\u00a0]/g, '');
  const number = /^\(?(\d+)(?:\.\d+)*[.)]?$/.exec(text);
  if (number) return Number(number[1]);
  return /^\(?(?:[a-z]|[ivxlc]+)[.)]$/i.test(text) ? 1 : null;
}

export function listsOf(items: readonly WordItem[]): Kept[] {
  const lists: Kept[] = [];
  /** The list that is being filled, for each level. */
  const open: { list: Kept; name: string; ordered: boolean }[] = [];
  for (const item of items) {
    while (open.length > item.level) open.pop();
    const same = open.length === item.level ? open.at(-1) : undefined;
    if (same && (same.name !== item.list || same.ordered !== item.ordered)) open.pop();
    if (open.length === 0 || open.length < item.level) {
      const list: Kept = { tag: item.ordered ? 'ol' : 'ul', children: [], ...(item.ordered && item.start !== 1 ? { attributes: { start: String(item.start) } } : {}) };
      const parent = open.at(-1)?.list.children.at(-1);
      if (parent && isKept(parent)) parent.children.push(list);
      else lists.push(list);
      open.push({ list, name: item.list, ordered: item.ordered });
    }
    open.at(-1)!.list.children.push({ tag: 'li', children: [{ tag: 'p', children: item.run }] });
  }
  return lists;
}
