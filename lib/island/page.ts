/**
 * What readers' pages can do beyond links and forms: search as one types, show the station that this phone remembers, keep
 * pages for when there is no network. Every page works without it. Written for Chrome 80 and iOS 13.
 */
import { drawMyStation } from './draw-my-station.ts';
import { startLiveSearch } from './live-search.ts';
import { keepForLater } from './tell-worker.ts';

startLiveSearch();
drawMyStation();
addEventListener('load', keepForLater);
