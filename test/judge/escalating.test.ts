import { describe, expect, it } from 'vitest';
import { plusBusinessDays } from '../../src/judge/business-days.js';
import { whoCanAnswer } from '../../src/judge/impartial.js';
import { elector } from './history.js';

describe('Business days', () => {
  it.each([
    ['a Monday and five', '2026-11-02T09:00:00Z', 5, '2026-11-09T09:00:00Z'],
    ['a Friday and one', '2026-11-06T17:30:00Z', 1, '2026-11-09T17:30:00Z'],
    ['a Saturday begins on Monday', '2026-11-07T09:00:00Z', 1, '2026-11-10T09:00:00Z'],
    ['a Sunday and none', '2026-11-08T23:59:59Z', 0, '2026-11-09T23:59:59Z'],
    ['a Wednesday and none', '2026-11-04T09:00:00Z', 0, '2026-11-04T09:00:00Z'],
    ['a Thursday and ten', '2026-11-05T09:00:00Z', 10, '2026-11-19T09:00:00Z'],
  ])('%s', (_, at, days, end) => {
    expect(plusBusinessDays(at, days)).toBe(end);
  });
});

describe('Who may answer for the core', () => {
  const core = [
    elector('rosa', [], 'Amber'),
    elector('sven', [], 'Basalt'),
    elector('tomoko'),
    elector('uri', [7], 'Coral'),
  ];
  const names = (parties: ReturnType<typeof elector>[], impartial = true, electorate = core) => {
    const { eligible, unknown, barred } = whoCanAnswer({
      electorate,
      parties,
      organizations: { most: null, least: 0, impartial },
    });
    return [eligible, unknown, barred].map((all) => all.map(({ login }) => login));
  };

  it('shares no organisation with a party, and is known not to', () => {
    expect(names([elector('noor', [], 'Amber')])).toEqual([['sven', 'uri'], ['tomoko'], ['rosa']]);
  });
  it('is nobody who is known to be impartial where a party works nobody knows where', () => {
    expect(names([elector('noor')])).toEqual([[], ['rosa', 'sven', 'tomoko', 'uri'], []]);
  });
  it('shares none of several, and none under another spelling', () => {
    const various = [
      elector('rosa', [], 'Amber / Basalt'),
      elector('sven', [], 'amber'),
      elector('tomoko', [], 'Amber Inc.'),
      elector('uri', [], 'Basalt'),
      elector('kofi', [], 'Independent'),
      elector('lena', [], 'TBD'),
    ];
    expect(names([elector('noor', [], 'Amber')], true, various)).toEqual([
      ['uri', 'kofi'],
      ['lena'],
      ['rosa', 'sven', 'tomoko'],
    ]);
    expect(names([elector('noor', [], 'Coral, Basalt'), elector('omar', [], 'tbd')], true, various)).toEqual([
      [],
      ['sven', 'tomoko', 'kofi', 'lena'],
      ['rosa', 'uri'],
    ]);
  });
  it('may belong to nobody as a party does', () => {
    const various = [elector('kofi', [], 'Independent'), elector('lena', [], 'Freelancer')];
    expect(names([elector('noor', [], 'independent')], true, various)).toEqual([['kofi', 'lena'], [], []]);
  });
  it('is no party, by whichever of their accounts', () => {
    const second = { ...elector('uri'), id: 7, organization: 'Dolomite' };
    expect(names([{ ...elector('uri', [7]), organization: 'Dolomite' }])[2]).toEqual(['uri']);
    expect(names([second])[2]).toEqual(['uri']);
  });
  it('is anybody but a party where the rules ask for no impartiality', () => {
    expect(names([elector('rosa', [], 'Basalt')], false)).toEqual([['sven', 'tomoko', 'uri'], [], ['rosa']]);
  });
});
