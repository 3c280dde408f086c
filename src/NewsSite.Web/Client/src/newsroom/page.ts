import { Comments } from './comments/comments';
import type { Block } from './document/block';
import { finish, prepare } from './document/prepare';
import { ask, fieldError, toast } from './frame/dialog';
import { button, el } from './frame/dom';
import { lookUp } from './frame/list';
import { dayAndTime, jsonOf, textsOf, timeOfDay, type Texts } from './frame/texts';
import { MediaLibrary, type MediaItem } from './media/library';
import { pickPictures } from './media/picker';
import { Uploads } from './media/uploads';
import { Autosave, sameContent, type Person, type ServerCopy, type State } from './saving/autosave';
import { settleConflict } from './saving/conflict';
import { dropDraft, holdTab, leftDrafts, type Content } from './saving/drafts';
import { request } from './saving/exchange';
import { ArticleFields } from './saving/form';
import { startBeside } from './writing/beside';
import type { ArticleItem, Desk, JobCategory } from './writing/desk';
import { TextEditor } from './writing/mount';

/** Brings an element with data-editor to life; the attributes are told in the newsroom's contract. */
export async function startEditor(host: HTMLElement): Promise<void> {
  const given = (name: string): string => host.dataset[name] ?? '';
  const texts = textsOf(jsonOf(given('texts')));
  const desk = makeDesk(host, texts);
  const form = host.closest('form') ?? document.body;
  const status = statusOf(host, texts);
  let autosave: Autosave | null = null;
  startBeside(form, desk);
  const fields = new ArticleFields(form, () => autosave?.changed());
  const stored = (jsonOf(given('document')) as Block | null) ?? { type: 'doc' };
  const comments = Comments.on(document, texts);
  const text = new TextEditor(host, desk, stored, () => autosave?.changed(), comments);
  comments?.attach(text.editor);
  const read = (): Content => ({ document: text.document, fields: fields.read() });
  const write = (content: Content): void => {
    text.replace(content.document);
    fields.write(content.fields);
  };
  if (given('save') === '') {
    // Without autosave the form takes the text along in a hidden field.
    const into = document.querySelector<HTMLInputElement>(given('into') || 'null');
    form.addEventListener('submit', () => { if (into) into.value = JSON.stringify(finish(text.document)); });
    host.dataset['ready'] = 'true';
    return;
  }

  const key = given('key');
  const content: Content = { document: finish(prepare(stored)), fields: fields.read() };
  autosave = new Autosave({
    address: given('save'), presence: given('presence'), token: given('token'), key, content, read,
    revision: Number(given('revision')), savedAt: host.dataset['savedAt'] ?? null,
    show: state => {
      status.show(state);
      fields.showErrors(state.kind === 'refused' ? state.errors : {}, tellField);
    },
    others: people => status.others(people),
    comments: mark => comments?.follow(mark),
    newer: by => status.newer(by),
    settle: async (base, mine, theirs) => {
      const settled = await settleConflict(texts, fields, base, mine, theirs);
      if (settled) write(settled);
      else status.conflict(() => autosave!.save());
      return settled;
    },
  });
  holdTab(key, autosave.tab);
  const saver = autosave;
  addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    status.asked();
    void saver.save();
  });
  // Whatever the form does next (hand in, publish, preview) must find the newest text on the server.
  form.addEventListener('submit', event => {
    if (form.dataset['savedFirst'] === 'true') return;
    event.preventDefault();
    // A form that is still being submitted cannot be submitted again, so the save is given a moment even when it is done at once.
    void saver.save().then(done => new Promise<boolean>(go => setTimeout(() => go(done)))).then(done => {
      if (!done) return toast(texts('notSavedYet'), 'wrong');
      form.dataset['savedFirst'] = 'true';
      (form as HTMLFormElement).requestSubmit((event as SubmitEvent).submitter);
      delete form.dataset['savedFirst'];
    });
  });
  await restore(texts, key, { revision: Number(given('revision')), savedAt: host.dataset['savedAt'] ?? new Date().toISOString(), savedBy: given('savedBy'), ...content }, fields, found => {
    write(found);
    saver.changed();
    return saver.keep();
  });
  host.dataset['ready'] = 'true';
}

function tellField(field: HTMLElement, message: string | null): void {
  const had = document.activeElement;
  fieldError(field, message);
  // An error that comes while someone types must not take the cursor away.
  if (had instanceof HTMLElement && had !== document.body) had.focus();
}

