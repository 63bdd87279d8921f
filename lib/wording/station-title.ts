/**
 * A name that says by its end that it is a station, an office or a shop, perhaps with a remark in brackets behind it. 店
 * alone does not: 瓦房店 is a town.
 */
const SAYS_IT =
  /(?:站|部|支局|邮局|所|处|處|亭|(?:网|網|投递|派发|派發|代办|服务)[点點]|(?:门|分|书|便利|专卖|代办)店|中心|公司|지국|지점|센터|[a-z])(?:\s*[(（][^()（）]*[)）])?$/iu;

/** A station as it is called in a sentence: 沙河发行站, but 人民路站. */
export const stationTitle = (name: string): string => (SAYS_IT.test(name) ? name : `${name}发行站`);
