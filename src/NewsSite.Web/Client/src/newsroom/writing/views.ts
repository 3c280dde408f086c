import type { Editor, Node, NodeViewRendererProps } from '@tiptap/core';
import type { Node as Written } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { providerOf } from '../document/embeds';
import { button, el, icon } from '../frame/dom';
import type { MediaItem } from '../media/library';
import type { Desk } from './desk';
import { BlockFields } from './fields';

/** A block that is more than its words: its element, the place of its content, and its fields. */
abstract class BlockView implements NodeView {
  abstract readonly dom: HTMLElement;
  contentDOM: HTMLElement | null = null;
  protected readonly fields: BlockFields;
  protected node: Written;
  protected readonly editor: Editor;
  protected readonly position: () => number | undefined;

  constructor(props: NodeViewRendererProps, protected readonly desk: Desk) {
    this.node = props.node;
    this.editor = props.editor;
    this.position = props.getPos;
    this.fields = new BlockFields(props.node, props.editor, props.getPos);
  }

  update(node: Written): boolean {
    if (node.type !== this.node.type) return false;
    const before = this.node;
    this.node = node;
    this.fields.update(node);
    if (before.attrs !== node.attrs) this.changed();
    return true;
  }

  protected changed(): void {}

  stopEvent(event: Event): boolean {
    return this.fields.owns(event);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM?.contains(mutation.target);
  }

  protected bar(...children: HTMLElement[]): HTMLElement {
    return el('div', { class: 'block-bar', contenteditable: 'false' }, ...children);
  }

  protected remove(): HTMLElement {
    return button(this.desk.texts('remove'), () => {
      const at = this.position();
      if (at === undefined) return;
      const outer = this.editor.state.doc.resolve(at).parent;
      // The last picture takes its gallery with it.
      const whole = outer.type.name === 'gallery' && outer.childCount === 1 ? { from: at - 1, to: at - 1 + outer.nodeSize } : { from: at, to: at + this.node.nodeSize };
      this.editor.chain().deleteRange(whole).focus().run();
    }, ' button--small');
  }
}

class PictureView extends BlockView {
  readonly dom = el('figure', { class: 'picture', contenteditable: 'false' });
  private readonly frame = el('div', { class: 'picture-frame' });

  constructor(props: NodeViewRendererProps, desk: Desk) {
    super(props, desk);
    const { texts } = desk;
    this.dom.append(this.frame, this.bar(
      this.fields.field('alt', texts('alt'), { hint: texts('altHint'), class: 'block-row--alt' }),
      this.fields.field('caption', texts('caption'), { lines: true }),
      this.fields.field('credit', texts('credit')),
      el('p', { class: 'block-buttons' }, button(texts('replace'), () => void this.replace(), ' button--small'), this.remove())));
    this.show();
  }

  protected override changed(): void {
    this.show();
  }

  private show(): void {
    const id = this.node.attrs['media'] as number | null;
    this.dom.dataset['missingAlt'] = String((this.node.attrs['alt'] ?? '') === '');
    const found = id === null ? null : this.desk.media.find(id);
    if (found instanceof Promise) {
      this.frame.replaceChildren(el('p', { class: 'block-note' }, this.desk.texts('loading')));
      void found.then(item => this.node.attrs['media'] === id && this.draw(item));
    } else {
      this.draw(found);
    }
  }

  private draw(item: MediaItem | null): void {
    if (!item) {
      this.frame.replaceChildren(el('p', { class: 'block-note' }, this.desk.texts('pictureGone')));
      return;
    }
    const own = (this.node.attrs['alt'] as string | null) ?? item.alt;
    this.dom.dataset['missingAlt'] = String(own === '');
    for (const [attribute, words] of [['alt', item.alt], ['caption', item.caption], ['credit', item.credit]] as const) {
      const field = this.dom.querySelector<HTMLInputElement>(`[data-attribute="${attribute}"]`);
      if (field && words !== '') field.placeholder = words;
    }
    this.frame.replaceChildren(el('img', { src: item.src, width: item.width, height: item.height, alt: own, draggable: 'false' }),
      ...(item.warning ? [el('p', { class: 'block-warning' }, item.warning)] : []));
  }

  private async replace(): Promise<void> {
    const [item] = await this.desk.pickPictures(false);
    if (item) this.fields.write('media', item.id);
  }
}

class GalleryView extends BlockView {
  readonly dom = el('div', { class: 'gallery-edit' });
  override contentDOM = el('div', { class: 'gallery-pictures' });

  constructor(props: NodeViewRendererProps, desk: Desk) {
    super(props, desk);
    this.dom.append(el('p', { class: 'block-kind', contenteditable: 'false' }, desk.texts('gallery')), this.contentDOM,
      this.bar(button(desk.texts('addPictures'), () => void this.add(), ' button--small'), this.remove()));
  }

