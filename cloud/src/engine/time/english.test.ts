import { time } from './index';

const NOW = '2026-11-26T10:00:00+08:00';

const read = (text: string): string[] =>
  time({ text, now: NOW, zone: 'Asia/Shanghai' }).items.map(({ text: words, kind, from = '', to = '', seconds = '', rrule = '', window }) =>
    [words, kind, from.slice(0, 16), kind === 'point' ? '' : to.slice(0, 16), seconds, rrule, window ? `${window.from}-${window.to}` : ''].filter(Boolean).join(' | '),
  );

describe('English', () => {
  it.each([
    ["Let's meet tomorrow at 7pm", 'tomorrow at 7pm | point | 2026-11-27T19:00'],
    ['next Friday', 'next Friday | point | 2026-12-04T00:00'],
    ['at 7:30 pm on Friday please', '7:30 pm on Friday | point | 2026-11-27T19:30'],
    ['in 2 hours', 'in 2 hours | point | 2026-11-26T12:00'],
    ['half an hour ago', 'half an hour ago | point | 2026-11-26T09:30'],
    ['Dec 25', 'Dec 25 | point | 2026-12-25T00:00'],
    ['5 May 2027', '5 May 2027 | point | 2027-05-05T00:00'],
    ['July 4, 2027 at 9am', 'July 4, 2027 at 9am | point | 2027-07-04T09:00'],
    ["New Year's Eve", "New Year's Eve | point | 2026-12-31T00:00"],
    ['the day after tomorrow', 'the day after tomorrow | point | 2026-11-28T00:00'],
    ['half past seven tomorrow', 'half past seven tomorrow | point | 2026-11-27T07:30'],
    ['on the 15th', 'the 15th | point | 2026-12-15T00:00'],
    ['tonight at 8', 'tonight at 8 | point | 2026-11-26T20:00'],
    ['noon', 'noon | point | 2026-11-26T12:00'],
    ['from Monday to Wednesday', 'from Monday to Wednesday | range | 2026-11-30T00:00 | 2026-12-03T00:00'],
    ['between 3pm and 5pm', 'between 3pm and 5pm | range | 2026-11-26T15:00 | 2026-11-26T17:00'],
    ['9 to 11 am', '9 to 11 am | range | 2026-11-26T09:00 | 2026-11-26T11:00'],
    ['this weekend', 'this weekend | range | 2026-11-28T00:00 | 2026-11-30T00:00'],
    ['in May', 'May | range | 2027-05-01T00:00 | 2027-06-01T00:00'],
    ['before Friday', 'before Friday | range | 2026-11-27T00:00'],
    ['by Friday', 'by Friday | range | 2026-11-28T00:00'],
    ['by the end of the month', 'by the end of the month | range | 2026-12-01T00:00'],
    ['within 2 days', 'within 2 days | range | 2026-11-26T00:00 | 2026-11-28T00:00'],
    ['an hour and a half', 'an hour and a half | duration | 5400'],
    ['every weekday 6–8 am', 'every weekday 6–8 am | recurring | 2026-11-27T06:00 | 2026-11-27T08:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 06:00-08:00'],
    ['every Monday and Wednesday at 6pm', 'every Monday and Wednesday at 6pm | recurring | 2026-11-30T18:00 | FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=18;BYMINUTE=0'],
    ['every other day', 'every other day | recurring | 2026-11-26T00:00 | FREQ=DAILY;INTERVAL=2'],
    ['Mon-Fri 9:00-18:00', 'Mon-Fri 9:00-18:00 | recurring | 2026-11-26T09:00 | 2026-11-26T18:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 09:00-18:00'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});
