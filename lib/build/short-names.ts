/**
 * Members of the engine that `lookup.js` carries under shorter names, about 0.6 KB less on the wire. None of them is a
 * key of what a phone is sent or of what its scripts tell each other, and none a name of the language or the browser.
 */
const ENGINE = `
  addCommunity addStreet aligned allStreets allSyllables among begunBy bites byChar byCode byCodes byFirstLetter
  byFour byInitials byLetters byStem byText byTypo classesOf codeOf codeOfClass codesOf codeTexts codeTextsOf cost
  countryCode countyFirst countyOf coveredBy crowded cutter divisionInside divisionNote endsSyllable exact fits forms
  full hard holding holdsNoName inScope isAnotherWord isPinyin lastResort learn letters letterSearch
  letterTypos lists longest longestName looks looksLike meantBy mixed namedAfter orDivision partHit partOrCommunity pasted
  printedFor ranked rarest readLetters recall recallLetters renamed scoped scopedLetters serving sharingHalf shuffled
  slips sounding soundInside soundPart sounds speech spellings spellingsOf speltBackwards speltSo speltWhole spokenCost startingWith
  stemmed streetOf streetsBy sure swapped syllables syllablesOf texts typoLayer typos units urban urbanStems walk
  whichStreet withCapitals withoutCity withoutEnding withoutPhrases
`;

/** The same for members that Fuse.js keeps to itself. */
const FUSE = `
  _bubbleUp _coversAllTokens _createObjectRecord _createStringRecord _docs _findMatches _getSearcher
  _invalidateSearcherCache _invertedIndex _keyMap _keyStore _keys _keysMap _lastQuery _lastSearcher _myIndex
  _normalizedKeys _searchLogical _searchObjectList _searchStringList _sinkDown docFieldCount docTermFieldHits
  extractSorted fieldNormWeight findAllMatches hasInverse ignoreDiacritics ignoreFieldNorm includeMatches includeScore
  isCaseSensitive isCreated matchedMask matchedTerms minMatchCharLength setCollection setIndexRecords setSources
  termCount tokenMatch useExtendedSearch useTokenSearch
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
