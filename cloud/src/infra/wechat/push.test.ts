import { createCipheriv } from 'node:crypto';
import { createPush, PushError, type PushQuery } from './push';
import { keyOf, open, seal, signatureOf } from './pushCrypto';

const TOKEN = 'AAAAA';
const AES_KEY = 'A'.repeat(43);
const APP_ID = 'wxba5fad812f8e6fb9';
const DEMO = '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}';
const demoAsXml =
  '<xml><ToUserName><![CDATA[gh_97417a04a28d]]></ToUserName><FromUserName><![CDATA[o9AgO5Kd5ggOC-bXrbNODIiE3bGY]]></FromUserName>' +
  '<CreateTime>1714112445</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[debug_demo]]></Event><debug_str><![CDATA[hello world]]></debug_str></xml>';
const SECURE_SIGNATURE = '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3';

const plain = createPush({ appId: APP_ID, token: TOKEN });
const secure = createPush({ appId: APP_ID, token: TOKEN, aesKey: AES_KEY });
const key = keyOf(AES_KEY);

const plainQuery = { signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78', timestamp: '1714037059', nonce: '486452656' };
const sealed = (text: string, appId = APP_ID): string => seal(key, appId, text, Buffer.from('a8eedb185eb2fecf'));
/** Encrypts bytes as they are: length a multiple of 16, padding included. */
function encryptBytes(bytes: Buffer): string {
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64');
}
const secureQuery = (encrypted: string): PushQuery => ({
  timestamp: '1714112445',
  nonce: '415670741',
  encrypt_type: 'aes',
  msg_signature: signatureOf(TOKEN, '1714112445', '415670741', encrypted),
});

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof PushError) return error.reason;
    throw error;
  }
  return 'none';
}

describe("WeChat's published examples", () => {
  it('verify a new address and echo what was sent', () => {
    const query = { signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696', timestamp: '1714036504', nonce: '1514711492', echostr: '4375120948345356249' };
    expect(plain.verifyAddress(query)).toBe('4375120948345356249');
    expect(secure.verifyAddress(query)).toBe('4375120948345356249');
  });

  it('verify a plain push', () => {
    expect(plain.read(plainQuery, DEMO)).toMatchObject({ event: 'debug_demo', fields: { debug_str: 'hello world' } });
  });

  it('give the published signature and padding for the encrypted push', () => {
    const encrypted = sealed(DEMO);
    expect(Buffer.from(encrypted, 'base64')).toHaveLength(224);
    expect(secureQuery(encrypted).msg_signature).toBe(SECURE_SIGNATURE);
    expect(open(key, encrypted)).toEqual({ text: DEMO, appId: APP_ID });
  });

  it('decrypt a secure push', () => {
    const body = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: sealed(DEMO) });
    const query = { timestamp: '1714112445', nonce: '415670741', msg_signature: SECURE_SIGNATURE };
    expect(secure.read(query, body)).toEqual({
      toUserName: 'gh_97417a04a28d',
      fromUserName: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
      createTime: 1714112445,
      msgType: 'event',
      event: 'debug_demo',
      dedupeKey: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY:1714112445:debug_demo:',
      fields: JSON.parse(DEMO) as unknown,
    });
  });

  it('give the published encrypted reply', () => {
    const push = createPush({ appId: APP_ID, token: TOKEN, aesKey: AES_KEY, clock: () => 1713424427000, random: () => Buffer.from('707722b803182950') });
    const reply = { timestamp: '1714112445', nonce: '415670741' };
    const Encrypt = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';
    const MsgSignature = '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1';
    expect(JSON.parse(push.sealReply(reply, '{"demo_resp":"good luck"}', 'json'))).toEqual({ Encrypt, MsgSignature, TimeStamp: 1713424427, Nonce: '415670741' });
    expect(push.sealReply(reply, '{"demo_resp":"good luck"}', 'xml')).toBe(
      `<xml><Encrypt><![CDATA[${Encrypt}]]></Encrypt><MsgSignature><![CDATA[${MsgSignature}]]></MsgSignature><TimeStamp>1713424427</TimeStamp><Nonce><![CDATA[415670741]]></Nonce></xml>`,
    );
  });
});

