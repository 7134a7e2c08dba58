export type Locale = 'zh' | 'en';
export type Params = Record<string, string | number>;

const TEXTS = {
  'app.title': { zh: '派 · 控制台', en: 'Pai · Console' },
  'app.overview': { zh: '概览', en: 'Overview' },
  'app.lastDay': { zh: '最近 24 小时', en: 'Last 24 hours' },
  'app.operator': { zh: '运营', en: 'Operator' },
  'app.signOut': { zh: '退出', en: 'Sign out' },
  'app.language': { zh: '语言', en: 'Language' },
  'app.look': { zh: '外观', en: 'Appearance' },
  'app.look.system': { zh: '跟随系统', en: 'System' },
  'app.look.light': { zh: '浅色', en: 'Light' },
  'app.look.dark': { zh: '深色', en: 'Dark' },
  'app.retry': { zh: '再试一次', en: 'Try again' },

  'door.title': { zh: '登录控制台', en: 'Sign in to the console' },
  'door.lead': { zh: '只给运营的人用。这里只有数字，看不到任何人说的话。', en: 'For operators only. It shows numbers, never what anybody said.' },
  'door.key': { zh: '口令', en: 'Key' },
  'door.hint': { zh: '部署时设的 CONSOLE_KEY', en: 'The CONSOLE_KEY set for this service' },
  'door.enter': { zh: '进入', en: 'Enter' },
  'door.empty': { zh: '先填口令', en: 'Enter the key first' },
  'door.ended': { zh: '登录已过期，请再输一次口令', en: 'The sign-in has ended. Please enter the key again' },
  'door.closed.title': { zh: '控制台没有开', en: 'The console is closed' },
  'door.closed.text': { zh: '这个服务没有设 CONSOLE_KEY。设好它再启动服务，然后回到这里。', en: 'CONSOLE_KEY is not set for this service. Set it, start the service again and come back.' },
  'door.closed.again': { zh: '设好了，再看看', en: 'It is set. Look again' },

  'error.offline': { zh: '连不上服务，看看网络或服务是否在运行', en: 'The service cannot be reached. Check the network, or whether it is running' },
  'error.title': { zh: '读不到数字', en: 'The figures cannot be read' },
  'error.stale': { zh: '没连上，下面是 {time} 的数字', en: 'No connection. These are the figures of {time}' },

  'sync.ago': { zh: '{n} 秒前同步', en: 'Updated {n} s ago' },
  'sync.now': { zh: '刚刚同步', en: 'Updated just now' },
  'stores.ok': { zh: '存储正常', en: 'Stores are fine' },
  'stores.redis': { zh: 'Redis 连不上', en: 'Redis is away' },
  'stores.mongodb': { zh: 'MongoDB 连不上', en: 'MongoDB is away' },

  'kpi.online': { zh: '此刻在线', en: 'Online now' },
  'kpi.online.unit': { zh: '个连接', en: '{n|socket|sockets}' },
  'kpi.online.note': { zh: '一小时内 {n} 个派有人说话', en: '{n} {n|pai|pais} with people talking this hour' },
  'kpi.share': { zh: 'AI 说的占', en: 'Said by AI' },
  'kpi.share.note': { zh: 'AI {ai} 条，人 {people} 条', en: 'AI {ai}, people {people}' },
  'kpi.share.none': { zh: '24 小时内没有消息', en: 'No messages in 24 hours' },
  'kpi.people': { zh: '成员', en: 'People' },
  'kpi.people.unit': { zh: '人', en: '{n|person|people}' },
  'kpi.people.note': { zh: '{n} 个派开着', en: '{n} open {n|pai|pais}' },
  'kpi.append': { zh: '消息落盘 p95', en: 'Message stored, p95' },
  'kpi.append.note': { zh: 'p50 {p50} 毫秒，{count} 次发送', en: 'p50 {p50} ms, {count} {count|send|sends}' },
  'kpi.append.none': { zh: '启动以来还没有发送', en: 'Nothing sent since start' },
  'kpi.reports': { zh: '投诉', en: 'Reports' },
  'kpi.reports.unit': { zh: '条', en: '' },
  'kpi.reports.note': { zh: '24 小时内 {n} 条', en: '{n} in 24 hours' },
  'unit.ms': { zh: '毫秒', en: 'ms' },

  'hours.title': { zh: '每小时消息', en: 'Messages per hour' },
  'hours.people': { zh: '人说的', en: 'People' },
  'hours.ai': { zh: 'AI 说的', en: 'AI' },
  'hours.now': { zh: '现在', en: 'now' },
  'hours.empty': { zh: '最近 24 小时没有人说话', en: 'Nobody has spoken in the last 24 hours' },
  'hours.label': { zh: '最近 24 小时每小时消息数，共 {n} 条', en: 'Messages per hour in the last 24 hours, {n} in all' },

  'shares.title': { zh: '各派的 AI 占比', en: 'AI share by pai' },
  'shares.note': { zh: '{n} 个派，最近 24 小时', en: '{n} {n|pai|pais}, last 24 hours' },
  'shares.empty': { zh: '有人说话以后，这里看 AI 在各派占多少', en: 'Once people talk, this shows how much of it is AI' },
  'shares.bar': { zh: 'AI 占 {share}：{n} 个派', en: 'AI share {share}: {n} {n|pai|pais}' },

  'runs.title': { zh: 'AI 发言', en: 'AI turns' },
  'runs.note': { zh: '最近 24 小时', en: 'Last 24 hours' },
  'runs.done': { zh: '答完', en: 'Answered' },
  'runs.withheld': { zh: '没说', en: 'Kept silent' },
  'runs.failed': { zh: '没成', en: 'Failed' },
  'runs.waiting': { zh: '等着', en: 'Waiting' },
  'runs.took': { zh: '平均 {s} 秒', en: '{s} s on average' },
  'runs.fallback': { zh: '其中 {n} 次模型没回应，由本地引擎答', en: '{n} of them by the local engine, as the model did not answer' },
  'runs.oldest': { zh: '最久 {s} 秒', en: 'longest {s} s' },

  'fan.title': { zh: '送达', en: 'Delivery' },
  'fan.note': { zh: '这个节点，启动以来', en: 'This node, since start' },
  'fan.deliveries': { zh: '送到屏幕的消息', en: 'Messages delivered' },
  'fan.frames': { zh: '写出的帧', en: 'Frames written' },
  'fan.dropped': { zh: '慢网络丢下的帧', en: 'Frames dropped for slow readers' },
  'fan.healed': { zh: '从存储补上的消息', en: 'Messages healed from the store' },

  'node.title': { zh: '这个节点', en: 'This node' },
  'node.up': { zh: '已运行', en: 'Running for' },
  'node.memory': { zh: '内存', en: 'Memory' },
  'node.requests': { zh: '请求 p50 / p95', en: 'Requests p50 / p95' },
  'node.ok': { zh: '正常', en: 'Fine' },
  'node.away': { zh: '连不上', en: 'Away' },
  'node.days': { zh: '{d} 天 {h} 小时', en: '{d} d {h} h' },
  'node.hours': { zh: '{h} 小时 {m} 分', en: '{h} h {m} min' },
  'node.minutes': { zh: '{m} 分 {s} 秒', en: '{m} min {s} s' },
} as const satisfies Record<string, Record<Locale, string>>;

export type TextKey = keyof typeof TEXTS;

/** A text in one language. `{name}` is filled in; `{n|one|more}` is the first form when `n` is 1, else the second. */
export function textOf(locale: Locale, key: TextKey, params: Params = {}): string {
  return TEXTS[key][locale].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, more?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one === undefined || more === undefined) return String(value);
    return Number(value) === 1 ? one : more;
  });
}
