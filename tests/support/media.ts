import sharp from 'sharp';

/** A plain PNG. */
export const pngOf = (width: number, height: number): Promise<Buffer> => sharp({ create: { width, height, channels: 3, background: '#c96442' } }).png().toBuffer();