function makeDesk(host: HTMLElement, texts: Texts): Desk {
  const library = new MediaLibrary(host.dataset['media'] ?? '', (jsonOf(host.dataset['pictures']) as MediaItem[] | null) ?? []);
  const uploads = new Uploads(texts, host.dataset['upload'] ?? '', host.dataset['token'] ?? '', library);
  const articles = host.dataset['articles'] ?? '';
  const known = new Map<number, Promise<ArticleItem | null>>();
  const voice = document.body.appendChild(el('p', { class: 'hidden-visually', role: 'status' }));
  return {
    texts,
    media: library,
    origin: location.origin,
    categories: (jsonOf(host.dataset['categories']) as JobCategory[] | null) ?? [],
    announce: message => { voice.textContent = message; },
    pickPictures: many => pickPictures(texts, library, uploads, many),
    uploadPictures: files => uploads.send(files),
    pickArticle: title => lookUp<ArticleItem>(texts, title ?? texts('relatedArticle'), async (words, signal) => (await request<{ items: ArticleItem[] }>(`${articles}?q=${encodeURIComponent(words)}`, { signal })).items,
      item => el('span', { class: 'lookup-words' }, el('strong', { lang: item.language }, item.title), el('span', { class: 'quiet' }, [item.section, item.published ? dayAndTime(item.published) : texts('unpublished')].join(' · ')))),
    findArticle: id => {
      const found = known.get(id) ?? request<{ items: ArticleItem[] }>(`${articles}?ids=${id}`).then(({ items }) => items[0] ?? null, () => null);
      known.set(id, found);
      return found;
    },
  };
}

/** The line that says how safe the text is, and who else has it open. */
function statusOf(host: HTMLElement, texts: Texts): { show: (state: State) => void; others: (people: Person[]) => void; newer: (by: string) => void; conflict: (open: () => void) => void; asked: () => void } {
  const place = document.querySelector<HTMLElement>(host.dataset['status'] ?? '') ?? host.appendChild(el('div'));
  const line = el('p', { class: 'save-state' });
  // Only what somebody must know is read out: a voice at every save would talk into the writing.
  const voice = el('p', { class: 'hidden-visually', role: 'status' });
  const people = el('p', { class: 'save-others', role: 'status' });
  const action = el('p', { class: 'save-action' });
  place.append(line, voice, people, action);
  let wasSafe = true;
  let wasAsked = false;
  const say = (kind: string, words: string): void => {
    if (line.textContent === words && line.dataset['state'] === kind) return;
    line.dataset['state'] = kind;
    line.textContent = words;
    const isSafe = kind === 'saved' || kind === 'changed' || kind === 'saving';
    if (!isSafe || (kind === 'saved' && (!wasSafe || wasAsked))) voice.textContent = words;
    if (kind === 'saved' || !isSafe) wasSafe = isSafe;
    if (kind === 'saved') wasAsked = false;
  };
  return {
    show: state => {
      if (state.kind !== 'conflict') action.replaceChildren();
      if (state.kind === 'saved') say(state.kind, state.at ? texts('savedAt', timeOfDay(state.at)) : texts('notYetSaved'));
      else if (state.kind === 'offline') say(state.kind, texts(state.kept ? 'offlineKept' : 'offlineNotKept'));
      else if (state.kind === 'refused') say(state.kind, texts('refused', state.message));
      else say(state.kind, texts(`state-${state.kind}`));
      if (state.kind === 'signedOut') action.replaceChildren(el('a', { class: 'button button--small', href: host.dataset['signIn'] ?? '/account/sign-in', target: '_blank', rel: 'noopener' }, texts('signInAgain')));
    },
    others: others => {
      const names = others.map(({ name, self }) => (self ? texts('youElsewhere') : name));
      const words = names.length === 0 ? '' : texts('othersHere', new Intl.ListFormat(document.documentElement.lang || 'en').format(names));
      if (people.textContent !== words) people.textContent = words;
    },
    newer: by => {
      if (action.dataset['newer'] === by && action.childElementCount > 0) return;
      action.dataset['newer'] = by;
      voice.textContent = texts('newerThere', by);
      action.replaceChildren(texts('newerThere', by), ' ', button(texts('loadNewer'), () => location.reload(), ' button--small'));
    },
    asked: () => {
      voice.textContent = line.dataset['state'] === 'saved' ? line.textContent : '';
      wasAsked = true;
    },
    conflict: open => action.replaceChildren(button(texts('conflictOpen'), open, ' button--small')),
  };
}

/** What a crash or a lost connection left in this browser is offered, never taken without asking. */
async function restore(texts: Texts, key: string, server: ServerCopy, fields: ArticleFields, take: (content: Content) => Promise<boolean>): Promise<void> {
  const drafts = await leftDrafts(key).catch(() => []);
  for (const draft of drafts) {
    if (sameContent(draft.content, server)) {
      await dropDraft(draft.key, draft.tab);
      continue;
    }
    const answer = await ask<'take' | 'drop'>(texts, texts('restoreTitle'), [
      el('p', {}, texts('restoreWhy', dayAndTime(draft.at))),
      el('p', {}, button(texts('restoreDrop'), event => {
        dropped = true;
        (event.target as HTMLElement).closest('form')!.requestSubmit();
      }, ' button--small')),
    ], texts('restoreTake'), () => (dropped ? 'drop' : 'take'));
    if (answer === 'take') {
      const content = draft.revision === server.revision ? draft.content : await settleConflict(texts, fields, draft.base, draft.content, server);
      if (content === null) return;
      if (await take(content)) await dropDraft(draft.key, draft.tab);
      return;
    }
    if (answer === 'drop') await dropDraft(draft.key, draft.tab);
  }
}

let dropped = false;
