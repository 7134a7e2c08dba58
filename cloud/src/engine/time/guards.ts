import { HOUR } from './civil';
import type { Clock } from './clock';

/* 三点建议, 两点原因: points of a list, not of the clock. */
const COUNTED =
  /^(?:小|大|重要|主要|基本|核心|关键|不同|其他)?(?:建议|意见|原因|要求|理由|内容|想法|感受|感想|体会|看法|说明|启示|区别|不同|好处|坏处|注意|补充|共识|问题|疑问|疑惑|希望|声明|结论|心得|经验|教训|收获|事项|事情|需求|需要|优势|优点|缺点|不足|特点|特征|特色|亮点|发现|观点|考虑|思考|总结|提示|提醒(?!我|大家|他|她|你|一下)|规定|规则|原则|条件|因素|措施|办法|方法|方案|方面|异议|质疑|反馈|目标|计划(?!去|出|到|开)|任务|安排如下|依据|证据|信息|情况|变化|改进|优化|[零一二三四五六七八九]+[折米倍亿万元块成度级星公克]|一线|积分|经验值|伤害|血|水|钱|五|六)/;
const COUNTED_BEFORE = /(?:[有说提讲谈列第哪几差加减扣共][了出到]?|[这那]个?|[涨跌升降]了?|以下|如下|补充|强调|总结为?|概括为|总共|一共|满足|做到|记住|注意|分为|分成|归纳为|得|百分)$/;

/* 一点 is mostly a little: it is one o'clock only before what one does at one. */
const ONE_MORE = /^(?:[都也儿点不没空小东意好用问办希机力感兴消动关信进心]|时间|胃口|事|就(?:好|行|够)|吧|了|的|,|。|$)/;
const AT_ONE = /^(?:集合|见|开|出发|前|后|之前|之后|以前|以后|吃|上课|下课|睡|起|到|至|-|~|在|去|来|下班|上班|碰|会|约|叫|提醒|的(?:车|飞机|火车|高铁|票|会|课|场|航班))/;

/** What stands before the clock: a day, a part of the day (早上), a sign of one (早), or nothing. */
type Beside = 'day' | 'part' | 'sign' | 'none';

/** Whether N点 that stands at [start, end) is a time of day and no count of points or "a little". */
export function isClock(text: string, start: number, end: number, clock: Clock, beside: Beside): boolean {
  if (clock.sure) return true;
  const after = text.slice(end, end + 8);
  const before = text.slice(Math.max(0, start - 4), start);
  if (clock.ms === HOUR && text[start] === '一') {
    if (beside === 'sign') return false;
    if (beside === 'part') return !ONE_MORE.test(after) || /^(?:的|,|。|$|了|吧)/.test(after);
    return AT_ONE.test(after) && !/[早晚快慢多少大小高低好有差近远长短这那]$/.test(before);
  }
  if (COUNTED.test(after)) return false;
  return beside !== 'none' || !COUNTED_BEFORE.test(before);
}
