import { fingerprint } from '../document/block';
import { problemOf } from '../document/check';
import { dropDraft, keepDraft, type Content } from './drafts';
import { Refused, request, Unreachable } from './exchange';

export interface Person {
  name: string;
  /** The same person in another window. */
  self?: boolean;
}

/** What the server has, when it is not what this window started from. */
export interface ServerCopy extends Content {
  revision: number;
  savedAt: string;
  savedBy: string;
}

interface Answer {
  revision: number;
  savedAt: string;
  savedBy?: string;
  others: Person[];
  /** Changes when something is said about a passage. */
  comments?: string;
  token?: string;
}

export type State =
  | { kind: 'saved'; at: string | null }
  | { kind: 'changed' | 'saving' | 'conflict' | 'signedOut' }
  | { kind: 'offline'; kept: boolean }
  | { kind: 'refused'; message: string; errors: Record<string, string[]> };

export interface Page {
  address: string;
  presence: string;
  token: string;
  key: string;
  revision: number;
  savedAt: string | null;
  content: Content;
  read: () => Content;
  show: (state: State) => void;
  others: (people: Person[]) => void;
  /** How the comments stand; the same word as before: nothing new. */
  comments: (mark: string) => void;
  /** Somebody else saved and this window has nothing unsaved. */
  newer: (by: string) => void;
  /** Both have changed it: resolves with what to save instead, or null to leave it open. */
  settle: (base: Content, mine: Content, theirs: ServerCopy) => Promise<Content | null>;
}

const afterChange = 2500;
const atLatest = 8000;
/** How often a window says that it is here: rarely while it is alone, soon while somebody else is here too. */
const presenceAlone = 10000;
const presenceTogether = 4000;

/** Brings what is written to the server every few seconds; keeps it in the browser until it is there. */
export class Autosave {
  readonly tab = crypto.randomUUID();
  private base: Content;
  private revision: number;
  private token: string;
  private isDirty = false;
  private running: Promise<boolean> | null = null;
  private isOpen = true;
  /** A conflict was left open: nothing is sent by itself until somebody asks for it. */
  private isHeld = false;
  private isKept = false;
  private dirtySince = 0;
  private timer = 0;
  private keepTimer = 0;
  private failures = 0;
  private meeting = 0;
  private isTogether = false;

