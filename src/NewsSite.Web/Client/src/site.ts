// Everything here is an extra: each page works without it. No words of the interface stand here, they come with the markup.
import { startEmbeds } from './embeds';
import { startGalleries } from './gallery';
import { startHeadlines } from './headlines';
import { startNearMe } from './nearMe';
import { startAsking, startOpened } from './results';
import { startSavedJobs } from './savedJobs';
import { startSeen } from './seen';
import { startShare } from './share';
import { startSuggestions } from './suggestions';
import { startTicker } from './ticker';
import { startTopJobs } from './topJobs';

startTicker();
startSavedJobs();
startShare();
startGalleries();
startEmbeds();
startHeadlines();
startTopJobs();
startSuggestions();
startNearMe();
startOpened();
startAsking();
startSeen();
