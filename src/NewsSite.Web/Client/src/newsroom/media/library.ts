import { request } from '../saving/exchange';

/** A picture of the media library, as the server tells it. */
export interface MediaItem {
  id: number;
  name: string;
  alt: string;
  caption: string;
  credit: string;
  src: string;
  width: number;
  height: number;
  /** Where the eye goes, in percent of width and height. */
  focus?: { x: number; y: number };
  /** Why it should not be used: rights that ended. */
  warning?: string;
}

export interface MediaPage {
  items: MediaItem[];
  next: string | null;
}

export class MediaLibrary {
  private readonly known = new Map<number, MediaItem>();
  private asked = new Map<number, Promise<MediaItem | null>>();
  private waiting: number[] = [];

  constructor(private readonly address: string, items: readonly MediaItem[]) {
    this.remember(items);
  }

  remember(items: readonly MediaItem[]): void {
    for (const item of items) this.known.set(item.id, item);
  }

  async search(words: string, next: string | null, signal: AbortSignal): Promise<MediaPage> {
    const page = await request<MediaPage>(next ?? `${this.address}?q=${encodeURIComponent(words)}`, { signal });
    this.remember(page.items);
    return page;
  }

  /** One picture; those that are asked for in the same moment go in one request. */
  find(id: number): MediaItem | Promise<MediaItem | null> {
    const known = this.known.get(id);
    if (known) return known;
    let asked = this.asked.get(id);
    if (!asked) {
      this.waiting.push(id);
      asked = Promise.resolve().then(() => this.fetchWaiting()).then(() => this.known.get(id) ?? null);
      this.asked.set(id, asked);
    }
    return asked;
  }

  private fetching: Promise<void> = Promise.resolve();

  private fetchWaiting(): Promise<void> {
    const ids = this.waiting;
    this.waiting = [];
    if (ids.length > 0) {
      this.fetching = request<MediaPage>(`${this.address}?ids=${ids.join(',')}`).then(page => this.remember(page.items), () => {
        for (const id of ids) this.asked.delete(id);
      });
    }
    return this.fetching;
  }
}
