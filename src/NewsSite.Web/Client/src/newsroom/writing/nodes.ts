// Every node and mark of schema.json as TipTap knows it. Content, attributes and their bounds come from the file; only how a
// node looks as HTML (for the screen and the clipboard) is said here.
import { Extension, Mark, Node, mergeAttributes, type Attributes, type Extensions, type NodeConfig } from '@tiptap/core';
import type { DOMOutputSpec, Node as Written, TagParseRule } from '@tiptap/pm/model';
import { wrongValue } from '../document/check';
import { contentOf, isInline, nodeRule, schema, type AttributeRule } from '../document/schema';

interface Form {
  parse: TagParseRule[];
  render: (node: Written, attributes: Record<string, unknown>) => DOMOutputSpec;
  config?: Partial<NodeConfig>;
}

/** Attributes without an element of their own travel as data, so that copies within the editor keep them. */
const boxed = (type: string, tag = 'div'): TagParseRule[] => [{ tag: `${tag}[data-block="${type}"]` }];
const box = (type: string): Form => ({ parse: boxed(type), render: (_, attributes) => ['div', mergeAttributes({ 'data-block': type }, attributes)], config: { selectable: true, draggable: true } });
const element = (tag: string): Form => ({ parse: [{ tag }], render: (_, attributes) => [tag, attributes, 0] });
const leaf = (tag: string): Form => ({ parse: [{ tag }], render: () => [tag] });

const forms: Record<string, Form> = {
  hardBreak: { ...leaf('br'), config: { selectable: false, linebreakReplacement: true } },
  paragraph: { ...element('p'), config: { priority: 1000 } },
  heading: {
    parse: [2, 3, 4].map(level => ({ tag: `h${level}`, attrs: { level } })),
    render: node => [`h${Number(node.attrs['level'])}`, {}, 0],
    config: { defining: true },
  },
  bulletList: element('ul'),
  orderedList: { parse: [{ tag: 'ol', getAttrs: list => ({ start: inBounds(list.getAttribute('start'), 'orderedList', 'start') }) }], render: (node, attributes) => ['ol', { ...attributes, ...(node.attrs['start'] === null ? {} : { start: node.attrs['start'] as number }) }, 0] },
  listItem: { ...element('li'), config: { defining: true } },
  blockquote: { ...element('blockquote'), config: { defining: true } },
  pullQuote: { parse: [{ tag: 'p[data-block="pullQuote"]', priority: 60 }], render: (_, attributes) => ['p', mergeAttributes({ 'data-block': 'pullQuote', class: 'pullquote' }, attributes), 0], config: { defining: true } },
  picture: box('picture'),
  gallery: { parse: boxed('gallery'), render: (_, attributes) => ['div', mergeAttributes({ 'data-block': 'gallery' }, attributes), 0], config: { isolating: true, draggable: true } },
  table: { parse: [{ tag: 'table' }], render: (_, attributes) => ['table', attributes, ['tbody', 0]], config: { isolating: true } },
  tableRow: element('tr'),
  tableHeader: { ...cell('th'), config: { isolating: true } },
  tableCell: { ...cell('td'), config: { isolating: true } },
  embed: box('embed'),
  horizontalRule: { ...leaf('hr'), config: { draggable: true } },
  codeBlock: { parse: [{ tag: 'pre', preserveWhitespace: 'full' }], render: () => ['pre', ['code', 0]], config: { code: true, defining: true } },
  factBox: { parse: boxed('factBox'), render: (_, attributes) => ['div', mergeAttributes({ 'data-block': 'factBox', class: 'fact' }, attributes), 0], config: { defining: true, isolating: true } },
  relatedArticle: box('relatedArticle'),
  jobsBlock: box('jobsBlock'),
};

function cell(tag: string): Form {
  const span = (node: HTMLElement, name: string): number | null => inBounds(node.getAttribute(name), 'tableCell', name);
  return {
    parse: [{ tag, getAttrs: node => ({ colspan: span(node, 'colspan') ?? 1, rowspan: span(node, 'rowspan') ?? 1 }) }],
    render: (node, attributes) => [tag, { ...attributes, ...(node.attrs['colspan'] > 1 ? { colspan: node.attrs['colspan'] as number } : {}), ...(node.attrs['rowspan'] > 1 ? { rowspan: node.attrs['rowspan'] as number } : {}) }, 0],
  };
}

function inBounds(text: string | null, node: string, name: string): number | null {
  const rule = nodeRule(node)?.attrs?.[name];
  const value = text === null || !/^\d{1,16}$/.test(text) ? null : Number(text);
  return rule && value !== null && wrongValue(value, rule) === null ? value : null;
}

/** What prosemirror-tables knows them by. */
const tableRoles: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' };
/** ProseMirror fills these in by itself when it makes a node. */
const defaults: Record<string, unknown> = { 'heading.level': 2, 'tableCell.colspan': 1, 'tableCell.rowspan': 1, 'tableHeader.colspan': 1, 'tableHeader.rowspan': 1 };
/** How these come out as HTML is said above. */
const written = new Set(['heading.level', 'orderedList.start', 'tableCell.colspan', 'tableCell.rowspan', 'tableHeader.colspan', 'tableHeader.rowspan']);

