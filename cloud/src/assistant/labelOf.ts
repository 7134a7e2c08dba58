import { config } from '../config';
import { zoned } from '../infra/clock';
import type { MessageDoc } from '../message';

/** How a source is called: "外婆 20:14". */
export const labelOf = ({ senderName, sentAt }: MessageDoc): string => `${senderName} ${zoned(sentAt, config().TIME_ZONE).time}`;
