/** 打不通 / 不是发行站: what is asked and said. Nothing is promised: nobody may be there to check. */
export const problemWords = {
  link: '打不通 / 不是发行站',
  heading: { ask: '这个号码怎么了？', thanks: '记下了，谢谢' },
  question: '请选一样，点了就记下：',
  kinds: { no_answer: '打不通', not_station: '打通了，不是发行站' },
  kept: '只记下这个号码和您选的这一样，不记您是谁。',
  said: {
    thanks: '有人核对以前，这个号码照旧列在这里；什么时候核对，说不准。您今天要办的事，请打下面的号码。',
  },
  next: '再试这个号码',
} as const;