function attributesOf(owner: string, rules: Record<string, AttributeRule>): Attributes {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => {
    const fallback = defaults[`${owner}.${name}`] ?? null;
    const own = written.has(`${owner}.${name}`);
    return [name, {
      default: fallback,
      keepOnSplit: false,
      validate: (value: unknown): void => {
        if (value === null) return;
        const wrong = wrongValue(value, rule);
        if (wrong !== null) throw new RangeError(`${owner}.${name}: ${wrong}`);
      },
      ...(own ? { rendered: false } : {
        parseHTML: (dom: HTMLElement): unknown => {
          const text = dom.getAttribute(`data-${name}`);
          const value = rule.type === 'integer' && text !== null && /^\d{1,16}$/.test(text) ? Number(text) : text;
          return value !== null && wrongValue(value, rule) === null ? value : fallback;
        },
        renderHTML: (values: Record<string, unknown>) => (values[name] === null ? {} : { [`data-${name}`]: String(values[name]) }),
      }),
    }];
  }));
}

/** What must never be empty on the screen: a paragraph is put where the schema would allow nothing. */
const filled = new Set(['doc', 'tableCell', 'tableHeader']);

function expression(type: string): string {
  const rule = nodeRule(type)!;
  if (!rule.content) return '';
  const types = contentOf(type);
  return `(${types.join(' | ')})${(rule.min ?? 0) > 0 || filled.has(type) ? '+' : '*'}`;
}

/** Content, attributes, looks; without behaviour. */
export function nodeOf(type: string): Node {
  const rule = nodeRule(type)!;
  const form = forms[type];
  const config: Partial<NodeConfig> = {
    content: expression(type),
    addAttributes: () => attributesOf(type, rule.attrs ?? {}),
    ...(rule.marks ? { marks: rule.marks.join(' ') } : {}),
    ...(schema.groups['block']!.includes(type) ? { group: 'block' } : isInline(type) ? { group: 'inline' } : {}),
    ...(isInline(type) ? { inline: true } : {}),
    ...(!rule.content && !isInline(type) ? { atom: true } : {}),
    ...(form ? { parseHTML: () => form.parse, renderHTML: ({ node, HTMLAttributes }) => form.render(node, HTMLAttributes) } : {}),
    ...form?.config,
  };
  return Node.create({ name: type, ...(type === 'doc' ? { topNode: true } : {}), ...config });
}

const markTags: Record<string, { tag: string; also?: string[]; key?: string }> = {
  bold: { tag: 'strong', also: ['b'], key: 'Mod-b' },
  italic: { tag: 'em', also: ['i', 'cite'], key: 'Mod-i' },
  underline: { tag: 'u', key: 'Mod-u' },
  strike: { tag: 's', also: ['del', 'strike'], key: 'Mod-Shift-x' },
  code: { tag: 'code', key: 'Mod-e' },
  subscript: { tag: 'sub', key: 'Mod-,' },
  superscript: { tag: 'sup', key: 'Mod-.' },
};

export function markOf(type: string): Mark {
  const rules = schema.marks[type]!.attrs ?? {};
  if (type === 'link') {
    return Mark.create({
      name: type,
      inclusive: false,
      addAttributes: () => ({ href: { ...attributesOf(type, rules)['href'], rendered: false } }),
      parseHTML: () => [{ tag: 'a[href]', getAttrs: dom => (wrongValue(dom.getAttribute('href'), rules['href']!) === null ? { href: dom.getAttribute('href') } : false) }],
      renderHTML: ({ mark }) => ['a', { href: String(mark.attrs['href']), rel: 'noopener' }, 0],
    });
  }
  const form = markTags[type];
  if (!form) throw new Error(`schema.json names a mark that the editor cannot show: ${type}`);
  return Mark.create({
    name: type,
    parseHTML: () => [form.tag, ...(form.also ?? [])].map(tag => ({ tag })),
    renderHTML: () => [form.tag, 0],
    addKeyboardShortcuts() {
      return form.key ? { [form.key]: () => this.editor.commands.toggleMark(type) } : {};
    },
  });
}

/** All of them; `views` says how nodes are shown that are more than text. */
export function vocabulary(dress: (node: Node) => Node = node => node): Extensions {
  const types = Object.keys(schema.nodes);
  // ProseMirror takes the first fitting type where something must be filled in.
  types.sort((left, right) => Number(right === 'paragraph') - Number(left === 'paragraph'));
  const roles = Extension.create({ name: 'tableRoles', extendNodeSchema: ({ name }) => (tableRoles[name] ? { tableRole: tableRoles[name] } : {}) });
  return [roles, ...types.map(type => dress(nodeOf(type))), ...Object.keys(schema.marks).map(markOf)];
}
