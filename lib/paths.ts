/**
 * What stands in addresses where the id of a city, a district or a station stands: no id may be one of these. A test
 * derives them from the routes.
 */
export const RESERVED_IDS = 'api data desk healthz print privacy report stations text-size track'.split(' ');

/** Every URL of the site, so that a page can move in one place. */
export const paths = {
  home: '/',
  directory: (directory: string) => `/${directory}`,
  search: (directory: string, query: string) => `/${directory}?q=${encodeURIComponent(query)}`,
  district: (directory: string, district: string) => `/${directory}/${district}`,
  station: (directory: string, station: string) => `/${directory}/stations/${station}`,
  problem: (directory: string, station: string, phone: string) =>
    `/${directory}/stations/${station}/problem?phone=${encodeURIComponent(phone)}`,
  problemSend: (directory: string, station: string) => `/${directory}/stations/${station}/problem/send`,
  contact: (directory: string, station: string) => `/${directory}/stations/${station}/contact.vcf`,
  print: (directory: string) => `/${directory}/print`,
  about: (directory: string) => `/${directory}/data`,
  csv: (directory: string) => `/${directory}/data/${directory}.csv`,
  json: (directory: string) => `/${directory}/data/${directory}.json`,
  contacts: (directory: string) => `/${directory}/data/${directory}.vcf`,
  report: (directory: string, station?: string) =>
    `/${directory}/report${station === undefined ? '' : `?station=${station}`}`,
  reportCheck: (directory: string) => `/${directory}/report/check`,
  reportDone: (directory: string) => `/${directory}/report/done`,
  reportSend: (directory: string) => `/${directory}/report/send`,
  track: (directory: string) => `/${directory}/track`,
  trackSend: (directory: string) => `/${directory}/track/send`,
  privacy: '/privacy',
  textSize: (to: string, back: string) => `/text-size?to=${to}&back=${encodeURIComponent(back)}`,
  api: {
    directories: '/api/v1/directories',
    directory: (directory: string) => `/api/v1/directories/${directory}`,
    stations: (directory: string) => `/api/v1/directories/${directory}/stations`,
    station: (directory: string, station: string) => `/api/v1/directories/${directory}/stations/${station}`,
    openapi: '/api/v1/openapi.json',
  },
  desk: {
    home: '/desk',
    signIn: (back: string) => `/desk?back=${encodeURIComponent(back)}`,
    setup: (token: string) => `/desk/setup/${token}`,
    flags: '/desk/flags',
    numbers: '/desk/flags?tab=numbers',
    flag: (station: string) => `/desk/flags/${station}`,
    flagsCsv: '/desk/flags/history.csv',
    flagsJson: '/desk/flags/history.json',
    people: '/desk/people',
    reports: '/desk/reports',
    report: (ref: string) => `/desk/reports/${ref}`,
    fileReport: '/desk/reports/new',
    reportsCsv: '/desk/reports/queue.csv',
    board: '/desk/board',
    settings: '/desk/settings',
  },
  health: '/healthz',
} as const;
