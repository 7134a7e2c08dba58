/** Recordings of silence, written by hand in the formats recorders make. */

const text = (value: string): Buffer => Buffer.from(value, 'latin1');

function number(bytes: number, value: number, order: 'BE' | 'LE' = 'BE'): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (order === 'BE') buffer.writeUIntBE(value, 0, bytes);
  else buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}

/** WAV, 8 kHz, 8 bit, mono. */
export function wavOf(seconds: number): Buffer {
  const samples = Buffer.alloc(Math.round(seconds * 8000), 0x80);
  const le = (bytes: number, value: number): Buffer => number(bytes, value, 'LE');
  const format = Buffer.concat([text('fmt '), le(4, 16), le(2, 1), le(2, 1), le(4, 8000), le(4, 8000), le(2, 1), le(2, 8)]);
  const body = Buffer.concat([text('WAVE'), format, text('data'), le(4, samples.length), samples]);
  return Buffer.concat([text('RIFF'), le(4, body.length), body]);
}

const MP3_FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc4]), Buffer.alloc(413)]);

/** MP3, 128 kbit/s, 44.1 kHz: 1,152 samples a frame. */
export const mp3Of = (seconds: number): Buffer => Buffer.concat(Array<Buffer>(Math.round((seconds * 44100) / 1152)).fill(MP3_FRAME));

const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([number(4, body.length + 8), text(type), body]);
};

/** M4A as phones record it. `padding` makes it bigger; of 0 seconds: as a browser writes it that does not know the length yet. */
export function m4aOf(seconds: number, padding = 64): Buffer {
  const ms = Math.round(seconds * 1000);
  const zero = (bytes: number): Buffer => Buffer.alloc(bytes);
  const times = Buffer.concat([zero(4), zero(8), number(4, 1000), number(4, ms)]);
  const mvhd = box('mvhd', times, number(4, 0x10000), zero(76));
  const mdhd = box('mdhd', times, zero(4));
  const hdlr = box('hdlr', zero(8), text('soun'), zero(13));
  const mp4a = box('mp4a', zero(6), number(2, 1), zero(8), number(2, 1), number(2, 16), zero(4), number(2, 44100), zero(2));
  const stbl = box('stbl', box('stsd', zero(4), number(4, 1), mp4a), box('stts', zero(8)), box('stsc', zero(8)), box('stsz', zero(12)), box('stco', zero(8)));
  const trak = box('trak', box('tkhd', zero(84)), box('mdia', mdhd, hdlr, box('minf', stbl)));
  return Buffer.concat([box('ftyp', text('M4A '), zero(4), text('M4A mp42isom')), box('moov', mvhd, trak), box('mdat', zero(padding))]);
}

const element = (id: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from(id, 'hex'), number(4, 0x10000000 + body.length), body]);
};
/** Open-ended, as a recorder begins it that does not know how long it will be. */
const endless = (id: string, ...content: Buffer[]): Buffer => Buffer.concat([Buffer.from(id, 'hex'), Buffer.from('01ffffffffffffff', 'hex'), ...content]);

/** WebM as a browser's MediaRecorder writes it: Opus, a block each 60 ms, clusters of 10 s, no duration and no sizes of what is open. */
export function webmOf(seconds: number): Buffer {
  const one = (value: number): Buffer => number(1, value);
  const header = element('1a45dfa3', element('4286', one(1)), element('42f7', one(1)), element('42f2', one(4)), element('42f3', one(8)), element('4282', text('webm')), element('4287', one(4)), element('4285', one(2)));
  const info = element('1549a966', element('2ad7b1', number(3, 1_000_000)), element('4d80', text('Chrome')), element('5741', text('Chrome')));
  const opusHead = Buffer.concat([text('OpusHead'), Buffer.from([1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])]);
  const rate = Buffer.alloc(4);
  rate.writeFloatBE(48000);
  const track = element('ae', element('d7', one(1)), element('73c5', one(1)), element('83', one(2)), element('86', text('A_OPUS')), element('63a2', opusHead), element('e1', element('b5', rate), element('9f', one(1))));
  const clusters: Buffer[] = [];
  for (let start = 0; start < seconds * 1000; start += 10_000) {
    const blocks: Buffer[] = [];
    for (let at = start; at <= seconds * 1000 && at < start + 10_000; at += 60) blocks.push(element('a3', one(0x81), number(2, at - start), Buffer.from([0x80, 0xfc, 0xff, 0xfe])));
    clusters.push(endless('1f43b675', element('e7', number(4, start)), ...blocks));
  }
  return Buffer.concat([header, endless('18538067', info, element('1654ae6b', track), ...clusters)]);
}
