/**
 * Members of the engine that `lookup.js` carries under shorter names, about 1 KB less on the wire. None of them is a
 * key of what a phone is sent or of what its scripts tell each other, and none a name of the language or the browser.
 */
const ENGINE = `
  abbreviated addCommunity addDistricts addLandmark addStreet aligned allLandmarks allStreets allSyllables among
  begunBy bites byChar byCode byCodes byFirstLetter byFour byInitials byLetters byStem byText byTypo char classesOf
  codeOf codeOfClass codes codesOf codeTexts codeTextsOf cost countryCode countyFirst countyOf coveredBy crowded
  cutter districtOf divisionInside divisionNote endsSyllable exact expand firstOf fits forms full hard hit holding
  holdsNoName inOrder inScope isAnotherWord isChance isPinyin lastResort latin learn letters letterSearch
  letterTypos lists longest longestName looks looksLike meantBy mixed named namedAfter nearby orDivision partHit
  partOrCommunity pasted printedFor ranked rarest readLetters recall recallLetters renamed scoped
  scopedLetters serving sharingHalf shuffled simplify slips sounding soundInside soundPart sounds speech spellings
  spellingsOf spelt speltBackwards speltSo speltWhole spokenCost startingWith stationsOf stemmed streetOf streetsBy
  sure swapped syllables syllablesOf texts typoLayer typos units urban urbanStems walk whichStreet withCapitals
  withoutCity withoutEnding withoutPhrases withStations
`;

/** The same for members that Fuse.js keeps to itself, and for the options and results we share with it. */
const FUSE = `
  _bubbleUp _coversAllTokens _createObjectRecord _createStringRecord _docs _findMatches _getSearcher
  _invalidateSearcherCache _invertedIndex _keyMap _keys _keysMap _keyStore _lastQuery _lastSearcher _myIndex
  _normalizedKeys _searchLogical _searchObjectList _searchStringList _sinkDown alphabet chunks comparator condition
  createIndex distance docFieldCount docTermFieldHits extractSorted fieldCount fieldNormWeight findAllMatches getFn
  hasInverse ignoreDiacritics ignoreFieldNorm ignoreLocation includeMatches includeScore indices isCaseSensitive
  isCreated isMatch matchedMask matchedTerms minMatchCharLength parseIndex pattern records refIndex removeAll
  removeAt searcher searchIn setCollection setIndexRecords setKeys setSources shouldSort sortFn startIndex termCount
  threshold tokenize tokenMatch useExtendedSearch useTokenSearch
`;

/** The same of what page.js does while somebody types. */
const PAGE = `
  answers askAgain askedAt awaited composing headingBefore inTurn putHeading questions sayUnreached submitted
  takeUpWhatIsThere titleBefore turns underWay
`;

export const SHORTENED = {
  engine: ENGINE.trim().split(/\s+/),
  fuse: FUSE.trim().split(/\s+/),
  page: PAGE.trim().split(/\s+/),
};

/** What esbuild's `mangleProps` takes. */
export const SHORTENED_NAMES = new RegExp(
  `^(?:${[...SHORTENED.engine, ...SHORTENED.fuse, ...SHORTENED.page].join('|')})$`,
);
