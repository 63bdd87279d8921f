/** Work orders that are printed at once: their numbers stand in one address. */
export const MOST_ORDERS = 50;
