// What every page of the newsroom has beside its markup. No words stand here, they come with the page.
import { startBoards } from './frame/board';
import { startDrops } from './frame/drops';
import { startForms } from './frame/forms';
import { startPanels } from './frame/panels';
import { startPreviews } from './frame/previews';
import { startTokens } from './frame/tokens';
import { startPictureFields } from './media/field';
import { startMedia } from './media/shelf';

startPanels();
startPreviews();
startForms();
startDrops();
startTokens();
startBoards();
startMedia();
startPictureFields();
