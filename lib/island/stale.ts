/**
 * `/stale.js`: answered in the place of a script that this build has not. The page was drawn by another one: it is loaded
 * anew, with what was typed.
 */
import { reloadSeldom } from './kept-page.ts';

reloadSeldom();
