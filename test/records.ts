import {
  type Edition,
  type Flag,
  noteOf,
  type Phone,
  type PublishedDirectory,
  type Station,
} from '../lib/directory/records.ts';

/** Fixed records for tests, of a plainly fictional directory; no number here can be called but those in the table. */

const EDITION = 'example-2025-01-01';

export const aPhone = (over: Partial<Phone> = {}): Phone => ({
  directory: 'example',
  id: 'shili-office-1',
  station: 'shili',
  role: 'office',
  kind: 'fixed_line',
  printed: '86902732',
  cells: [{ edition: EDITION, table: 1, row: 1, col: 3, raw: '86902732' }],
  e164: '+8641186902732',
  extension: null,
  tel: 'tel:+8641186902732',
  areaCodeFrom: 'notice',
  checked: null,
  ...over,
});

export const aMobile = (over: Partial<Phone> = {}): Phone =>
  aPhone({
    id: 'shili-mobile-1',
    role: 'mobile',
    kind: 'mobile',
    printed: '18525553600',
    cells: [{ edition: EDITION, table: 1, row: 1, col: 4, raw: '18525553600' }],
    e164: '+8618525553600',
    tel: 'tel:+8618525553600',
    areaCodeFrom: null,
    ...over,
  });

export const aStation = (over: Partial<Station> = {}): Station => ({
  directory: 'example',
  id: 'shili',
  row: 1,
  name: { printed: '示例', value: '示例', cells: [], how: 'printed' },
  district: { printed: '示例区', value: 'shiliqu', cells: [], how: 'printed' },
  aliases: [],
  adminCandidates: [],
  alsoFoundUnder: [],
  otherCells: [],
  ...over,
});

export const aFlag = (over: Partial<Flag> = {}): Flag => ({
  id: 'f1',
  code: 'phone.not_public',
  dimension: 'validity',
  severity: 'error',
  subject: { record: 'shili', phone: 'shili-mobile-1', field: 'mobile' },
  row: 1,
  cells: [],
  printed: '18525553600',
  evidence: [],
  suggestion: null,
  rule: 'a test',
  status: 'open',
  ...over,
});

const FACTS: Edition = {
  id: EDITION,
  directory: 'example',
  title: '示例市报纸发行站电话',
  city: '示例',
  country: 'CN',
  areaCode: '0411',
  publisher: '示例报社',
  effectiveFrom: '2025-01-01',
  printedAbout: '2025-01',
  cityLine: { label: '示例市局客服', printed: '0411-82804150', e164: '+8641182804150', tel: 'tel:+8641182804150' },
  cityLineAmbiguity: null,
  sha256: '0'.repeat(64),
  mediaType: 'text/tab-separated-values',
  encoding: 'utf-8',
  importedAt: '2026-11-20',
};

export const aDirectory = (over: Partial<PublishedDirectory> = {}): PublishedDirectory => ({
  id: 'example',
  version: 'v1',
  edition: EDITION,
  districts: [
    { directory: 'example', id: 'shiliqu', label: '示例区', kind: 'delivery_area', adminCandidates: [] },
    { directory: 'example', id: 'linqu', label: '邻区', kind: 'delivery_area', adminCandidates: [] },
  ],
  stations: [aStation()],
  phones: [aPhone(), aMobile()],
  flags: [],
  setAside: [],
  facts: FACTS,
  editions: [noteOf(over.facts ?? FACTS)],
  firstIn: {},
  closed: [],
  places: { divisions: null, areas: [], landmarks: [] },
  landmarks: [],
  service: { operator: null, hours: null, limits: null, deliveryCutOff: null, onlineReports: true, shortCodes: [] },
  ...over,
});
