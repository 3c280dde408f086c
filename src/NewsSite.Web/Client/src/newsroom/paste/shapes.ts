import { flatten, type Around, type Cleaning } from './clean';
import { isUnseen, marksWithin } from './style';
import { isKept, type Inline, type Kept } from './tree';

/** A list; lists that stand beside its items, as Google Docs writes them, go into the item before. */
export function listOf(element: Element, ordered: boolean, cleaning: Cleaning, around: Around): Kept {
  const items: Kept[] = [];
  for (const child of Array.from(element.children)) {
    const tag = child.localName.toLowerCase();
    if (isUnseen(child)) continue;
    if (tag === 'ul' || tag === 'ol') {
      const inner = listOf(child, tag === 'ol', cleaning, around);
      if (items.length > 0) items.at(-1)!.children.push(inner);
      else items.push(...inner.children.filter(isKept));
    } else {
      const content = cleaning.within(child, around).flatMap(block => (/^(p|ul|ol)$/.test(block.tag) ? [block] : flatten(block)));
      if (content.length > 0) items.push({ tag: 'li', children: content });
    }
  }
  const start = element.getAttribute('start') ?? '';
  return items.length === 0 ? { tag: 'p', children: [] } : { tag: ordered ? 'ol' : 'ul', children: items, ...(ordered && /^\d{1,5}$/.test(start) && start !== '1' ? { attributes: { start } } : {}) };
}

/** A table of figures; one that only arranges a page (a single row or column) becomes what stands in it. */
export function tableOf(element: Element, cleaning: Cleaning, around: Around): Kept[] {
  const rows = Array.from(element.querySelectorAll('tr')).filter(row => row.closest('table') === element && !isUnseen(row));
  const cells = rows.map(row => Array.from(row.children).filter(cell => /^t[dh]$/i.test(cell.localName) && !isUnseen(cell))).filter(row => row.length > 0);
  const caption = Array.from(element.children).find(child => child.localName.toLowerCase() === 'caption')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const nested = element.querySelector('table') !== null;
  if (nested || cells.every(row => row.length === 1) || cells.length < 2) return cells.flat().flatMap(cell => cleaning.within(cell, around));

  const made = cells.map(row => row.map(cell => ({
    tag: cell.localName.toLowerCase(),
    attributes: spans(cell),
    children: cleaning.within(cell, { ...around, marks: marksWithin(cell, around.marks).filter(mark => mark === 'strong') }).flatMap(block => (/^(p|ul|ol)$/.test(block.tag) ? [block] : flatten(block))),
  })));
  const head = made[0]!;
  if (head.every(cell => isBold(cell))) {
    for (const cell of head) {
      cell.tag = 'th';
      for (const paragraph of cell.children) paragraph.children = paragraph.children.map(child => (isKept(child) ? child : { ...child, marks: child.marks.filter(mark => mark !== 'strong') }));
    }
  }
  const body = made.map(row => ({ tag: 'tr', children: row.map(cell => ({ ...cell, children: cell.children.length > 0 ? cell.children : [{ tag: 'p', children: [] }] })) }));
  return [{ tag: 'table', ...(caption === '' ? {} : { attributes: { 'data-caption': caption.slice(0, 500) } }), children: body }];
}

function isBold(cell: Kept): boolean {
  const runs = cell.children.filter(isKept).flatMap(block => block.children);
  return runs.length > 0 && runs.every(run => !isKept(run) && (run.isBreak || run.marks.includes('strong')));
}

function spans(cell: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of ['colspan', 'rowspan']) {
    const value = Number(cell.getAttribute(name) ?? 1);
    if (Number.isInteger(value) && value > 1 && value <= 100) attributes[name] = String(value);
  }
  return attributes;
}

/** The schema ends eight levels below the document: deeper lists are drawn up to the deepest that fits. */
export function withinDepth(blocks: readonly Kept[], depth = 1): Kept[] {
  return blocks.map(block => ({ ...block, children: block.children.flatMap((child): (Kept | Inline)[] => (isKept(child) ? within(child, depth + 1) : [child])) }));
}

function within(block: Kept, depth: number): Kept[] {
  const isList = block.tag === 'ul' || block.tag === 'ol';
  // A list needs three levels below itself: item, paragraph, text.
  if (isList && depth > 5) return block.children.filter(isKept).flatMap(item => item.children.filter(isKept).flatMap(child => within(child, depth)));
  return [{ ...block, children: block.children.flatMap((child): (Kept | Inline)[] => (isKept(child) ? within(child, depth + 1) : [child])) }];
}
