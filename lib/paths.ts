/** Every URL of the site, so that a page can move in one place. */
export const paths = {
  home: '/',
  directory: (directory: string) => `/${directory}`,
  search: (directory: string, query: string) => `/${directory}?q=${encodeURIComponent(query)}`,
  district: (directory: string, district: string) => `/${directory}/${district}`,
  station: (directory: string, station: string) => `/${directory}/stations/${station}`,
  contact: (directory: string, station: string) => `/${directory}/stations/${station}/contact.vcf`,
  print: (directory: string) => `/${directory}/print`,
  about: (directory: string) => `/${directory}/data`,
  csv: (directory: string) => `/${directory}/data/${directory}.csv`,
  json: (directory: string) => `/${directory}/data/${directory}.json`,
  contacts: (directory: string) => `/${directory}/data/${directory}.vcf`,
  privacy: '/privacy',
  textSize: (to: string, back: string) => `/text-size?to=${to}&back=${encodeURIComponent(back)}`,
  api: {
    directories: '/api/v1/directories',
    directory: (directory: string) => `/api/v1/directories/${directory}`,
    stations: (directory: string) => `/api/v1/directories/${directory}/stations`,
    station: (directory: string, station: string) => `/api/v1/directories/${directory}/stations/${station}`,
    openapi: '/api/v1/openapi.json',
  },
  health: '/healthz',
} as const;
