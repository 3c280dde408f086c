import type { MediaItem, MediaLibrary } from '../media/library';
import type { Texts } from '../frame/texts';

export interface ArticleItem {
  id: number;
  title: string;
  language: string;
  section: string;
  published: string | null;
}

export interface JobCategory {
  id: number;
  name: string;
}

/** What the blocks need from the page around the editor. */
export interface Desk {
  texts: Texts;
  media: MediaLibrary;
  origin: string;
  categories: JobCategory[];
  /** Says something to those who listen. */
  announce: (message: string) => void;
  pickPictures: (many: boolean) => Promise<MediaItem[]>;
  uploadPictures: (files: File[]) => Promise<MediaItem[]>;
  pickArticle: (title?: string) => Promise<ArticleItem | null>;
  findArticle: (id: number) => Promise<ArticleItem | null>;
}
