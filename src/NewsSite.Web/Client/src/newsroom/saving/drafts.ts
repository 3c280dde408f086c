import type { Block } from '../document/block';
import type { Fields } from '../document/merge';

export interface Content {
  document: Block;
  fields: Fields;
}

/** What is in this browser and not yet on the server. */
export interface Draft {
  /** Whose and of what: user and article. */
  key: string;
  /** Which window wrote it. */
  tab: string;
  /** The revision it started from, and what that said: so that it can be merged with a newer one. */
  revision: number;
  base: Content;
  content: Content;
  at: number;
}

const databaseName = 'newsroom';
const store = 'drafts';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: ['key', 'tab'] });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error!);
  });
}

async function within<T>(mode: IDBTransactionMode, act: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error!);
    });
  } finally {
    database.close();
  }
}

export const keepDraft = (draft: Draft): Promise<unknown> => within('readwrite', drafts => drafts.put(draft));

export const dropDraft = (key: string, tab: string): Promise<unknown> => within('readwrite', drafts => drafts.delete([key, tab]));

/** Drafts that no open window is still writing, newest first. */
export async function leftDrafts(key: string): Promise<Draft[]> {
  const drafts = await within<Draft[]>('readonly', all => all.getAll(IDBKeyRange.bound([key, ''], [key, '\uffff'])));
  const held = new Set((await navigator.locks?.query())?.held?.map(lock => lock.name) ?? []);
  return drafts.filter(draft => !held.has(lockName(draft.key, draft.tab))).sort((left, right) => right.at - left.at);
}

/** Holds a lock as long as this window lives, so that others leave its draft alone. */
export function holdTab(key: string, tab: string): void {
  void navigator.locks?.request(lockName(key, tab), () => new Promise(() => {}));
}

const lockName = (key: string, tab: string): string => `draft:${key}:${tab}`;
