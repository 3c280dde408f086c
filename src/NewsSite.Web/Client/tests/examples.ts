import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

declare const CLIENT_FOLDER: string;

export interface Example {
  name: string;
  place: string;
  document: unknown;
}

const folder = path.join(CLIENT_FOLDER, '../../../tests/NewsSite.Tests/Platform/Html/Blocks/examples');

/** The documents that the server's tests read too. */
export function examples(kind: 'valid' | 'invalid'): Example[] {
  return readdirSync(path.join(folder, kind)).filter(file => file.endsWith('.json')).map(file => ({
    ...(JSON.parse(readFileSync(path.join(folder, kind, file), 'utf8')) as Example),
    name: path.basename(file, '.json'),
  }));
}
