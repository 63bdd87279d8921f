/** Titles and details of the read API's problems, and the words in its downloads' place of what is withheld. */

export const problemTitles = {
  unknown_parameter: '没有这个参数',
  repeated_parameter: '参数重复',
  parameter_too_long: '参数太长',
  invalid_parameter: '参数不对',
  not_found: '没有这个地址',
  directory_not_found: '没有这个城市的发行站表',
  station_not_found: '没有这个发行站',
  station_gone: '这个发行站已不在名录里',
  method_not_allowed: '不支持这种请求方法',
  idempotency_key_invalid: '幂等键不对',
  idempotency_key_reused: '幂等键已用过',
  foreign_origin: '来自别的网站',
  reports_closed: '在线登记暂未开通',
  report_invalid: '有几项填得不对',
  report_not_found: '没有查到',
  report_moved_on: '进度已经变了',
  report_move_refused: '现在不能这样办',
  unsupported_media_type: '内容类型不对',
  too_many_requests: '次数太多',
  malformed_request: '请求不完整',
  request_timeout: '请求来得太慢',
  content_too_large: '内容太长',
  address_too_long: '地址太长',
  store_unavailable: '现在存不了',
  internal_error: '服务器出错',
  overloaded: '现在人太多',
} as const;

const names = (known: readonly string[]) => known.join('、');

export const problemDetails = {
  unknownParameter: (known: readonly string[]) =>
    known.length > 0 ? `这里只接受这些参数：${names(known)}。` : '这里不接受任何参数。',
  repeatedParameter: '同一个参数只能给一次。',
  tooLong: (limit: number) => `最多${limit}个字。`,
  brokenText: '含有控制字符，或不是完整的UTF-8编码。',
  limit: (most: number) => `请给1到${most}之间的整数。`,
  district: (known: readonly string[]) => `没有这个区域。可用的区域编号：${names(known)}。`,
  directory: (known: readonly string[]) => `现有：${names(known)}。`,
  station: '请从发行站列表里取编号。',
  notFound: '接口说明见 /api/v1/openapi.json。',
  method: (allowed: readonly string[]) => `这里只支持：${names(allowed)}。`,
  idempotencyKey: '请带上请求头 Idempotency-Key：16到64个字母、数字、下划线或连字符。',
  idempotencyKeyReused: '同一个幂等键登记过别的内容。请换一个新的。',
  foreignOrigin: '请从本站的页面提交。',
  reportsClosed: '在线登记暂未开通，请直接打电话。',
  reportInvalid: '请改好 errors 里列出的各项再提交。',
  reportNotFound: '受理编号或查询码不对，或者内容已经删除。',
  movedOn: '这件的进度已经变了，请看 current 里的最新情况。',
  mediaType: '请用 application/json。',
  tooMany: '请过一会儿再试，着急请打电话。',
  tooManyCodes: '受理编号或查询码不对，试错的次数也太多了。填对了随时能查。',
  malformed: '地址、请求头或内容不完整，或者编码不对。',
  timeout: '请检查网络后再试。',
  contentTooLarge: (kilobytes: number) => `最多${kilobytes} KB。`,
  addressTooLong: '请把参数改短。',
  overloaded: (seconds: number) => `同时来的请求太多，请过${seconds}秒再试。`,
  storeUnavailable: '这次不一定存下了。请过一会儿用同一个幂等键再试，不会登记两遍；着急请打电话。',
  internal: '问题出在我们这边，请稍后再试。',
};

/** Stands in a text for the digits of a number that is out of use. */
export const withheldDigits = '（已停用）';
