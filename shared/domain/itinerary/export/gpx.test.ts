/** @jest-environment jsdom */
import { toGpx } from './gpx';
import { SHEET, withTitle } from './sample';

/* What of a browser's XML this needs: the server's types have none. */
interface XmlElement {
  textContent: string | null;
  getAttribute: (name: string) => string | null;
  querySelector: (selector: string) => XmlElement | null;
  querySelectorAll: (selector: string) => Iterable<XmlElement> & { length: number };
}
declare const DOMParser: new () => { parseFromString: (text: string, type: string) => XmlElement };

describe('a GPX file', () => {
  const parse = (gpx: string): XmlElement => new DOMParser().parseFromString(gpx, 'application/xml');

  test('has a route a day with WGS-84 points, and the labels', () => {
    const document = parse(toGpx(SHEET));
    const points = [...document.querySelectorAll('rte')].map((route) => [...route.querySelectorAll('rtept')].map((point) => point.querySelector('name')?.textContent));
    expect(points).toEqual([['西湖', '湖边酒店'], ['西湖']]);
    const first = document.querySelector('rtept');
    // GCJ-02 lies about 560 m from WGS-84 here
    expect(Number(first?.getAttribute('lat'))).toBeCloseTo(30.2488, 3);
    expect(Number(first?.getAttribute('lon'))).toBeCloseTo(120.1438, 3);
    expect(document.querySelector('metadata > desc')?.textContent).toBe('AI 生成');
    expect(JSON.parse(document.querySelector('keywords')?.textContent ?? '')).toMatchObject({ AIGC: { Label: '1' } });
  });

  test.each(['</name><wpt lat="0" lon="0"/>', '&lol; <![CDATA[', "a'\"b", '\u0000\u000b零\ud800', '🦆'])('a title cannot get out of its element: %j', (title) => {
    const document = parse(toGpx(withTitle(title)));
    expect(document.querySelectorAll('wpt, parsererror')).toHaveLength(0);
    // eslint-disable-next-line no-control-regex
    expect(document.querySelector('rtept > name')?.textContent).toBe(title.replace(/[\u0000\u000b\ud800](?![\udc00-\udfff])/g, ''));
  });
});
