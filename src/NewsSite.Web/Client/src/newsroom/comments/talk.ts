import { request } from '../saving/exchange';
import type { Passage } from './passage';

export interface Answer {
  id: number;
  text: string;
  at: string;
  by: string;
  own: boolean;
}

export interface Thread extends Answer {
  /** The passage as it was when the comment was made. */
  quote: string;
  passage: Passage;
  resolved: { at: string; by: string } | null;
  answers: Answer[];
}

interface Reply {
  threads: Thread[];
  /** The same as long as nothing is said, answered, resolved or deleted. */
  mark: string;
  token: string;
}

/** What the server knows of the article's comments; every answer brings them all, they are few. */
export class Talk {
  /** How the comments stood when they were last read. */
  mark = '';
  private token = '';

  constructor(private readonly address: string) {}

  read(): Promise<Thread[]> {
    return this.ask('', 'GET');
  }

  begin(text: string, passage: Passage): Promise<Thread[]> {
    return this.ask('', 'POST', { text, ...passage });
  }

  answer(thread: number, text: string): Promise<Thread[]> {
    return this.ask(`/${thread}/answers`, 'POST', { text });
  }

  resolve(thread: number, isResolved: boolean): Promise<Thread[]> {
    return this.ask(`/${thread}/resolved`, isResolved ? 'PUT' : 'DELETE');
  }

  remove(id: number): Promise<Thread[]> {
    return this.ask(`/${id}`, 'DELETE');
  }

  /** Passages that have moved with the text. */
  move(passages: Map<number, Passage>): Promise<Thread[]> {
    return this.ask('/passages', 'PUT', { passages: [...passages].map(([id, passage]) => ({ id, ...passage })) });
  }

  private async ask(path: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', json?: unknown): Promise<Thread[]> {
    const reply = await request<Reply>(this.address + path, { method, token: this.token, ...(json === undefined ? {} : { json }) });
    this.token = reply.token;
    this.mark = reply.mark;
    return reply.threads;
  }
}
