// HTML from elsewhere (Word, Google Docs, mail, web pages) made into the few elements that the editor knows. Nothing of the
// source survives but words and what they are; what is not known is either unwrapped or left out.
import { pageOfFrame, providerOf } from '../document/embeds';
import { isAllowedLink, withoutTracking } from '../document/link';
import { isUnseen, marksWithin, muted } from './style';
import { paragraphsOf, tidyRun, toHtml, isKept, type Inline, type Kept } from './tree';
import { listOf, tableOf, withinDepth } from './shapes';
import { isWordMarker, listsOf, numberOf, wordListOf, type WordItem } from './word';

export interface Around {
  marks: readonly string[];
  href: string | null;
}

const dropped = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'link', 'svg', 'math', 'canvas', 'nav', 'button', 'input', 'select', 'textarea', 'option', 'dialog', 'audio', 'video', 'picture', 'img', 'object', 'applet', 'map', 'figcaption', 'rt', 'rp', 'colgroup', 'col', 'o:p']);
const inline = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'q', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr']);
const comments = /\b(msocom|MsoComment|msocomanchor|mso-comment)/i;
const posts = /\b(twitter-tweet|instagram-media|mastodon-embed|bluesky-embed)\b/;

/** @param parse Makes a document that loads and runs nothing, such as DOMParser does. */
export function cleanHtml(html: string, parse: (html: string) => Document, origin = ''): string {
  const body = parse(muted(html)).body;
  const cleaning = new Cleaning(origin);
  cleaning.walk(body, { marks: [], href: null });
  return toHtml(withinDepth(cleaning.finish()));
}

export class Cleaning {
  private readonly blocks: Kept[] = [];
  private run: Inline[] = [];
  private items: WordItem[] = [];

  constructor(private readonly origin: string, private readonly pre = false) {}

  /** What stands in an element, as blocks. */
  within(element: Node, around: Around, pre = false): Kept[] {
    const inner = new Cleaning(this.origin, pre || this.pre);
    inner.walk(element, around);
    return inner.finish();
  }

  finish(): Kept[] {
    this.flush();
    this.flushItems();
    return this.blocks;
  }

  walk(parent: Node, around: Around): void {
    for (const node of Array.from(parent.childNodes)) {
      if (node.nodeType === 3) this.text(node.nodeValue ?? '', around);
      else if (node.nodeType === 1) this.element(node as Element, around);
    }
  }