describe('a push', () => {
  it('is the same from XML and from JSON', () => {
    const { fields: xmlFields, ...fromXml } = plain.read(plainQuery, demoAsXml);
    const { fields: jsonFields, ...fromJson } = plain.read(plainQuery, DEMO);
    expect(fromXml).toEqual(fromJson);
    expect(xmlFields).toEqual({ ...jsonFields, CreateTime: '1714112445' });
    const encrypted = sealed(demoAsXml);
    const body = `<xml><ToUserName><![CDATA[gh_97417a04a28d]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    expect(secure.read(secureQuery(encrypted), body)).toMatchObject(fromJson);
  });

  it('has texts of every length that come back whole', () => {
    for (let length = 0; length <= 70; length++) expect(open(key, sealed('派'.repeat(length)))).toEqual({ text: '派'.repeat(length), appId: APP_ID });
  });

  it('is one push under one dedupe key, and two verdicts of one second are two', () => {
    const read = (more: object): string => plain.read(plainQuery, JSON.stringify({ ...(JSON.parse(DEMO) as object), ...more })).dedupeKey;
    expect(read({ MsgId: 1 })).not.toBe(read({ MsgId: 2 }));
    expect(read({})).toBe(read({ debug_str: 'other' }));
    expect(read({ Event: 'wxa_media_check', trace_id: 'a' })).not.toBe(read({ Event: 'wxa_media_check', trace_id: 'b' }));
  });

  it.each([
    ['no signature', { ...plainQuery, signature: undefined }],
    ['a wrong signature', { ...plainQuery, signature: '0'.repeat(40) }],
    ['another time', { ...plainQuery, timestamp: '1714037060' }],
    ['a repeated parameter', { ...plainQuery, signature: [plainQuery.signature, 'x'] }],
    ['a nonce with markup', { ...plainQuery, nonce: ']]><x>' }],
    ['nothing', {}],
  ])('is refused with %s', (_name, query) => {
    expect(reasonOf(() => plain.read(query, DEMO))).toBe('signature');
    expect(reasonOf(() => plain.verifyAddress(query))).toBe('signature');
  });

  it('is refused unencrypted where secure mode is set up: a plain signature does not cover the body', () => {
    expect(reasonOf(() => secure.read(plainQuery, DEMO))).toBe('not-encrypted');
    expect(reasonOf(() => secure.read({ ...plainQuery, encrypt_type: 'aes' }, JSON.stringify({ Encrypt: ['x'] })))).toBe('not-encrypted');
  });

  it('is not verified by the plain signature in secure mode', () => {
    const encrypted = sealed(DEMO);
    const query = { timestamp: '1714112445', nonce: '415670741', signature: signatureOf(TOKEN, '1714112445', '415670741'), msg_signature: undefined };
    expect(reasonOf(() => secure.read(query, JSON.stringify({ Encrypt: encrypted })))).toBe('signature');
  });

  it('is refused when it is for another app', () => {
    const encrypted = sealed(DEMO, 'wx0000000000000000');
    expect(reasonOf(() => secure.read(secureQuery(encrypted), JSON.stringify({ Encrypt: encrypted })))).toBe('app');
  });

  it.each([
    ['no whole blocks', 'AAAA'],
    ['nothing', ''],
    ['bytes of another key', Buffer.alloc(64, 7).toString('base64')],
    ['no padding', encryptBytes(Buffer.alloc(64, 0))],
    ['uneven padding', encryptBytes(Buffer.concat([Buffer.alloc(60), Buffer.from([9, 9, 4, 4])]))],
    ['padding alone', encryptBytes(Buffer.alloc(32, 32))],
    ['a length beyond the end', encryptBytes(Buffer.concat([Buffer.alloc(16), Buffer.from([0, 0, 0, 99]), Buffer.alloc(12, 12)]))],
  ])('is malformed with %s inside', (_name, encrypted) => {
    expect(reasonOf(() => secure.read(secureQuery(encrypted), JSON.stringify({ Encrypt: encrypted })))).toBe('malformed');
  });

  it.each(['', 'null', '[]', '"text"', '{"MsgType":"event"}', '{', '<xml>', '<xml><a></b></xml>', '<!DOCTYPE x [<!ENTITY e "x">]><xml><a>&e;</a></xml>'])('is malformed: %j', (body) => {
    expect(reasonOf(() => plain.read(plainQuery, body))).toBe('malformed');
  });

  it('wants an EncodingAESKey of 43 characters', () => {
    expect(() => createPush({ appId: APP_ID, token: TOKEN, aesKey: 'short' })).toThrow(RangeError);
    expect(reasonOf(() => plain.sealReply(plainQuery, 'x', 'json'))).toBe('malformed');
  });
});
