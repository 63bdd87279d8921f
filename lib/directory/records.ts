import { z } from 'zod';
import { serviceSchema } from '../reports/service.ts';
import { directoryIdSchema, idSchema } from '../text/ids.ts';
import { DIMENSIONS, FLAG_CODES, SEVERITIES } from './flags.ts';
import { openingHoursSchema } from './opening-hours.ts';

/**
 * The records of a directory, one zod schema each: used alike by the normaliser, the pages, the API, OpenAPI and the
 * store. `printed` is what the paper says and never changes; `value` is what we make of it; `how` says by which step.
 */

/** Where a value stands in the source: `row` counts data rows from 1, `col` columns from 1. */
export const cellSchema = z.object({
  edition: z.string(),
  table: z.int().min(1),
  row: z.int().min(1),
  col: z.int().min(1),
  raw: z.string(),
  /** How a spreadsheet keeps it, where that is not as text. */
  type: z.enum(['number', 'formula']).optional(),
});
export type Cell = z.infer<typeof cellSchema>;

const howSchema = z.enum(['printed', 'span', 'inherited', 'heading', 'normalised', 'derived', 'corrected', 'added']);
export type How = z.infer<typeof howSchema>;

/** A value with its provenance. An empty or absent cell is `printed: null`. */
export const fieldSchema = z.object({
  printed: z.string().nullable(),
  value: z.string().nullable(),
  cells: z.array(cellSchema),
  how: howSchema,
});
export type Field = z.infer<typeof fieldSchema>;

/** An administrative division that may be meant. A candidate only, never a fact about the station. */
export const adminCandidateSchema = z.object({
  code: z.string().regex(/^\d{6,12}$/),
  name: z.string(),
  relation: z.enum(['same_name', 'same_stem', 'functional_area', 'suffix_dropped']),
});
export type AdminCandidate = z.infer<typeof adminCandidateSchema>;

/** A delivery area of the post, not an administrative district. `label` is what readers see. */
export const districtSchema = z.object({
  directory: directoryIdSchema,
  id: idSchema,
  label: z.string(),
  kind: z.enum(['delivery_area', 'functional_area', 'unknown']),
  adminCandidates: z.array(adminCandidateSchema),
});
export type District = z.infer<typeof districtSchema>;

/** Why a station is also found under another district than its own. */
export const ALSO_FOUND_REASONS = ['same_name_street', 'printed_beside'] as const;
export const alsoFoundUnderSchema = z.object({ district: idSchema, reason: z.enum(ALSO_FOUND_REASONS) });
export type AlsoFoundUnder = z.infer<typeof alsoFoundUnderSchema>;

/** How a number was established, when somebody checked it. */
export const CHECK_METHODS = ['called', 'official', 'station'] as const;
const checkSchema = z.object({ how: z.enum(CHECK_METHODS), at: z.iso.datetime() });
export type Check = z.infer<typeof checkSchema>;

/** What staff established and no paper printed. */
const saidSchema = checkSchema.extend({ value: z.string() });
export type Said = z.infer<typeof saidSchema>;

/**
 * One delivery station; `district.value` is a district's id. A row with only a number has `name.value: null`. One that
 * staff added has row 0 and nothing printed.
 */
export const stationSchema = z.object({
  directory: directoryIdSchema,
  id: idSchema,
  row: z.int().min(0),
  name: fieldSchema,
  district: fieldSchema,
  aliases: z.array(z.string()),
  adminCandidates: z.array(adminCandidateSchema),
  alsoFoundUnder: z.array(alsoFoundUnderSchema),
  /** What the row holds in columns that are neither district, name nor number. */
  otherCells: z.array(cellSchema),
  /** What it holds in columns of people's names: for editors, in no page, API or file. */
  contactCells: z.array(cellSchema).optional(),
  /** The edition that printed it, where a newer one does not and it was kept all the same. */
  keptFrom: z.string().optional(),
  /** No paper printed it: how staff know of it, and since when. */
  added: checkSchema.optional(),
  address: saidSchema.optional(),
  hours: checkSchema.extend({ value: openingHoursSchema }).optional(),
  /** For readers, in a sentence. */
  note: saidSchema.optional(),
});
export type Station = z.infer<typeof stationSchema>;

/**
 * One number. `tel` is the complete URI for a call link and, like `e164`, null whenever the number cannot be called: it
 * has an error, or is a fax machine's. `checked` is null until somebody has checked the number.
 */
