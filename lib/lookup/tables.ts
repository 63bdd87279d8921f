import { z } from 'zod';

/**
 * What the lookup engine runs on, made from a directory when it is published. Small enough to travel to
 * a phone, so it holds no pinyin dictionary: only what the names of this directory need.
 */

/** One number: its printed role, and its digits as they are now, without the city's area code. */
type LookupPhone = { role: 'office' | 'mobile'; digits: string };

/** One station. `district` and `also` are places in the list of districts; `also` are those it is found under too. */
export type LookupStation = {
  id: string;
  name: string | null;
  aliases?: string[];
  district: number | null;
  also?: number[];
  phones: LookupPhone[];
  /** Numbers that the paper has and that others took the place of: who reads them there finds the station all the same. */
  former?: LookupPhone[];
};

/** A district; `aliases` are the administrative names that readers use for it, longest first. */
export type LookupDistrict = { id: string; label: string; aliases: string[] };

const pairsSchema = z.array(z.tuple([z.string(), z.string()]));

/** What people of a city keep alike in pinyin, in pairs of which the first is folded into the second. */
const speechTableSchema = z.object({
  /** Beginnings of syllables: `zh z`. */
  initials: pairsSchema,
  /** Ends of syllables: `ang an`. */
  finals: pairsSchema,
  /** Whole syllables, where the first is also said as the second: `ren yin`. */
  whole: pairsSchema,
});
export type SpeechTable = z.infer<typeof speechTableSchema>;

/** How people of a city say names: `data/<city>/speech.json`. */
export const citySpeechSchema = z.object({
  /** Names of the city and its province that readers put in front of a station's. */
  namesInFront: z.array(z.string()),
  alike: speechTableSchema,
  /** Character → how it is read there, beside its usual readings. */
  readings: z.record(z.string(), z.array(z.string())),
});
export type CitySpeech = z.infer<typeof citySpeechSchema>;

/** Where a city's folder says nothing: the standard language. */
export const STANDARD_SPEECH: CitySpeech = {
  namesInFront: [],
  alike: { initials: [], finals: [], whole: [] },
  readings: {},
};

/** Words around a name, from `data/han/words.json`; `city` are the city's and province's own names. */
export type LookupWords = {
  /** Phrases dropped wherever they stand. */
  phrases: string[];
  /** Single characters dropped at either end only. */
  edges: string;
  /** Endings of places in letters (jiedao) that may follow a name. */
  endings: string[];
  city: string[];
};

/** Who made a derived table, and under which licence it may be passed on. */
const tableSourceSchema = z.object({ table: z.string(), source: z.string(), licence: z.string() });

export type LookupTables = {
  directory: string;
  /** Of the country, as dialled from abroad: `86`. */
  callingCode: string;
  areaCode: string;
  cityLine: string | null;
  sources: z.infer<typeof tableSourceSchema>[];
  districts: LookupDistrict[];
  stations: LookupStation[];
  /** The readings of the 3,755 common characters as runs: see `parseRuns`. */
  commonReadings: string;
  /**
   * Further readings that sound like those of this directory's names: a syllable, a colon, and the characters read so
   * (packed), groups apart by a space.
   */
  readings: string;
  /** Those of rarer characters. */
  rareReadings: string;
  /** A character of a name, then those that look like it and sound otherwise (packed), groups apart by a space. */
  lookAlikes: string;
  /** Pairs of a traditional or variant character and the simplified one: `灘滩溝沟`. */
  traditional: string;
  words: LookupWords;
  alike: SpeechTable;
};

/** The administrative divisions as readers name them: `data/<city>/divisions-lookup.json`. */
export const divisionTablesSchema = z.object({
  /** Left out of what a phone is sent. */
  source: tableSourceSchema.optional(),
  /** `districts`: the delivery districts that lie in the county-level unit, by id; the first is the likeliest. */
  counties: z.array(
    z.object({
      name: z.string(),
      districts: z.array(z.string()),
      /** One string a street: its name, `:`, the names of its 社区居委会, `;`, of its villages, `;`, others as published. */
      streets: z.array(z.string()),
      /** One string a landmark: its names, the first as it is shown, divided by `,`; then perhaps `:` and its street. */
      landmarks: z.array(z.string()).optional(),
    }),
  ),
  /** Areas that people name and the divisions do not, with the stations named for them by a source. */
  areas: z.array(z.object({ names: z.array(z.string()), stations: z.array(z.string()) })),
  /** For a phone that fetches them with the divisions: the look-alikes and rarer readings that `LookupTables` then lacks. */
  lookAlikes: z.string().optional(),
  rareReadings: z.string().optional(),
  /** Readings of the divisions' characters that `LookupTables` lacks, and their traditional forms, as there. */
  readings: z.string(),
  traditional: z.string(),
});
export type DivisionTables = z.infer<typeof divisionTablesSchema>;
