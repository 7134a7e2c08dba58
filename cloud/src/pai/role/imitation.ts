import { cleanText } from '@shared/domain/text';

/*
 * An AI role serves a group; it is nobody's relative, partner or comfort. The rules look for the wish that it be one,
 * not for the words: a role may help with 外婆's medicine, and speak plainly enough for her, without playing her.
 */
const KIN =
  '(?:[老阿干养继后]?(?:爸|妈|爹|娘)(?:爸|妈|爹|娘|咪)?|父亲|母亲|爹地|[爷奶]{2}|[爷奶](?=$|[一的了])|[外太姥]?[公婆](?=$|[一的了])|外公|外婆|太奶|太爷|姥姥|姥爷|祖父|祖母|公公|婆婆|岳父|岳母|哥哥?|弟弟|姐姐?|妹妹?|[伯叔姑姨舅婶嫂](?:父|母|妈|叔|姑|姨|舅|子|婶|娘)|大[伯叔姑姨舅]|[小二三]?[伯叔姑姨舅](?=$|[一的了])|阿姨|儿子|女儿|闺女|孙[子女]|外孙女?|[堂表][哥姐弟妹]|亲人|亲戚)';
const PARTNER = '(?:另一半|老公|老婆|男友|女友|男朋友|女朋友|丈夫|妻子|恋人|情人|情侣|爱人|伴侣|对象|媳妇|未婚[夫妻]|前任|前女友|前男友|梦中情人|暧昧对象)';
const COMFORT = '(?:(?:心理|心灵|情感|情绪|精神)(?:上的)?(?:陪伴|慰藉|寄托|依靠|支柱|医生|咨询|疏导|治疗)|灵魂伴侣|虚拟(?:恋人|女友|男友|老婆|老公)|陪聊|陪睡|哄睡|树洞|知心(?:人|[大]?[姐哥]{1,2})|谈恋爱|调情|撩人|暧昧)';

/** Asks it to be or to sound like somebody. */
const BE = '(?:扮演?|装作?|假装|假扮|装成|当作?|充当|担任|作为|模仿|冒充|学着?|像|好像|仿佛|如同|你(?:就)?是|你做|做|变成|化身|以|用|自称|叫你|代替|替代)';
/** Asks it to call somebody like a partner. */
const CALL_PARTNER = new RegExp(`(?:叫|喊|称呼?)(?:我|大家|我们|他|她)(?:们)?(?:为|作)?(?:${PARTNER}|宝贝|亲爱的|宝宝)`);
const NOT = /(?:不|别|不要|不得|禁止|切勿|无需|不能|不可|不许|不准|避免|不会)[^。；;，,！!\n]{0,4}$/;

/* Between the part and who it is: no new clause, and nothing done for that person. */
const ZH_MANNER = new RegExp(`${BE}(?:(?![帮给对跟让提陪教听替向叫])[^，,、。；;！!？?\\n]){0,8}?(${KIN}|${PARTNER})([^。；;，,！!？?\\n]{0,3})`, 'g');
const ZH_ALONE = new RegExp(`${COMFORT}|${PARTNER}(?:一样|般|似的|的(?:语气|口吻|身份))|${KIN}(?:一样|般|似的|的(?:语气|口吻|身份|声音))`, 'g');
/** What follows a relative's word when it is a reader or a matter, not the part to play. */
const FOR_THEM = /^(?:们?(?:也|都)?(?:看|听|读|用|能|会|要|吃|做|说|提|问|过|买|办|好记)|们?(?:的)?(?:事|药|饭|生日|体检|日程)|们)/;

/** The head of a name that makes it a job: 「妈妈群助手」is one, 「小雨妈妈」is not. */
const JOB = /(?:助手|助理|管家|帮手|秘书|小秘|向导|监督员|委员|组长|教练|顾问|之友|提醒|记账|记录员|课代表|群管|小站|厨房|食谱|主持人|裁判|书记)$/;
const ZH_KIN_NAME = new RegExp(KIN);
const ZH_LOVE_NAME = new RegExp(`${PARTNER}|${COMFORT}|宝贝|亲爱的|小情人|治愈师|陪伴师`);
/** Words that hold a relative's sign and mean none. */
const NO_KIN = /父亲节|母亲节|孙子兵法|公司|公园|公告|公益|公交|公开|办公|公共|公平|老师|师傅|哥伦|妹子团|姐妹团|阿姨团|妈祖|公路|公里|婆罗|爸妈营|主公|老板娘|新娘|伴娘|奶茶|奶粉|牛奶|酸奶|喝奶|吃奶/g;

