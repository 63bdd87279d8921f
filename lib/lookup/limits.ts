/** The longest query that is read, in characters; the field takes no more, and what comes longer is cut there. */
export const QUERY_LIMIT = 100;