  constructor(private readonly page: Page) {
    ({ content: this.base, revision: this.revision, token: this.token } = page);
    page.show({ kind: 'saved', at: page.savedAt });
    addEventListener('online', () => this.saveSoon(0));
    addEventListener('focus', () => { if (this.failures > 0) this.saveSoon(0); });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.keep().then(() => { if (!this.isHeld) void this.save(); });
      else void this.meet();
    });
    addEventListener('beforeunload', event => { if (this.isDirty && !this.isKept) event.preventDefault(); });
    addEventListener('pagehide', () => void request(page.presence, { method: 'DELETE', json: { tab: this.tab }, token: this.token, keepalive: true }).catch(() => {}));
    void this.meet();
  }

  changed(): void {
    if (!this.isDirty) this.dirtySince = Date.now();
    this.isDirty = true;
    this.isKept = false;
    if (this.running === null && this.isOpen && !this.isHeld && this.failures === 0) this.page.show({ kind: 'changed' });
    clearTimeout(this.keepTimer);
    this.keepTimer = window.setTimeout(() => void this.keep(), 400);
    this.saveSoon(Math.min(afterChange, Math.max(0, this.dirtySince + atLatest - Date.now())));
  }

  /** At once: Ctrl+S, or before the page is handed in or published. True when the server has everything. */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    // Of several that waited for the same save only one goes on, the others wait for that one.
    while (this.running) await this.running;
    if (!this.isOpen) return false;
    if (!this.isDirty) return true;
    const content = this.page.read();
    const problem = problemOf(content.document);
    if (problem) {
      this.page.show({ kind: 'refused', message: `${problem.place}: ${problem.rule}`, errors: {} });
      return false;
    }
    this.isHeld = false;
    this.running = this.send(content).finally(() => { this.running = null; });
    return this.running;
  }

  private async send(content: Content): Promise<boolean> {
    this.isDirty = false;
    this.page.show({ kind: 'saving' });
    try {
      const answer = await request<Answer>(this.page.address, { method: 'PUT', json: { revision: this.revision, tab: this.tab, ...content }, token: this.token });
      await this.saved(content, answer);
      return !this.isDirty;
    } catch (failure) {
      this.isDirty = true;
      await this.failed(failure, content);
      return false;
    }
  }

  private async saved(content: Content, answer: Answer): Promise<void> {
    this.base = content;
    this.revision = answer.revision;
    this.token = answer.token ?? this.token;
    this.failures = 0;
    this.met(answer);
    if (this.isDirty) {
      this.dirtySince = Date.now();
      this.saveSoon(afterChange);
      return;
    }
    this.page.show({ kind: 'saved', at: answer.savedAt });
    clearTimeout(this.keepTimer);
    await dropDraft(this.page.key, this.tab).catch(() => {});
    // Something may have been written meanwhile: that copy must not be the one that was dropped.
    if (this.isDirty) await this.keep();
  }

  private async failed(failure: unknown, content: Content): Promise<void> {
    const kept = await this.keep();
    if (failure instanceof Unreachable) {
      this.failures++;
      this.page.show({ kind: 'offline', kept });
      this.saveSoon(Math.min(30000, 3000 * 2 ** Math.min(4, this.failures - 1)));
      return;
    }
    if (!(failure instanceof Refused)) throw failure;
    const { problem } = failure;
    if (problem.status === 409) return this.conflict(content, problem['copy'] as ServerCopy);
    this.failures++;
    if (problem.status === 401) {
      this.page.show({ kind: 'signedOut' });
      this.saveSoon(15000);
    } else if (problem.status === 400 && problem['code'] === 'antiforgery' && this.failures < 3) {
      await this.renew();
      this.saveSoon(500);
    } else {
      this.page.show({ kind: 'refused', message: failure.message, errors: problem.errors ?? {} });
      if (problem.status === 429 || problem.status >= 500) this.saveSoon(15000);
      else this.failures = 0;
    }
  }

  private async conflict(mine: Content, theirs: ServerCopy): Promise<void> {
    this.isOpen = false;
    this.page.show({ kind: 'conflict' });
    const content = await this.page.settle(this.base, mine, theirs);
    this.isOpen = true;
    if (content === null) {
      this.isHeld = true;
      return;
    }
    this.base = { document: theirs.document, fields: theirs.fields };
    this.revision = theirs.revision;
    this.isDirty = true;
    await this.keep();
    this.saveSoon(0);
  }

  private saveSoon(milliseconds: number): void {
    clearTimeout(this.timer);
    if (!this.isHeld) this.timer = window.setTimeout(() => void this.save(), milliseconds);
  }

  /** True when the browser has it for sure. */
  async keep(): Promise<boolean> {
    if (!this.isDirty) return true;
    try {
      await keepDraft({ key: this.page.key, tab: this.tab, revision: this.revision, base: this.base, content: this.page.read(), at: Date.now() });
      this.isKept = true;
    } catch {
      this.isKept = false; // Private windows and full disks: leaving the page asks first.
    }
    return this.isKept;
  }

  /** A token that has grown old cannot be given back for a new one, but asking without changing anything needs none. */
  private async renew(): Promise<void> {
    const answer = await request<Answer>(this.page.presence).catch(() => null);
    this.token = answer?.token ?? this.token;
  }

  private async meet(): Promise<void> {
    clearTimeout(this.meeting);
    try {
      if (document.visibilityState === 'visible' && this.running === null && this.isOpen) await this.come();
    } finally {
      clearTimeout(this.meeting);
      this.meeting = window.setTimeout(() => void this.meet(), this.isTogether ? presenceTogether : presenceAlone);
    }
  }

  private async come(): Promise<void> {
    try {
      const answer = await request<Answer>(this.page.presence, { method: 'POST', json: { tab: this.tab, revision: this.revision }, token: this.token });
      this.token = answer.token ?? this.token;
      this.met(answer);
      if (answer.revision > this.revision && !this.isDirty && this.running === null) this.page.newer(answer.savedBy ?? '');
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused && failure.problem['code'] === 'antiforgery') await this.renew();
    }
  }

  private met({ others, comments }: Answer): void {
    this.isTogether = others.length > 0;
    this.page.others(others);
    if (comments !== undefined) this.page.comments(comments);
  }
}

export const sameContent = (left: Content, right: Content): boolean =>
  fingerprint(left.document) === fingerprint(right.document) && JSON.stringify(Object.entries(left.fields).sort()) === JSON.stringify(Object.entries(right.fields).sort());