  private text(given: string, around: Around): void {
    const sound = given.normalize('NFC').toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g, '').replace(/\u00a0/g, ' ');
    const text = this.pre ? sound : sound.replace(/\s+/g, ' ');
    if (text !== '') this.run.push({ text, marks: around.marks, href: around.href });
  }

  private element(element: Element, around: Around): void {
    const tag = element.localName.toLowerCase();
    if (tag === 'iframe') return this.frame(element.getAttribute('src') ?? '');
    if (tag === 'figcaption' && element.parentElement?.querySelector('table, blockquote, pre')) return this.container(element, around);
    if (dropped.has(tag) || isUnseen(element) || comments.test(element.className)) return;
    if (tag === 'br') return void this.run.push({ text: '', marks: [], href: null, isBreak: true });
    if (inline.has(tag) || tag.includes(':')) return this.inline(element, tag, around);
    this.block(element, tag, around);
  }

  private inline(element: Element, tag: string, around: Around): void {
    if (isWordMarker(element)) return;
    const marks = marksWithin(element, around.marks);
    this.walk(element, { marks, href: tag === 'a' ? this.address(element) ?? around.href : around.href });
  }

  private address(link: Element): string | null {
    const given = (link.getAttribute('href') ?? '').trim();
    const href = this.origin !== '' && given.startsWith(`${this.origin}/`) ? given.slice(this.origin.length) : withoutTracking(given);
    return isAllowedLink(href) && href.length <= 2000 && href !== '/' ? href : null;
  }

  private block(element: Element, tag: string, around: Around): void {
    const marks = marksWithin(element, around.marks);
    const inner = { marks, href: around.href };
    const word = tag === 'p' || tag === 'div' || /^h\d$/.test(tag) ? wordListOf(element) : null;
    if (word) return this.wordItem(element, word, inner);
    switch (tag) {
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
        return this.heading(element, tag, { ...inner, marks: [] });
      case 'p':
        if (/\bMso(Title|Heading\d)\b/.test(element.className)) return this.heading(element, 'h2', { ...inner, marks: [] });
        return this.container(element, inner);
      case 'ul': case 'ol': case 'menu':
        return this.push(listOf(element, tag === 'ol', this, inner));
      case 'dt':
        return this.container(element, { ...inner, marks: [...new Set([...marks, 'strong'])] });
      case 'blockquote':
        return this.quote(element, inner);
      case 'table':
        return tableOf(element, this, inner).forEach(block => this.push(block));
      case 'pre':
        return this.push({ tag: 'pre', children: [{ text: (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/\n$/, ''), marks: [], href: null }] });
      case 'hr':
        return this.push({ tag: 'hr', children: [] });
      default:
        return this.container(element, inner);
    }
  }

  private container(element: Element, around: Around): void {
    this.flush();
    this.walk(element, around);
    this.flush();
  }

  private heading(element: Element, tag: string, around: Around): void {
    const run = this.within(element, around).flatMap(runOf).map(inline => ({ ...inline, marks: inline.marks.filter(mark => mark !== 'strong') }));
    const level = tag === 'h1' ? 2 : Math.min(4, Number(tag[1]));
    const words = tidyRun(run);
    if (words.length > 0) this.push({ tag: `h${level}`, children: words });
  }

  private quote(element: Element, around: Around): void {
    const link = posts.test(element.className) ? Array.from(element.querySelectorAll('a')).map(a => a.getAttribute('href') ?? '').findLast(href => providerOf(withoutTracking(href)) !== null) : undefined;
    if (link !== undefined) return this.embed(withoutTracking(link));
    const content = this.within(element, around).flatMap(block => (/^(p|ul|ol)$/.test(block.tag) ? [block] : flatten(block)));
    if (content.length > 0) this.push({ tag: 'blockquote', children: content });
  }

  private frame(source: string): void {
    const page = pageOfFrame(source);
    if (page !== null) this.embed(page);
  }

  private embed(url: string): void {
    this.push({ tag: 'div', attributes: { 'data-block': 'embed', 'data-url': url }, children: [] });
  }

  private wordItem(element: Element, word: { list: string; level: number }, around: Around): void {
    this.flush();
    const marker = Array.from(element.querySelectorAll('span')).find(isWordMarker)?.textContent ?? '';
    const number = numberOf(marker);
    const run = tidyRun(this.within(element, around).flatMap(runOf));
    if (run.length > 0) this.items.push({ ...word, ordered: number !== null, start: number ?? 1, run });
  }

  private push(block: Kept): void {
    this.flush();
    this.flushItems();
    if (block.children.length > 0 || block.tag === 'hr' || block.attributes) this.blocks.push(block);
  }

  private flush(): void {
    const run = this.run;
    this.run = [];
    for (const part of paragraphsOf(run)) {
      this.flushItems();
      this.blocks.push({ tag: 'p', children: part });
    }
  }

  private flushItems(): void {
    const items = this.items;
    this.items = [];
    this.blocks.push(...listsOf(items));
  }
}

/** The words of a block, wherever in it they stand. */
export function runOf(block: Kept): Inline[] {
  return block.children.flatMap((child, index) => (isKept(child) ? [...(index > 0 ? [{ text: ' ', marks: [], href: null }] : []), ...runOf(child)] : [child]));
}

/** A block where only text and lists may stand: its words as a paragraph. */
export function flatten(block: Kept): Kept[] {
  const run = tidyRun(runOf(block));
  return run.length > 0 ? [{ tag: 'p', children: run }] : [];
}
