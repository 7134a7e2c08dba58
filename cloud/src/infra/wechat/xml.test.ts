import { parseXml, XmlError } from './xml';

describe('the XML of pushes', () => {
  it('is read into plain values', () => {
    const source = '<xml>\n  <A><![CDATA[a <b> & ]] c]]></A>\n<B>1 &lt; 2 &amp;&amp; &quot;x&quot; &unknown;</B><C/><D></D><R><S>pass</S><L>100</L></R></xml>';
    expect(parseXml(source)).toEqual({ A: 'a <b> & ]] c', B: '1 < 2 && "x" &unknown;', C: '', D: '', R: { S: 'pass', L: '100' } });
  });

  it('makes an array of repeated elements', () => {
    expect(parseXml('<xml><d><s>1</s></d><d><s>2</s></d><d>3</d></xml>')).toEqual({ d: [{ s: '1' }, { s: '2' }, '3'] });
  });

  it('does not let element names touch what all objects have', () => {
    const fields = parseXml('<xml><constructor>x</constructor><toString>y</toString></xml>');
    expect(Object.entries(fields)).toEqual([
      ['constructor', 'x'],
      ['toString', 'y'],
    ]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it.each([
    '',
    'text',
    '<xml>',
    '</xml>',
    '<xml></a></xml>',
    '<xml><a></xml></a>',
    '<xml>x</xml>',
    '<a>x</a>',
    '<xml><__proto__>x</__proto__></xml>',
    '<xml><a b="c">x</a></xml>',
    '<xml><a><![CDATA[x</a></xml>',
    '<!DOCTYPE xml><xml><a>1</a></xml>',
    '<?xml version="1.0"?><xml><a>1</a></xml>',
    '<xml><a>1</a></xml><xml><a>2</a></xml>',
    `<xml>${'<a>'.repeat(50)}${'</a>'.repeat(50)}</xml>`,
  ])('refuses %j', (source) => {
    expect(() => parseXml(source)).toThrow(XmlError);
  });

  it('stays quick on hostile input', () => {
    const started = process.hrtime.bigint();
    for (const source of ['<xml>' + '<'.repeat(1e6), '<xml>' + '<![CDATA['.repeat(1e5), '<a'.repeat(1e5), '<xml>' + '&a'.repeat(1e6), `<xml><a${' '.repeat(1e6)}x`]) {
      expect(() => parseXml(source)).toThrow(XmlError);
    }
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000);
  });
});