const EN_KIN = '(?:m[ou]m(?:my|s)?|mama|mother|dad(?:dy)?|papa|father|grand(?:ma|pa|mother|father|mom|dad|parent|son|daughter)|granny|grandad|nana|aunt(?:ie|y)?|uncle|sister|brother|son|daughter|cousin|parent)';
const EN_LOVE = '(?:husband|wife|hubby|wifey|boy ?friend|girl ?friend|lover|fianc[eé]e?|spouse|sweetheart|soul ?mate|(?:romantic|life|love) partner|crush|ex)';
const EN_COMFORT = "(?:emotional|psychological|mental) (?:companion(?:ship)?|comfort(?:er)?|support(?:er)?|therapist)|therapist|psychologist|(?:ai|virtual|romantic) (?:companion|lover)|flirt(?:y|s|ing|atious)?|sexting|dirty talk|date (?:me|us)";
const EN_BE = "(?:pretend(?:ing)? (?:to be|you(?:'| a)?re)|act(?:ing)? (?:as|like)|(?:role-?)?play(?:ing)?(?: (?:as|the role of|the part of))?|be(?:ing)?|become|imitat(?:e|ing)|impersonat(?:e|ing)|pos(?:e|ing) as|(?:speak|talk|sound|behave|reply|answer|write)(?:ing)?(?: \\w+){0,3} (?:as|like)|in the (?:voice|tone|role|manner|person) of|you(?: a|')re|as if you were|simulat(?:e|ing)|mimic(?:king)?)";
const EN_MANNER = new RegExp(`\\b${EN_BE} (?:my|our|the|a|an|her|his|their|someone'?s|everyone'?s)?\\s*(?:(?!(?:to|for|with|about|when|and)\\b)[\\w'’-]+ ){0,3}?(?:${EN_KIN}|${EN_LOVE})\\b`, 'gi');
const EN_ALONE = new RegExp(`\\b(?:${EN_COMFORT})\\b`, 'gi');
const EN_NAME = new RegExp(`\\b(?:${EN_KIN}|${EN_LOVE}|${EN_COMFORT}|darling|honey|my love)\\b`, 'i');
const EN_JOB = /(?:'s|s'|\b(?:helper|assistant|desk|coach|guide|club|reminder|secretary|monitor|planner|referee))\b/i;
const EN_NOT = /\b(?:not|never|n't|n’t|without|no|avoid)\b[^.;!?]{0,16}$/i;

const stands = (text: string, hits: Iterable<RegExpMatchArray>, not: RegExp): boolean => [...hits].some((hit) => !not.test(text.slice(Math.max(0, (hit.index ?? 0) - 20), hit.index)));

function mannerInChinese(text: string): boolean {
  const parts = [...text.matchAll(ZH_MANNER)].filter((hit) => !FOR_THEM.test(hit[2] ?? ''));
  return stands(text, parts, NOT) || stands(text, text.matchAll(ZH_ALONE), NOT) || CALL_PARTNER.test(text);
}

/** A name that passes for a relative, a partner or a comforter. */
export function imitatesInName(name: string): boolean {
  const plain = name.normalize('NFKC').replace(/\s+/g, ' ').replace(NO_KIN, '');
  const tight = plain.replace(/\s+/g, '');
  if (ZH_LOVE_NAME.test(tight)) return true;
  return (ZH_KIN_NAME.test(tight) && !JOB.test(tight)) || (EN_NAME.test(plain) && !EN_JOB.test(plain));
}

/** A way of speaking that is somebody's relative, partner or comforter, living or dead. */
export function imitatesInManner(manner: string): boolean {
  const text = cleanText(manner).normalize('NFKC').replace(NO_KIN, '〇');
  return mannerInChinese(text.replace(/[^\S\n]+/g, '')) || stands(text, text.matchAll(EN_MANNER), EN_NOT) || stands(text, text.matchAll(EN_ALONE), EN_NOT);
}
