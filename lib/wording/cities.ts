/** Some stand for what a province governs itself, and are no name. */
const isCalled = (prefecture: string) => !/^(?:市辖区|县|.*直辖县级行政区划)$/.test(prefecture);

/** What the city of a prefecture is called; '' where it has none of its own. */
export function cityOfPrefecture({ name, province }: { name: string; province: string }): string {
  const own = name === '市辖区' ? province : name;
  return isCalled(own) && own.endsWith('市') ? own.slice(0, -1) : '';
}

/** 新城市 at the desk, by the one who owns the deployment. */
export const newCityWords = {
  link: '新城市',
  heading: '新城市',
  lead: '做好以后，接着导入第一张表；表发布以前，读者看不到这个城市。您会是它的管理员，以后可以在“人员”里改。',
  fields: {
    city: { label: '城市名', hint: '不写“市”字，例如写“示例”' },
    id: { label: '网址里的名字', hint: '空着就用城市名的拼音。定了就不能改：贴出去的二维码、存下来的网址都靠它' },
    country: { label: '国家或地区', hint: '' },
    areaCode: { label: '区号', hint: '照当地拨长途的写法，前面的0也写' },
    publisher: { label: '哪家登的', hint: '登这份通知的报社，读者会看到' },
    lineLabel: { label: '客服电话的名称', hint: '照报上印的，例如“示例市局客服”' },
    lineNumber: { label: '客服电话', hint: '照报上印的；打不通的不能写' },
  },
  prefecture: {
    label: '哪个地级市',
    hint: '选了，读者就能按街道、乡镇找站；上面的城市名空着，也用它的名字',
    none: '不选：只按站名和号码查',
    some: '只要其中几个区县',
    counties: (prefecture: string) => `${prefecture}的区县`,
    whole: (province: string, prefecture: string) =>
      isCalled(prefecture) ? prefecture : `${province}（${prefecture}）`,
  },
  submit: '做这个城市，接着放第一张表',
  unpublished: {
    heading: '还没有第一张表的城市',
    hint: '读者还看不到，可以改，也可以撤掉。',
    open: (city: string, id: string) => `${city}（/${id}）`,
  },
  change: {
    link: '改城市资料，或撤掉',
    heading: (city: string) => `${city}的资料`,
    lead: (id: string) =>
      `网址是 /${id}，不能改。第一张表发布以前，这里都可以改；发布以后客服电话和出版单位在“名录”里改，别的不能再改。`,
    letters: { label: '受理编号的开头', hint: '2到4个大写字母，别的城市没用过的' },
    submit: '保存',
    saved: '保存好了。',
    back: '回到新城市',
  },
  remove: {
    heading: '撤掉这个城市',
    lead: '它的资料、导入到一半的表、在这个城市的岗位和设置都会撤掉，撤掉就找不回来。网址以后可以再用。',
    sure: (city: string) => `撤掉${city}`,
    submit: '撤掉',
    removed: (city: string) => `${city}撤掉了。`,
  },
  problems: {
    unknown: '这个城市已经撤掉了。',
    published: '第一张表已经发布，这里不能再改：请到这个城市的“名录”和“设置”。',
    newer: '别人刚改过这个城市，什么也没有保存。请看看现在的样子，再改一次。',
  },
  cancel: '取消',
  wrong: '还差几样，请看红字。您填的都在。',
  made: (city: string, id: string) => `${city}做好了，网址是 /${id}。现在放第一张表。`,
  faults: {
    missing: '这里要填。',
    'prefecture.missing': '先选一个地级市。',
    'counties.none': '至少勾一个区县；都不要，就在上面选“不选”。',
    too_long: '太长了。',
    unseen: '里面有看不见的字符，请重新打一遍。',
    'sure.missing': '先勾上面这一格。',
    'letters.form': '要2到4个大写字母，不能是BD。',
    'letters.taken': '别的城市用了这几个字母，请换一组。',
    'id.form': '只能用小写字母、数字和短横，最多63个，例如 shili-2。',
    'id.reserved': '这个名字是网站别的页面用的，请换一个。',
    'id.taken': '这个名字已经有城市用了，请换一个。',
    'id.unspelt': '这个城市名拼不出来，请自己写一个。',
    'country.unknown': '请从单子里选。',
    'area_code.unknown': '那里没有这个区号。',
    'number.not_callable': '这不是一个能拨打的号码：要一个完整的，可以不带区号。',
  },
} as const;
