import { all, one } from './page';

/** Marks of the notation, and where the words go between them. A mark at the line's start is put before each chosen line. */
const marks: Record<string, { before: string; after: string; perLine?: boolean }> = {
  subhead: { before: '## ', after: '', perLine: true },
  list: { before: '- ', after: '', perLine: true },
  bold: { before: '**', after: '**' },
  italic: { before: '*', after: '*' },
};

/** Buttons over a text area that write the notation for who does not know it. Without script they are not there, and the hint says it all. */
export function startNotation(): void {
  for (const bar of all('[data-notation]')) {
    const area = one<HTMLTextAreaElement>(`#${bar.dataset['notation']!}`);
    if (!area) continue;
    bar.hidden = false;
    bar.addEventListener('click', event => {
      const button = (event.target as Element).closest<HTMLButtonElement>('[data-mark]');
      const mark = marks[button?.dataset['mark'] ?? ''];
      if (mark) write(area, mark);
    });
  }
}

function write(area: HTMLTextAreaElement, mark: { before: string; after: string; perLine?: boolean }): void {
  let { selectionStart: start, selectionEnd: end } = area;
  const text = area.value;
  if (mark.perLine) {
    start = text.lastIndexOf('\n', start - 1) + 1;
    const next = text.indexOf('\n', end);
    end = next < 0 ? text.length : next;
  }
  const chosen = text.slice(start, end);
  const written = mark.perLine ? chosen.split('\n').map(line => line.startsWith(mark.before) ? line.slice(mark.before.length) : mark.before + line).join('\n') : mark.before + chosen + mark.after;
  area.focus();
  area.setRangeText(written, start, end, 'end');
  if (!mark.perLine && chosen.length === 0) area.setSelectionRange(start + mark.before.length, start + mark.before.length);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
