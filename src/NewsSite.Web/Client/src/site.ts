// Everything here is an extra: each page works without it. No words of the interface stand here, they come with the markup.
import { startEmbeds } from './embeds';
import { startGalleries } from './gallery';
import { startHeadlines } from './headlines';
import { startShare } from './share';
import { startTicker } from './ticker';
import { startTopJobs } from './topJobs';

startTicker();
startShare();
startGalleries();
startEmbeds();
startHeadlines();
startTopJobs();