export const phoneSchema = z.object({
  directory: directoryIdSchema,
  id: z.string(),
  station: idSchema,
  role: z.enum(['office', 'mobile']),
  kind: z.enum(['fixed_line', 'mobile', 'service', 'fax', 'unknown']),
  printed: z.string(),
  cells: z.array(cellSchema),
  e164: z
    .string()
    .regex(/^\+[1-9]\d{4,14}$/)
    .nullable(),
  extension: z
    .string()
    .regex(/^\d{1,6}$/)
    .nullable(),
  tel: z.string().startsWith('tel:').nullable(),
  areaCodeFrom: z.enum(['printed', 'notice']).nullable(),
  checked: checkSchema.nullable(),
  /** How and when another number took the place of the printed one. */
  corrected: checkSchema.optional(),
  /** No paper printed it, and `printed` is empty: how staff know of it, and since when. */
  added: checkSchema.optional(),
  /** What is printed with the number, such as when it is answered; never a person's name. */
  note: z.string().optional(),
  /** Its cell holds a person's name: `cells` are for editors only. */
  namesPerson: z.literal(true).optional(),
});
export type Phone = z.infer<typeof phoneSchema>;

export const FLAG_STATUSES = [
  'open',
  'in_verification',
  'corrected',
  'confirmed',
  'unverifiable',
  'superseded',
] as const;
export type FlagStatus = (typeof FLAG_STATUSES)[number];

/** Something doubtful or worth saying. `subject.record` is a station's id, or null for the edition itself. */
export const flagSchema = z.object({
  id: z.string(),
  code: z.enum(FLAG_CODES),
  dimension: z.enum(DIMENSIONS),
  severity: z.enum(SEVERITIES),
  subject: z.object({
    record: idSchema.nullable(),
    phone: z.string().nullable(),
    field: z.enum(['district', 'name', 'office', 'mobile']).nullable(),
  }),
  row: z.int().min(1).nullable(),
  cells: z.array(cellSchema),
  printed: z.string().nullable(),
  evidence: z.array(z.string()),
  suggestion: z.object({ action: z.string(), confidence: z.enum(['low', 'medium', 'high']) }).nullable(),
  rule: z.string(),
  status: z.enum(FLAG_STATUSES),
});
export type Flag = z.infer<typeof flagSchema>;

/**
 * A row of the table that is no record, kept with its reason; those above the heading, and of a sheet without one, have
 * row 0. `line` counts in the file or in the sheet.
 */
export const setAsideSchema = z.object({
  row: z.int().min(0),
  line: z.int().min(1),
  cells: z.array(z.string()),
  reason: z.enum([
    ...(['title', 'repeated_heading', 'district_heading', 'total', 'footnote'] as const),
    ...(['continuation', 'no_table'] as const),
  ]),
});
export type SetAside = z.infer<typeof setAsideSchema>;

/** The four tables of one edition, linked by id; `data/<city>/directory.json` holds exactly this. */
export const directoryTablesSchema = z.object({
  edition: z.string(),
  districts: z.array(districtSchema),
  stations: z.array(stationSchema),
  phones: z.array(phoneSchema),
  flags: z.array(flagSchema),
  setAside: z.array(setAsideSchema),
});
export type DirectoryTables = z.infer<typeof directoryTablesSchema>;

/** The facts of a printed notice: `data/<city>/edition.json`. Immutable; a newer notice is a new edition. */
export const editionSchema = z.object({
  id: z.string(),
  directory: directoryIdSchema,
  title: z.string(),
  city: z.string(),
  country: z.string().length(2),
  areaCode: z.string().regex(/^\d{2,5}$/),
  publisher: z.string(),
  effectiveFrom: z.iso.date(),
  /** Year and month of print, derived from `effectiveFrom`: the notice itself carries no date of print. */
  printedAbout: z.string().regex(/^\d{4}-\d{2}$/),
  cityLine: z.object({ label: z.string(), printed: z.string(), e164: z.string(), tel: z.string().startsWith('tel:') }),
  /** Why the city line's printed label is ambiguous, for the flag `source.label_ambiguous`; null where it is clear. */
  cityLineAmbiguity: z.string().nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  encoding: z.string(),
  importedAt: z.iso.date(),
});
export type Edition = z.infer<typeof editionSchema>;

/**
 * The same as readers are told: an admin may have corrected the city line and what the notice says of itself. The line's
 * `printed` stays what is printed.
 */
