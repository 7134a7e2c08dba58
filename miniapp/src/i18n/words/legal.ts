import { words } from '../word';

export const legal = words({
  'legal.terms': { zh: '《用户协议》', en: 'Terms of use' },
  'legal.ai': { zh: '《AI 内容标识说明》', en: 'Notes on AI labels' },
  'legal.privacy': { zh: '《隐私说明》', en: 'Privacy notes' },
  'legal.between': { zh: '', en: '·' },
  'legal.filings': { zh: '算法与备案公示', en: 'Algorithms and filings' },
  'legal.localEngine': { zh: '本地引擎，不外传', en: 'the local engine; nothing leaves this server' },
  'legal.wechatContract': { zh: '微信里的隐私保护指引', en: 'The privacy guide in WeChat' },
});
