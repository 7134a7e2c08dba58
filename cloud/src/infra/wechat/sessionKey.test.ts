import { openSessionKey, sealSessionKey } from './sessionKey';

const DATA_KEY = '00112233445566778899aabbccddeeff'.repeat(2);
const SESSION_KEY = '9hAb/NEYUlkaMBEsmFgzig==';

describe('a session key at rest', () => {
  it('opens to what it was, under a version and differently each time', () => {
    const first = sealSessionKey(DATA_KEY, SESSION_KEY);
    const second = sealSessionKey(DATA_KEY, SESSION_KEY);
    expect(first).toMatch(/^v1\.[\w-]+$/);
    expect(first).not.toBe(second);
    expect([first, second].map((sealed) => openSessionKey(DATA_KEY, sealed))).toEqual([SESSION_KEY, SESSION_KEY]);
    expect(Buffer.from(first.slice(3), 'base64url').includes(SESSION_KEY)).toBe(false);
  });

  it('still opens what was sealed before (format v1)', () => {
    expect(openSessionKey(DATA_KEY, 'v1.Y577qY1D8axoW-3DGoEvHkGJPOgIgaLFt-4AaIqkW3Siopsx6Lii-c_T045qlcdvCyrkAg')).toBe(SESSION_KEY);
  });

  it('does not open under another key, or when any byte was changed', () => {
    const sealed = sealSessionKey(DATA_KEY, SESSION_KEY);
    expect(openSessionKey('ff'.repeat(32), sealed)).toBeNull();
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] as number) ^ 1;
      expect(openSessionKey(DATA_KEY, `v1.${changed.toString('base64url')}`)).toBeNull();
    }
  });

  it.each(['', 'v1', 'v1.', 'v1.AAAA', 'v2.AAAA', 'no version at all'])('does not open %j', (text) => {
    expect(openSessionKey(DATA_KEY, text)).toBeNull();
    expect(openSessionKey(DATA_KEY, `${sealSessionKey(DATA_KEY, SESSION_KEY)}.x`)).toBeNull();
  });

  it('wants a key of 64 hex digits', () => {
    expect(() => sealSessionKey('short', SESSION_KEY)).toThrow(RangeError);
  });
});
