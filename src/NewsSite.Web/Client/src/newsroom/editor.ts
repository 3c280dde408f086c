// The article editor: loaded only on the page where an article is written.
import { startEditor } from './page';

for (const host of document.querySelectorAll<HTMLElement>('[data-editor]')) void startEditor(host);
