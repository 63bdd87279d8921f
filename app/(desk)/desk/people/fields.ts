/** Names of the fields of a person's form. */

export const roleField = (city: string): string => `role-${city}`;
export const ownerField = 'owner';
