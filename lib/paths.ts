// Apart from the others, so that the phone is not sent every address for two.
export const stationPath = (directory: string, station: string) => `/${directory}/stations/${station}`;
/** After a station's address: the district, not its own, whose list one comes from. */
export const fromDistrict = (district: string | undefined) => (district === undefined ? '' : `?from=${district}`);

/** What the report form has ticked when it is opened, such as `{ kind: 'missed', day: 'today' }`. */
export interface Ticked {
  kind?: string | undefined;
  day?: 'today' | undefined;
}

/** 登记没收到: nobody has to say again what went wrong, and which day's paper it is. */
export const MISSED_TODAY: Ticked = { kind: 'missed', day: 'today' };

/** @param station '' where it is not the one that was meant, undefined where none is named */
export function reportPath(directory: string, station?: string, ticked: Ticked = {}): string {
  const said = Object.entries({ station, ...ticked }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/${directory}/report${said.length > 0 ? `?${new URLSearchParams(said)}` : ''}`;
}

/** Every URL of the site, so that a page can move in one place. */
export const paths = {
  home: '/',
  /** @param id of a directory, '' for the pages of none */
  sitemapOf: (id: string) => `/sitemap.xml?of=${id}`,
  directory: (directory: string) => `/${directory}`,
  district: (directory: string, district: string) => `/${directory}/${district}`,
  station: stationPath,
  problem: (directory: string, station: string, phone: string) =>
    `/${directory}/stations/${station}/problem?phone=${encodeURIComponent(phone)}`,
  problemSend: (directory: string, station: string) => `/${directory}/stations/${station}/problem/send`,
  contact: (directory: string, station: string) => `/${directory}/stations/${station}/contact.vcf`,
  card: (directory: string, station: string) => `${stationPath(directory, station)}/card`,
  poster: (directory: string, station: string) => `${stationPath(directory, station)}/poster`,
  row: (directory: string, station: string) => `${stationPath(directory, station)}/row.json`,
  print: (directory: string) => `/${directory}/print`,
  about: (directory: string) => `/${directory}/data`,
  csv: (directory: string) => `/${directory}/data/${directory}.csv`,
  xlsx: (directory: string) => `/${directory}/data/${directory}.xlsx`,
  json: (directory: string) => `/${directory}/data/${directory}.json`,
  changes: (directory: string) => `/${directory}/changes.atom`,
  /** What describes the tables that lie beside it. */
  package: (directory: string) => `/${directory}/data/package/datapackage.json`,
  vcard: (directory: string) => `/${directory}/data/${directory}.vcf`,
  report: reportPath,
  reportCheck: (directory: string) => `/${directory}/report/check`,
  reportDone: (directory: string) => `/${directory}/report/done`,
  reportSend: (directory: string) => `/${directory}/report/send`,
  notices: (directory: string) => `/${directory}/notices`,
  noticesSend: (directory: string) => `/${directory}/notices/send`,
  /** @param words what was told, to be said back */
  places: (directory: string, words?: string) =>
    `/${directory}/places${words === undefined ? '' : `?words=${encodeURIComponent(words)}`}`,
  placesNotTold: (directory: string) => `/${directory}/places?not=1`,
  placesSend: (directory: string) => `/${directory}/places/send`,
  track: (directory: string) => `/${directory}/track`,
  trackSend: (directory: string) => `/${directory}/track/send`,
  privacy: '/privacy',
  textSize: (to: string, back: string) => `/text-size?to=${to}&back=${encodeURIComponent(back)}`,
  api: {
    directory: (directory: string) => `/api/v1/directories/${directory}`,
  },
  desk: {
    home: '/desk',
    signIn: (back: string) => `/desk?back=${encodeURIComponent(back)}`,
    /** Where the code is asked for, after the password. */
    secondStep: (back: string) => `/desk/second-step?back=${encodeURIComponent(back)}`,
    /** Where the form of an action is sent. */
    send: (action: string) => `/desk/send/${action}`,
    setup: (token: string) => `/desk/setup/${token}`,
    flags: '/desk/flags',
    numbers: '/desk/flags?tab=numbers',
    calling: '/desk/calling',
    callingSheet: '/desk/calling/print',
    flag: (station: string) => `/desk/flags/${station}`,
    flagsCsv: '/desk/flags/history.csv',
    flagsJson: '/desk/flags/history.json',
    directory: '/desk/directory',
    station: (station: string) => `/desk/directory/stations/${station}`,
    addStation: '/desk/directory/add',
    cityFacts: '/desk/directory/facts',
    editionFile: (seq: number) => `/desk/directory/file?seq=${seq}`,
    import: '/desk/directory/import',
    importStep: (draft: string, step: string) => `/desk/directory/import/${draft}/${step}`,
    notices: '/desk/notices',
    notice: (id: number) => `/desk/notices?of=${id}`,
    places: '/desk/places',
    place: (text: string) => `/desk/places?of=${encodeURIComponent(text)}`,
    cities: '/desk/cities',
    /** At which part of the desk the chosen one opens. */
    citiesTo: (path: string) => `/desk/cities?to=${encodeURIComponent(path)}`,
    newCity: '/desk/cities/new',
    newCityIn: (prefecture: string) => `/desk/cities/new?prefecture=${prefecture}`,
    /** Of one that readers have not seen. */
    madeCity: (id: string) => `/desk/cities/new/${id}`,
    madeCityIn: (id: string, prefecture: string) => `/desk/cities/new/${id}?prefecture=${prefecture}`,
    people: '/desk/people',
    person: (username: string) => `/desk/people?person=${encodeURIComponent(username)}`,
    reports: '/desk/reports',
    report: (ref: string) => `/desk/reports/${ref}`,
    fileReport: '/desk/reports/new',
    reportsCsv: '/desk/reports/queue.csv',
    /** Work orders of some reports, by their numbers. @param phones with those that whoever asks has looked at */
    workOrders: (refs: readonly string[], phones = false) =>
      `/desk/reports/print?of=${refs.join('.')}${phones ? '&phones=1' : ''}`,
    board: '/desk/board',
    boardCsv: '/desk/board/reports.csv',
    copies: '/desk/board/copies',
    copiesCsv: '/desk/board/copies.csv',
    help: '/desk/help',
    helpOf: (role: string) => `/desk/help/${role}`,
    /** A picture of a page, which help shows. */
    helpPicture: (name: string) => `/help/${name}.webp`,
    settings: '/desk/settings',
    channels: '/desk/settings/channels',
    phrases: '/desk/settings/phrases',
    office: '/desk/settings/office',
    /** With the form of the special day that begins then. */
    specialDay: (from: string) => `/desk/settings/office?day=${from}`,
    secondFactor: '/desk/settings/second-factor',
    audit: '/desk/settings/audit',
    auditCsv: '/desk/settings/audit/audit.csv',
  },
} as const;
