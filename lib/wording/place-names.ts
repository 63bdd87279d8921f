/** How Chinese places and numbers are named, as far as the lookup has to cut names apart. */

/** The endings of county-level units, and of streets and towns. */
export const COUNTY_END = /[区市县]$/;
export const STREET_END = /(?:满族乡|街道|镇|乡)$/;
/** One of these at a name's end may be dropped when names are compared by their stems. */
export const STEM_END = /[街路沟桥村子]$/;
/** Streets and towns are also called by their names without one of these: 大长山 for 大长山岛镇. */
export const STREET_STEM_END = /[街路沟桥村子岛湾]$/;
export const ROAD_END = /[街路]$/;
/** Former or loose endings: 皮口镇 for 皮口街道, 由家村 for 由家社区. */
export const LOOSE_STREET_END = /^(.{2,})(?:街道|镇|乡)$/;
export const LOOSE_COMMUNITY_END = /^(.{2,})(?:村|社区)$/;

/** What stands behind the name of a community and of a village: the short form first. */
export const URBAN_ENDS = ['社区', '社区居委会'];
export const VILLAGE_ENDS = ['村', '村委会', '村民委员会'];
/** The same as published, at the end of a name; and any ending of either kind. */
export const URBAN_OFFICIAL = /社区居委会$/;
export const VILLAGE_OFFICIAL = /(?:村民委员会|村委会)$/;
export const COMMUNITY_END = /(?:社区|社会)?(?:居委会)$|(?:村民委员会|村委会|居委会)$/;

/** Digits as they are dictated, each with its figure behind it; of several the one that stands in names comes first. */
export const SPOKEN_DIGITS = '〇0零0一1幺1二2两2三3四4五5六6七7八8九9';

/** Two characters of a name, then a house number and what is behind it: 12号3单元, 三号楼. */
export const HOUSE_NUMBER =
  /^(.*?[\u3400-\u9fff]{2}) ?(?:第? ?[0-9]|[一二三四五六七八九十百]+(?:号|弄|栋|幢|单元|楼|室|座|门牌)).*$/;
/** A name, then the side or the part of its street: 北街, 南路, 中段, 东. */
export const SIDE_OF_STREET =
  /^([\u3400-\u9fff]{2,}?)(?:[东南西北中前后]+|大(?=街))([街路]?)(?:巷|里|段|侧|头|园|区|门)?$/;

/** The last character of what may stand behind a place's name: 广场, 小学, 医院, 工业园. */
export const PLACE_END = /[村镇乡屯街路区市县场院店园厦楼校学心站桥港厂局馆所行头办道处]$/;
/** Most characters of that: 派出所, 街道办, 办事处. */
export const LONGEST_PLACE_END = 3;

/** What people dial for the post everywhere in the country. */
export const POST_NUMBER = '11185';