const decidedEditionSchema = editionSchema.extend({
  cityLine: editionSchema.shape.cityLine.extend({
    /** How and when somebody made sure of the number. */
    checked: checkSchema.optional(),
    /** The same, where another number took the place of the printed one. */
    corrected: checkSchema.optional(),
  }),
});
export type DecidedEdition = z.infer<typeof decidedEditionSchema>;

/** What a city's notices inherit from each other: what a later one does not say itself holds on. */
export const cityFactsSchema = editionSchema.pick({
  directory: true,
  city: true,
  country: true,
  areaCode: true,
  publisher: true,
  cityLine: true,
  cityLineAmbiguity: true,
});
export type CityFacts = z.infer<typeof cityFactsSchema>;

/** What readers are told of an edition beside its records. */
export const editionNoteSchema = editionSchema.pick({
  id: true,
  title: true,
  effectiveFrom: true,
  printedAbout: true,
  cityLine: true,
});
export type EditionNote = z.infer<typeof editionNoteSchema>;
export const noteOf = ({ id, title, effectiveFrom, printedAbout, cityLine }: Edition): EditionNote => ({
  ...{ id, title, effectiveFrom, printedAbout, cityLine },
});

/** Squares, stations, hospitals, parks that people name instead of their street: `data/<city>/landmarks.json`. */
const landmarkSchema = z.object({
  names: z.array(z.string()).min(1),
  /** The county-level unit it lies in, by code, and its street where that is certain. */
  county: z.string().regex(/^\d{6}$/),
  street: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
  source: z.string().min(1),
});
export const landmarksSchema = z.object({ landmarks: z.array(landmarkSchema) });
export type Landmark = z.infer<typeof landmarkSchema>;

/** A published list of administrative divisions: `data/<city>/divisions.json`. Codes nest: 6, 9 and 12 digits. */
export const divisionsSchema = z.object({
  about: z.string(),
  counties: z.array(z.tuple([z.string().regex(/^\d{6}$/), z.string()])),
  streets: z.array(z.tuple([z.string().regex(/^\d{9}$/), z.string()])),
  communities: z.array(z.tuple([z.string().regex(/^\d{12}$/), z.string()])),
});
export type Divisions = z.infer<typeof divisionsSchema>;

/** Areas that people name and the divisions do not: `data/<city>/areas.json`. */
const functionalAreaSchema = z.object({
  names: z.array(z.string()).min(1),
  /** The county-level unit it lies in, as far as a source says so. */
  within: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** Ids of the stations that the name leads to. */
  stations: z.array(idSchema),
  /** Streets it runs, by code. */
  streets: z.array(z.string().regex(/^\d{9}$/)),
  source: z.string().min(1),
});
export const functionalAreasSchema = z.object({ areas: z.array(functionalAreaSchema) });
export type FunctionalArea = z.infer<typeof functionalAreaSchema>;

/** What people name of a city beside its stations; lookup works by names alone where there are no divisions. */
export const cityPlacesSchema = z.object({
  divisions: divisionsSchema.nullable(),
  areas: z.array(functionalAreaSchema),
  landmarks: z.array(landmarkSchema),
});
export type CityPlaces = z.infer<typeof cityPlacesSchema>;

/** A station that is gone, whatever the edition in force prints; its id is given to no other. */
const closedStationSchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  at: z.iso.datetime(),
  /** When staff had added it, where no paper printed it. */
  since: z.iso.datetime().nullable(),
});
export type ClosedStation = z.infer<typeof closedStationSchema>;

/** A directory as readers see it: the edition's records with every decision applied, `version` changes with either. */
export const publishedDirectorySchema = directoryTablesSchema.extend({
  id: directoryIdSchema,
  /** Of the edition in force. */
  facts: decidedEditionSchema,
  /** Every edition there has been, the one in force among them, oldest first. */
  editions: z.array(editionNoteSchema).min(1),
  /** The id of the first edition that has a station, by the station's id. */
  firstIn: z.record(idSchema, z.string()),
  service: serviceSchema,
  /** Stations that staff took out of use. */
  closed: z.array(closedStationSchema),
  /** Of the city, whatever its edition. */
  places: cityPlacesSchema,
  /** Places that staff added to those. */
  landmarks: z.array(landmarkSchema),
  version: z.string(),
});
export type PublishedDirectory = z.infer<typeof publishedDirectorySchema>;
