import { isH5 } from '@/platform/env';

/** A length of the 375-wide design for an inline style; style sheets are converted when the client is built. */
export const px = (length: number): string => (isH5 ? `${length}px` : `${length * 2}rpx`);
