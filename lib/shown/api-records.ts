import { z } from 'zod';
import {
  ALSO_FOUND_REASONS,
  adminCandidateSchema,
  alsoFoundUnderSchema,
  cellSchema,
  districtSchema,
  editionSchema,
  fieldSchema,
  flagSchema,
  setAsideSchema,
  stationSchema,
} from '../directory/records.ts';
import { directoryIdSchema } from '../text/ids.ts';
import { publicPhoneSchema } from './withhold.ts';

/** What the read API answers, one zod schema each; the OpenAPI document is made from these. */

const flagCodesSchema = z.array(flagSchema.shape.code).describe('Codes of the flags that still stand, worst first.');

export const apiPhoneSchema = publicPhoneSchema
  .omit({ directory: true, station: true, cells: true, namesPerson: true })
  .extend({
    printed: z
      .string()
      .nullable()
      .describe('As the paper prints it; null where it does not, and where the number is out of use.'),
    source: z
      .enum(['printed', 'corrected', 'added'])
      .describe('`corrected`: staff put another number in the place of the printed one. `added`: none is printed.'),
    edition: z
      .string()
      .nullable()
      .describe('Id of the edition that prints it, or has what it was corrected from; null where none does.'),
    flags: flagCodesSchema,
  })
  .describe('One number. Where `tel` is null it must not be dialled: `flags` says why.');
export type ApiPhone = z.infer<typeof apiPhoneSchema>;

export const apiStationSchema = stationSchema
  .pick({ id: true, row: true, aliases: true })
  .extend({
    name: z.string().nullable().describe('Null where the paper prints a number without a station.'),
    printedName: z.string().nullable(),
    district: fieldSchema.omit({ cells: true }).describe('`value` is the id of a district, or null.'),
    phones: z.array(apiPhoneSchema).describe('Landlines first, then mobiles, each in printed order.'),
    alsoFoundUnder: z.array(alsoFoundUnderSchema),
    adminCandidates: z.array(adminCandidateSchema).describe('Divisions that may be meant; never a fact.'),
    otherCells: z
      .array(cellSchema.pick({ col: true, raw: true }))
      .describe('What the row holds in other columns, as printed.'),
    address: stationSchema.shape.address.unwrap().nullable().describe('Said by staff: no paper prints it.'),
    hours: stationSchema.shape.hours.unwrap().nullable().describe('When it is open; days 1 Monday to 7 Sunday.'),
    note: stationSchema.shape.note.unwrap().nullable().describe('A sentence for readers.'),
    added: stationSchema.shape.added
      .unwrap()
      .nullable()
      .describe('How and when staff added it; null where it is printed.'),
    since: z.iso.date().describe('From when the first edition that has it says it holds, or staff added it.'),
    until: z.iso.date().nullable().describe('Null while it is in force.'),
    flags: flagCodesSchema,
  })
  .describe(
    'A delivery station as printed in row `row` of the table, data rows counted from 1; 0 where staff added it.',
  );
export type ApiStation = z.infer<typeof apiStationSchema>;

export const apiDistrictSchema = districtSchema
  .omit({ directory: true })
  .extend({ stations: z.array(z.string()).describe('Ids of the stations whose district this is.') })
  .describe('A delivery area of the post, not an administrative district.');
export type ApiDistrict = z.infer<typeof apiDistrictSchema>;

export const apiFlagSchema = flagSchema
  .pick({
    code: true,
    severity: true,
    dimension: true,
    row: true,
    printed: true,
    evidence: true,
    suggestion: true,
    status: true,
  })
  .extend({
    station: z.string().nullable().describe('Null where the flag is about the edition itself.'),
    phone: z.string().nullable(),
    field: flagSchema.shape.subject.shape.field,
  })
  .describe('Something doubtful, or worth saying.');
export type ApiFlag = z.infer<typeof apiFlagSchema>;

const directoryHead = { directory: directoryIdSchema, version: z.string().describe('Changes with every correction.') };

const apiCityLineSchema = editionSchema.shape.cityLine
  .extend({
    source: apiPhoneSchema.shape.source.exclude(['added']),
    checked: apiPhoneSchema.shape.checked,
    corrected: apiPhoneSchema.shape.corrected,
  })
  .describe('Whom to call where the station does not help; `printed` stays what the paper prints.');

export const apiDirectorySchema = z
  .object({
    ...directoryHead,
    ...editionSchema.pick({ title: true, city: true, country: true, areaCode: true, publisher: true }).shape,
    cityLine: apiCityLineSchema,
    operator: z.string().nullable().describe('Who keeps this service; null where nobody is named.'),
    edition: editionSchema.pick({
      id: true,
      effectiveFrom: true,
      printedAbout: true,
      sha256: true,
      mediaType: true,
      encoding: true,
      importedAt: true,
    }),
    editions: z
      .array(editionSchema.pick({ id: true, title: true, effectiveFrom: true, printedAbout: true }))
      .describe('Every edition there has been, oldest first; `edition` is the one in force.'),
    districts: z.array(apiDistrictSchema),
    stations: z.array(apiStationSchema),
    flags: z.array(apiFlagSchema),
    setAside: z.array(setAsideSchema).describe('Rows of the table that are no record, each with its reason.'),
  })
  .describe('Everything printed in the notice, with every flag.');
export type ApiDirectory = z.infer<typeof apiDirectorySchema>;

export const apiDirectoryListSchema = z.object({
  directories: z.array(
    z.object({
      id: directoryIdSchema,
      version: z.string(),
      ...editionSchema.pick({ title: true, city: true, country: true, effectiveFrom: true }).shape,
      stations: z.int().min(0).describe('How many rows with a station or a number it holds.'),
      url: z.string(),
    }),
  ),
});
export type ApiDirectoryList = z.infer<typeof apiDirectoryListSchema>;

export const apiStationResponseSchema = z.object({ ...directoryHead, station: apiStationSchema });
export type ApiStationResponse = z.infer<typeof apiStationResponseSchema>;

export const apiStationHitSchema = apiStationSchema
  .extend({
    foundUnder: z
      .enum(ALSO_FOUND_REASONS)
      .nullable()
      .describe('Why it is found under the district asked for, where that is not its own; else null.'),
  })
  .describe('A station that was found.');
export type ApiStationHit = z.infer<typeof apiStationHitSchema>;

export const apiStationsSchema = z.object({
  ...directoryHead,
  total: z.int().min(0).describe('How many were found, also beyond `limit`.'),
  stations: z.array(apiStationHitSchema),
});
export type ApiStations = z.infer<typeof apiStationsSchema>;
