/** Where style attributes stand while pasted HTML is read. */
const pastedStyle = 'data-pasted-style';

/**
 * Style attributes and event handlers under other names. A parser applies neither, but browsers count even those in a document
 * that is only read as breaches of the page's policy.
 */
export function muted(html: string): string {
  return html.replace(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi, tag => tag.replace(/(\s)style(\s*=)/gi, `$1${pastedStyle}$2`).replace(/(\s|["'\/])on([a-z]+\s*=)/gi, '$1data-on$2'));
}

/** An element's own style attribute, read as text: nothing is asked of the browser, so nothing depends on the page's policy. */
export function styleOf(element: Element): Map<string, string> {
  const style = new Map<string, string>();
  for (const part of (element.getAttribute(pastedStyle) ?? element.getAttribute('style') ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) style.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim().toLowerCase());
  }
  return style;
}

const tags: Record<string, string> = { b: 'strong', strong: 'strong', i: 'em', em: 'em', cite: 'em', dfn: 'em', var: 'em', u: 'u', s: 's', strike: 's', del: 's', code: 'code', kbd: 'code', samp: 'code', tt: 'code', sub: 'sub', sup: 'sup' };

/** The marks that hold inside an element: what held around it, its own tag, and what its style turns on or off. */
export function marksWithin(element: Element, around: readonly string[]): string[] {
  const style = styleOf(element);
  const tag = tags[element.localName];
  const marks = new Set(around);
  if (tag) marks.add(tag);
  if (around.length === 0 && style.size === 0) return [...marks];

  const set = (mark: string, on: boolean | null): void => {
    if (on === true) marks.add(mark);
    else if (on === false) marks.delete(mark);
  };
  const weight = style.get('font-weight');
  set('strong', weight === undefined ? null : /^(bold|bolder|[6-9]\d\d|1000)$/.test(weight) ? true : /^(normal|lighter|[1-5]\d\d)$/.test(weight) ? false : null);
  const slant = style.get('font-style');
  set('em', slant === undefined ? null : /^(italic|oblique)/.test(slant) ? true : slant === 'normal' ? false : null);
  const line = style.get('text-decoration-line') ?? style.get('text-decoration');
  if (line !== undefined) {
    if (line.includes('line-through')) marks.add('s');
    // Every program underlines links; that says nothing.
    if (line.includes('underline') && element.localName !== 'a' && element.closest('a') === null && element.querySelector('a') === null) marks.add('u');
    if (/^none\b/.test(line) && tag === 'u') marks.delete('u');
  }
  const height = style.get('vertical-align');
  if (height === 'super') marks.add('sup');
  else if (height === 'sub') marks.add('sub');
  if (marks.has('sup')) marks.delete('sub');
  return [...marks];
}

export function isUnseen(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = styleOf(element);
  return style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all' || style.get('mso-element') === 'comment-list';
}
