import { fingerprint } from '../learnt';
import { SLOTS, featuresOf } from './features';
import { plain } from './plain';

/** Texts that touch every kind of feature: signs, syllables, Pinyin, classes of words. */
const SAMPLES = ['你们这些人真是没素质', '不是所有外地人都这样，个别人而已', '他们就是垃圾，活该！', 'ni hao 周六一起去爬山吗', 'ＨＥＬＬＯ，Ｗｏｒｌｄ 123', '女司机永远只会挡路', '这都什么偏见'];

/** What the features make of the samples, in short: it changes when they do. */
export const featuresNow = (): string => fingerprint([SLOTS, ...SAMPLES.flatMap((text) => featuresOf(plain(text)))]);
