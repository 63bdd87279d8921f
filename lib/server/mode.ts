/** Whether this is `npm run dev`. Next puts the value in at build time. */
export const development = process.env.NODE_ENV === 'development';
