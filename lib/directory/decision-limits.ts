/** The longest a reason and a corrected value may be, in characters. Apart from the schemas: the browser asks too. */
export const LIMITS = { reason: 500, value: 60 } as const;

/** The same of what an admin changes of a city or of its notice. */
export const LONGEST_FACT = { city_line_name: 30, title: 100, publisher: 60 } as const;

/** One more name by which something is found, in characters: one letter alone would be found in everything. */
export const ALIAS_LENGTH = { least: 2, most: 20 } as const;
