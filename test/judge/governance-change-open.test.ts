import { describe, expect, test } from 'vitest';
import type { OpenProposal } from '../../src/facts/facts.js';
import { LEADS, MEMBERS } from '../people/writing.js';
import { judged, MAINTAINERS, withCharter, type Files } from './governance.js';

type Decision = NonNullable<OpenProposal['decision']>;
const proposal = (more: Partial<OpenProposal> = {}): OpenProposal => ({
  ...{ pull: 71, number: 71, title: 'Bells', takenOver: false, type: 'Standards Track', status: 'draft' },
  ...{ group: null, decision: null },
  ...more,
});
const granting = (authority: string, more = ''): string =>
  `extends: mcp\ndelegation:\n  grants:\n    kettle-timers:\n      authority: ${authority}\n      grantedBy: us\n      since: 2026-01-01\n${more}`;

describe('decisions that are open', () => {
  const until = 'until Thursday 3 December 2026 09:00 UTC';
  const open = (form: Decision['form'], group: string | null = 'kettle-timers'): OpenProposal =>
    proposal({ group, decision: { form, deadline: '2026-12-03T09:00:00Z' } });
  const pinned = (proposals: OpenProposal[], to: Partial<Files>): string[] => judged({}, to, { proposals }).pinned;
  const demoted = withCharter({ membership: MEMBERS.replace('WG Member ', 'Participant') });

  test('each keeps who is counted for it', () => {
    const says = (what: string): string[] => [
      `SEP-71, "Bells", has ${what} open ${until}; it keeps who is counted as it opened.`,
    ];
    expect(pinned([open('vote')], demoted)).toEqual(says('a vote'));
    expect(pinned([open('core')], demoted)).toEqual([]);
    expect(pinned([open('vote', null)], demoted)).toEqual([]);
    const lead = { roster: `version: 1\npeople:\n  - { logins: [olga], roles: [{ role: lead-maintainer }] }\n` };
    expect(pinned([open('core')], lead)).toEqual(says('a decision of the core'));
    expect(pinned([open('escalation')], lead)).toEqual(says('an escalation'));
    expect(pinned([open('vote')], lead)).toEqual([]);
    expect(
      pinned([open('core')], {
        maintainers: `${MAINTAINERS}\n## Kettle Maintainers\n\n- [Fa](https://github.com/fa)\n`,
      }),
    ).toEqual([]);
  });

  test('others, as many as before, are others', () => {
    const others = withCharter({ membership: MEMBERS.replaceAll('cydorn', 'fagoh').replace('Cy Dorn', 'Fa Goh ') });
    expect(pinned([open('vote')], others)).toHaveLength(1);
    expect(pinned([open('core')], { maintainers: MAINTAINERS.replace('rosaek', 'svenro') })).toHaveLength(1);
  });

  test('who is counted stays the same in whatever order, and with whatever case, the files name them', () => {
    const [head = '', rule = '', ada = '', ...others] = MEMBERS.split('\n');
    const moved = [head, rule, ...others, ada].join('\n').replace('@cydorn', '@CyDorn');
    const leadership = [...LEADS.split('\n').slice(0, 2), ...LEADS.split('\n').slice(2).reverse()].join('\n');
    expect(pinned([open('vote')], withCharter({ membership: moved, leadership }))).toEqual([]);
  });

  test('and the rules, if both change', () => {
    const to = { ...demoted, rules: 'extends: mcp\nrules:\n  consensus:\n    significant: 14\n' };
    expect(pinned([open('consensus')], to)).toEqual([
      `SEP-71, "Bells", has a lazy consensus open ${until}; it keeps who is counted and the rules as it opened.`,
    ]);
    expect(pinned([proposal(), proposal({ ...open('vote'), status: 'accepted' })], to)).toEqual([]);
  });
});

describe('what the index cannot tell', () => {
  const unsaid = (from: Partial<Files>, to: Partial<Files>): string[] =>
    judged(from, to, { proposals: [proposal()] }).unsaid;
  const about = (group: string): string[] => [
    `The delegation to the ${group} covers proposals by their files or words. The record's index holds neither, so which open ones it covers is not said here.`,
  ];
  const paths = { rules: granting('decide', '      scope: { paths: [docs/bells/**] }\n') };
  const items = { rules: granting('decide', '      scope: { items: [Ringing] }\n') };

  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    ['a delegation by files', {}, paths, about('Kettle Timers Working Group')],
    ['one by words of its charter', {}, items, about('Kettle Timers Working Group')],
    ['one that is no longer', paths, { rules: 'extends: mcp\n' }, about('Kettle Timers Working Group')],
    [
      'one whose group goes with it',
      paths,
      { charters: {}, rules: 'extends: mcp\n' },
      about('Kettle Timers Working Group'),
    ],
    ['one for a group that there is not', { charters: {} }, paths, about('kettle-timers')],
    ['one that stays as it is', paths, { ...withCharter({ mission: 'Rings.' }) }, []],
    ['one by tracks', {}, { rules: granting('decide', '      scope: { tracks: [Standards Track] }\n') }, []],
    ['one for all of a charter', {}, { rules: granting('decide') }, []],
  ])('%s', (_, from, to, expected) => {
    expect(unsaid(from, to)).toEqual(expected);
  });
});
