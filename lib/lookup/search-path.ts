/** The address of a search. In a file of its own: `lookup.js` is full, and of the other addresses the phone needs none. */
export const searchPath = (directory: string, query: string) => `/${directory}?q=${encodeURIComponent(query)}`;