  private async add(): Promise<void> {
    const items = await this.desk.pickPictures(true);
    const at = this.position();
    if (at === undefined || items.length === 0) return;
    const type = this.editor.schema.nodes['picture']!;
    this.editor.view.dispatch(this.editor.state.tr.insert(at + this.node.nodeSize - 1, items.map(item => type.create({ media: item.id }))));
  }
}

class QuoteView extends BlockView {
  readonly dom: HTMLElement;
  override contentDOM: HTMLElement;

  constructor(props: NodeViewRendererProps, desk: Desk) {
    super(props, desk);
    const isPull = props.node.type.name === 'pullQuote';
    this.contentDOM = isPull ? el('p', { class: 'pullquote' }) : el('blockquote');
    this.dom = el('figure', { class: isPull ? 'pull-edit' : 'quote' }, this.contentDOM, this.bar(this.fields.field('attribution', desk.texts('attribution'), { class: 'block-row--inline' })));
  }
}

class FactView extends BlockView {
  readonly dom = el('div', { class: 'fact' });
  override contentDOM = el('div', { class: 'fact-text' });

  constructor(props: NodeViewRendererProps, desk: Desk) {
    super(props, desk);
    this.dom.append(this.bar(this.fields.field('title', desk.texts('factTitle'), { class: 'block-row--title' })), this.contentDOM);
  }
}

class TableBlockView extends BlockView {
  readonly dom = el('div', { class: 'table' });
  override contentDOM = el('tbody');

  constructor(props: NodeViewRendererProps, desk: Desk) {
    super(props, desk);
    this.dom.append(this.bar(this.fields.field('caption', desk.texts('tableCaption'), { class: 'block-row--inline' })), el('table', {}, this.contentDOM));
  }
}

class EmbedView extends BlockView {
  readonly dom = el('figure', { class: 'embed-card', contenteditable: 'false' });
  private readonly place = el('p', { class: 'card-title' });
  private readonly link = el('p', { class: 'card-note' });

  constructor(props: NodeViewRendererProps, desk: Desk) {
    super(props, desk);
    this.dom.append(icon('embed'), el('div', { class: 'card-text' }, this.place, this.link, this.bar(this.fields.field('caption', desk.texts('caption'), { class: 'block-row--inline' }), this.remove())));
    this.changed();
  }

  protected override changed(): void {
    const url = String(this.node.attrs['url'] ?? '');
    this.place.textContent = providerOf(url) ?? this.desk.texts('embedLink');
    this.link.textContent = url;
  }
}

class RelatedView extends BlockView {
  readonly dom = el('div', { class: 'embed-card', contenteditable: 'false' });
  private readonly named = el('p', { class: 'card-title' });
  private readonly note = el('p', { class: 'card-note' });

  constructor(props: NodeViewRendererProps, desk: Desk) {
    super(props, desk);
    this.dom.append(icon('article'), el('div', { class: 'card-text' }, el('p', { class: 'block-kind' }, desk.texts('relatedArticle')), this.named, this.note,
      this.bar(el('p', { class: 'block-buttons' }, button(desk.texts('change'), () => void this.choose(), ' button--small'), this.remove()))));
    this.changed();
  }

  protected override changed(): void {
    const id = this.node.attrs['article'] as number | null;
    if (id === null) return;
    void this.desk.findArticle(id).then(article => {
      this.named.textContent = article?.title ?? this.desk.texts('articleGone', id);
      if (article) this.named.lang = article.language;
      this.note.textContent = article ? article.section : '';
    });
  }

  private async choose(): Promise<void> {
    const article = await this.desk.pickArticle();
    if (article) this.fields.write('article', article.id);
  }
}

class JobsView extends BlockView {
  readonly dom = el('div', { class: 'embed-card', contenteditable: 'false' });

  constructor(props: NodeViewRendererProps, desk: Desk) {
    super(props, desk);
    const { texts } = desk;
    this.dom.append(icon('jobs'), el('div', { class: 'card-text' }, el('p', { class: 'card-title' }, texts('jobsBlock')), this.bar(
      this.fields.field('title', texts('jobsTitle')), this.fields.field('words', texts('jobsWords')),
      this.fields.field('category', texts('jobsCategory'), { choices: [['', texts('jobsAll')], ...desk.categories.map(({ id, name }): [string, string] => [String(id), name])] }),
      this.fields.field('count', texts('jobsCount'), { choices: [['', texts('jobsUsual')], ...Array.from({ length: 10 }, (_, i): [string, string] => [String(i + 1), String(i + 1)])] }),
      this.remove())));
  }
}

const views: Record<string, new (props: NodeViewRendererProps, desk: Desk) => BlockView> = {
  picture: PictureView, gallery: GalleryView, blockquote: QuoteView, pullQuote: QuoteView, factBox: FactView, table: TableBlockView,
  embed: EmbedView, relatedArticle: RelatedView, jobsBlock: JobsView,
};

/** Gives those nodes a view that have one. */
export const dressed = (desk: Desk) => (node: Node): Node => {
  const View = views[node.name];
  return View ? node.extend({ addNodeView: () => props => new View(props, desk) }) : node;
};
