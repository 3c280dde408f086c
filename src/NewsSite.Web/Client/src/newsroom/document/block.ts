/** A node of a block document, as ProseMirror writes it; schema.json says what it may hold. */
export interface Block {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Block[];
  text?: string;
  marks?: Mark[];
}

export interface Mark {
  type: string;
  attrs?: Record<string, unknown>;
}

export function* walk(block: Block): Generator<Block> {
  yield block;
  for (const child of block.content ?? []) yield* walk(child);
}

/** The words of a block without form. */
export function textOf(block: Block): string {
  let text = '';
  for (const below of walk(block)) {
    if (below.text !== undefined) text += below.text;
    else if (below.type === 'hardBreak') text += ' ';
    else if (text !== '' && !text.endsWith('\n')) text += '\n';
  }
  return text.trim();
}

/** One text for equal blocks: attributes in one order, those that say nothing left out. */
export function fingerprint(block: Block): string {
  return JSON.stringify(ordered(block));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined && inner !== '')
    .map(([name, inner]) => [name, ordered(inner)] as const)
    .filter(([name, inner]) => !((name === 'attrs' || name === 'content' || name === 'marks') && isEmpty(inner)))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
