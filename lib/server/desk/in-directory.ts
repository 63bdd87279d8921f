import type { Route } from 'next';

/**
 * An address of the desk about the city that this page was asked for, so that a click stays in it. A page that is
 * asked for none is about the first one of whoever asks.
 */
export function inDirectory(path: string, asked: string | null | undefined): Route {
  if (!asked) return path as Route;
  return `${path}${path.includes('?') ? '&' : '?'}directory=${encodeURIComponent(asked)}` as Route;
}
