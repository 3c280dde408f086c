/** What is kept of pasted HTML, before it is handed to the editor. */
export interface Kept {
  tag: string;
  attributes?: Record<string, string>;
  children: (Kept | Inline)[];
}

export interface Inline {
  text: string;
  /** Tags around the text, from outside in; without the link. */
  marks: readonly string[];
  href: string | null;
  isBreak?: boolean;
}

export const isKept = (child: Kept | Inline): child is Kept => 'tag' in child;

export function toHtml(children: readonly (Kept | Inline)[]): string {
  return children.map(child => (isKept(child) ? elementHtml(child) : inlineHtml(child))).join('');
}

function elementHtml({ tag, attributes = {}, children }: Kept): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  return tag === 'hr' ? '<hr>' : `<${tag}${written}>${toHtml(children)}</${tag}>`;
}

function inlineHtml({ text, marks, href, isBreak }: Inline): string {
  if (isBreak) return '<br>';
  const marked = marks.reduceRight((inner, mark) => `<${mark}>${inner}</${mark}>`, escape(text));
  return href === null ? marked : `<a href="${escape(href)}">${marked}</a>`;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Spaces run together, breaks at the ends and spaces beside breaks fall away. */
export function tidyRun(run: readonly Inline[]): Inline[] {
  const tidy: Inline[] = [];
  for (const inline of run) {
    const before = tidy.at(-1);
    const text = !before || before.isBreak || before.text.endsWith(' ') ? inline.text.replace(/^ +/, '') : inline.text;
    if (inline.isBreak) {
      trimEnd(tidy);
      if (tidy.length > 0) tidy.push(inline);
    } else if (text !== '') {
      tidy.push({ ...inline, text });
    }
  }
  while (tidy.at(-1)?.isBreak) tidy.pop();
  trimEnd(tidy);
  while (tidy.at(-1)?.isBreak) tidy.pop();
  return joined(tidy);
}

function trimEnd(run: Inline[]): void {
  for (let last = run.at(-1); last && !last.isBreak; last = run.at(-1)) {
    const text = last.text.replace(/ +$/, '');
    if (text !== '') {
      run[run.length - 1] = { ...last, text };
      return;
    }
    run.pop();
  }
}

function joined(run: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of run) {
    const before = result.at(-1);
    if (before && !before.isBreak && !inline.isBreak && before.href === inline.href && before.marks.join() === inline.marks.join()) {
      result[result.length - 1] = { ...before, text: before.text + inline.text };
    } else {
      result.push(inline);
    }
  }
  return result;
}

/** Two breaks in a row were meant as a new paragraph. */
export function paragraphsOf(run: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  run.forEach((inline, index) => {
    const blank = (at: number, step: number): boolean => {
      let i = at + step;
      while (run[i] && !run[i]!.isBreak && run[i]!.text.trim() === '') i += step;
      return run[i]?.isBreak === true;
    };
    if (!inline.isBreak) parts.at(-1)!.push(inline);
    else if (blank(index, 1)) parts.push([]);
    else if (!blank(index, -1)) parts.at(-1)!.push(inline);
  });
  return parts.map(tidyRun).filter(part => part.length > 0);
}
