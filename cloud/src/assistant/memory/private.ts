import type { ErrorCode } from '@shared/wire/errors';
import { maskPii } from '../../agents';

type Private = Extract<ErrorCode, `memory/${string}`>;

/* What is nobody's business to keep about a person, though a group may talk about it. */
const KINDS: readonly (readonly [Private, RegExp])[] = [
  [
    'memory/private-number',
    /身份证|护照|社保号?|学号|工号|车牌号?|门牌|(?:家庭|居住|家里的?|详细)(?:住址|地址)|住在.{1,20}(?:号楼|单元|室|弄\d|栋)|\b(?:passport|id card|ssn|social security|licen[cs]e (?:plate|number)|home address)\b|\d{1,4}\s*(?:单元|栋|号楼)/i,
  ],
  ['memory/private-number', /密码|验证码|口令|口令是|密钥|\b(?:password|passcode|pin code|verification code|cvv)\b/i],
  [
    'memory/private-health',
    /过敏|糖尿|血压|血糖|血脂|癌|肿瘤|抑郁|焦虑症|躁郁|精神病|癫痫|哮喘|心脏病|冠心病|乙肝|艾滋|性病|怀孕|怀上|流产|备孕|月经|痔疮|化疗|透析|手术|确诊|诊断|病历|处方|住院|残疾|自杀|自残|吃.{0,6}(?:片|胶囊|降压药|降糖药|抗抑郁药)|(?:得|患|有)(?:了|上|过)?[^，。,.]{0,6}病|\b(?:diabet\w*|cancer|tumou?r|depress(?:ed|ion)|bipolar|epilep\w*|asthma|hiv|aids|pregnan\w*|miscarri\w*|surgery|diagnos\w*|allerg\w*|blood pressure|chemo\w*|therapy|suicid\w*|disab(?:led|ility))\b/i,
  ],
  [
    'memory/private-money',
    /工资|薪水|月薪|年薪|薪资|收入|存款|积蓄|欠(?:了|着|他|她|我|人)?[^，。,.]{0,8}(?:钱|元|块|万)|借(?:了|给|过)[^，。,.]{0,8}(?:钱|元|块|万)|房贷|车贷|贷款|负债|债务|银行卡|信用卡|网贷|炒股(?:亏|赚)|(?:股票|基金|理财)(?:亏|赚)|\b(?:salar(?:y|ies)|income|savings|owes?|debts?|loans?|mortgages?|credit card|bank account|net worth)\b/i,
  ],
  [
    'memory/private-life',
    /离婚|出轨|外遇|小三|分手|出柜|同性恋|性取向|性生活|宗教|信(?:了)?(?:佛|教|基督)|党员|政治面貌|前科|坐过牢|判刑|案底|家暴|\b(?:divorc\w*|cheat(?:s|ed|ing) on|affair with|is gay|is lesbian|transgender|sexual orientation|religio\w*|criminal record|prison|jail)\b/i,
  ],
];

/** Why a text may not be kept in mind: private numbers, health, money, or what is one's own affair. Undefined: it may. */
export function privateIn(text: string): Private | undefined {
  const plain = text.normalize('NFKC');
  if (maskPii(plain) !== plain) return 'memory/private-number';
  return KINDS.find(([, words]) => words.test(plain))?.[0];
}
