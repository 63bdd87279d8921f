/** The longest a reason and a corrected value may be, in characters. Apart from the schemas: the browser asks too. */
export const LIMITS = { reason: 500, value: 60 } as const;
