import { fieldError } from '../frame/dialog';
import { button, el, freshId } from '../frame/dom';
import { dayAndTime, type Texts } from '../frame/texts';
import type { Answer, Thread } from './talk';

/** What can be done with a comment; each answers whether it was done. */
export interface Deeds {
  show: (thread: Thread) => void;
  answer: (thread: Thread, text: string) => Promise<boolean>;
  resolve: (thread: Thread, isResolved: boolean) => Promise<boolean>;
  remove: (answer: Answer) => Promise<boolean>;
}

/** One thread in the panel. Texts of people become text, never markup. */
export function cardOf(texts: Texts, thread: Thread, isGone: boolean, deeds: Deeds): HTMLElement {
  const isDone = thread.resolved !== null;
  const card = el('li', { class: isDone ? 'remark remark--done' : 'remark', id: `comment-${thread.id}`, tabindex: '-1' });
  const reply = el('p', { class: 'form-buttons' },
    button(texts('commentAnswer'), () => card.append(answering(texts, thread, reply, deeds)), ' button--small'),
    button(isDone ? texts('commentReopen') : texts('commentDone'), () => void deeds.resolve(thread, !isDone), ' button--small'));
  card.append(
    isGone ? el('p', { class: 'remark-quote remark-quote--gone' }, `“${thread.quote}”`) : el('p', { class: 'remark-quote' }, button(`“${thread.quote}”`, () => deeds.show(thread), ' remark-show')),
    ...(isGone ? [el('p', { class: 'quiet' }, texts('commentGone'))] : []),
    ...said(texts, thread, deeds),
    ...thread.answers.map(answer => el('div', { class: 'remark-answer' }, ...said(texts, answer, deeds))),
    ...(thread.resolved ? [el('p', { class: 'quiet' }, texts('commentDoneBy', thread.resolved.by, dayAndTime(thread.resolved.at)))] : []),
    reply);
  return card;
}

function said(texts: Texts, { text, by, at, own, ...answer }: Answer, deeds: Deeds): HTMLElement[] {
  const remove = own ? button(texts('commentDelete'), () => { if (confirm(texts('commentDeleteAsk'))) void deeds.remove({ text, by, at, own, ...answer }); }, ' button--small button--text') : null;
  return [el('p', { class: 'remark-text' }, text), el('p', { class: 'quiet remark-by' }, `${by}, ${dayAndTime(at)}`, remove)];
}

function answering(texts: Texts, thread: Thread, reply: HTMLElement, deeds: Deeds): HTMLElement {
  const form = writing(texts, texts('commentYourAnswer'), texts('commentAnswer'), text => deeds.answer(thread, text), () => {
    form.remove();
    reply.hidden = false;
    reply.querySelector('button')?.focus();
  });
  reply.hidden = true;
  requestAnimationFrame(() => form.querySelector('textarea')?.focus());
  return form;
}

/** A field for a comment or an answer. It stands in the article's own form, so it is none itself: Enter with Ctrl sends it. */
export function writing(texts: Texts, label: string, send: string, act: (text: string) => Promise<boolean>, leave: () => void): HTMLElement {
  const field = el('textarea', { class: 'field', id: freshId('comment'), rows: '3', maxlength: '4000' });
  let isSending = false;
  const go = async (): Promise<void> => {
    if (isSending) return;
    if (field.value.trim() === '') return fieldError(field, texts('commentEmpty'));
    fieldError(field, null);
    isSending = true;
    const isDone = await act(field.value).finally(() => { isSending = false; });
    if (isDone) leave();
  };
  const box = el('div', { class: 'remark-writing' }, el('label', { class: 'form-label', for: field.id }, label), field,
    el('p', { class: 'form-buttons' }, button(send, () => void go(), ' button--small button--main'), button(texts('cancel'), leave, ' button--small')));
  box.addEventListener('keydown', event => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void go();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return box;
}
