import type { Node } from '@tiptap/pm/model';
import { locate, passageAt, type Passage, type Place } from './passage';

interface Stretch {
  offset: number;
  at: number;
  length: number;
}

/** The words of a document in one line of text, and where in the document each letter stands. */
export class FlatText {
  readonly text: string;
  private readonly stretches: Stretch[] = [];

  constructor(doc: Node) {
    let text = '';
    doc.descendants((node, position) => {
      if (!node.isTextblock) return true;
      if (this.stretches.length > 0) text += '\n';
      this.stretches.push({ offset: text.length, at: position + 1, length: node.content.size });
      // One letter for each place: a break in the line counts as one.
      text += node.textBetween(0, node.content.size, undefined, '\n');
      return false;
    });
    this.text = text;
  }

  /** The passage at a place of the document. */
  passage({ from, to }: Place): Passage {
    return passageAt(this.text, { from: this.offset(from, false), to: this.offset(to, true) });
  }

  /** The place of a passage in the document; null when it is there no longer. */
  place(passage: Passage): Place | null {
    const found = locate(this.text, passage);
    if (!found) return null;
    const place = { from: this.position(found.from, false), to: this.position(found.to, true) };
    return place.to > place.from ? place : null;
  }

  private position(offset: number, isEnd: boolean): number {
    const inside = this.stretches.filter(({ offset: start, length }) => offset >= start && offset <= start + length);
    const stretch = (isEnd ? inside[0] : inside.at(-1)) ?? this.stretches.at(-1)!;
    return stretch.at + Math.min(offset - stretch.offset, stretch.length);
  }

  private offset(position: number, isEnd: boolean): number {
    if (isEnd) {
      const last = this.stretches.findLast(({ at }) => at <= position);
      return last ? last.offset + Math.min(position - last.at, last.length) : 0;
    }
    const first = this.stretches.find(({ at, length }) => at + length >= position);
    return first ? first.offset + Math.max(0, position - first.at) : this.text.length;
  }
}
