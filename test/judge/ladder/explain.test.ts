import { describe, expect, it } from 'vitest';
import { nominationInWords } from '../../../src/judge/ladder/explain.js';
import type { Nomination } from '../../../src/judge/ladder/state.js';
import type { BodyMember, StandingThen } from '../../../src/ledger/nomination-lines.js';
import { Issue, NEW, withRule } from './history.js';

const MEMBER: StandingThen = { ...NEW, role: 'member', since: '2020-01-01' };
const nominationIn = (issue: Issue): Nomination => issue.seen().state.nomination!;
const words = (nomination: Nomination, isOver: boolean) => nominationInWords(nomination, isOver, (group) => group);
/** What is said of one thing that the rules ask. */
const row = (nomination: Nomination, name: string, isOver = true): string =>
  words(nomination, isOver)
    .asks.filter((one) => one.name === name)
    .map(({ held, says }) => `${held}: ${says}`)
    .join(' | ');
const asMaintainer = (issue = new Issue(undefined, MEMBER)): Issue =>
  issue.says('core', '/nominate @nominee maintainer');

describe('Who is called', () => {
  const core = (count: number, first = 101): BodyMember[] =>
    Array.from({ length: count }, (_, index) => ({
      ...{ id: first + index, login: `c${first + index}`, also: [], organization: null, roles: ['core-maintainer'] },
    }));
  /** Those who are called to decide. */
  const called = (nomination: Nomination, isOver = true): string[] =>
    words(nomination, isOver)
      .next.filter(({ what }) => what.startsWith('decides'))
      .flatMap(({ people }) => people.map(({ login }) => login));
  const held = nominationIn(asMaintainer());

  it('is everybody who decides, once the days to speak are over, and of more than six nobody', () => {
    expect(called({ ...held, body: core(6) })).toHaveLength(6);
    expect(called({ ...held, body: core(7) })).toEqual([]);
    expect(called({ ...held, body: core(6) }, false)).toEqual([]);
    expect(words({ ...held, body: core(7) }, true).next).toEqual([
      {
        who: 'A Core Maintainer or a Lead Maintainer',
        people: [],
        what: 'decides with `/ladder approve` or `/ladder reject <reason>`.',
      },
    ]);
  });

  it('is at once who decides over what stands against it', () => {
    const early = nominationIn(asMaintainer(new Issue()));
    expect(called({ ...early, body: core(2) }, false)).toEqual(['c101', 'c102']);
    expect(words(early, false).next.at(-1)?.what).toBe(
      'decides with `/ladder approve <reason>` or `/ladder reject <reason>`. It takes effect once the days for everybody to speak are over.',
    );
  });

  it('is nobody who has no account, who decides nothing, or whom it is about, by any account of theirs', () => {
    const body = [...core(2, -2), ...core(2), { ...core(1)[0]!, id: 105, login: 'member', roles: ['member'] }];
    expect(called({ ...held, body })).toEqual(['c101', 'c102']);
    expect(called({ ...held, body, nominee: { ...held.nominee, id: 101 } })).toEqual(['c102']);
    expect(called({ ...held, body, nominee: { ...held.nominee, also: [102] } })).toEqual(['c101']);
  });

  it('are sponsors in general', () => {
    const lone = nominationIn(new Issue().says('nominee', '/nominate @nominee moderator'));
    expect(words(lone, true).next).toContainEqual({
      ...{ who: 'Sponsors', people: [] },
      what: 'write `/endorse @nominee`: a Core Maintainer or a Lead Maintainer: 0 of 1.',
    });
  });

  it('is who is to be emeritus, until they have said what speaks against it or their time is over', () => {
    const issue = new Issue(undefined, MEMBER).says('core', '/emeritus @nominee Gone.');
    const asked = (isOver: boolean): boolean =>
      words(nominationIn(issue), isOver).next.some(({ people }) => people.some(({ login }) => login === 'nominee'));
    expect([asked(false), asked(true)]).toEqual([true, false]);
    issue.says('nominee', '/object @nominee I was ill.');
    expect([asked(false), asked(true)]).toEqual([false, false]);
  });
});

describe('What the rules ask, as it stands', () => {
  it('names everybody who objects, and what weight it has', () => {
    const issue = new Issue().says('core', '/nominate @nominee member').says('member', '/object @nominee Too soon.');
    issue.says('outsider', '/object @nominee Who is it?').says('maintainer', '/object @nominee Who is it?');
    expect(row(nominationIn(issue), 'Objections')).toBe(
      'failed: @member (holds it), @outsider (is heard), @maintainer (holds it).',
    );
    issue.says('member', '/object withdraw').says('maintainer', '/object withdraw');
    expect(row(nominationIn(issue), 'Objections')).toBe('held: @outsider (is heard).');
  });

  it('says whose organisation nobody knows', () => {
    const nomination = nominationIn(asMaintainer());
    const [{ by, ...said }] = nomination.endorsements as [Nomination['endorsements'][0]];
    expect(row(nomination, 'Sponsors')).toContain(' @core (`Delta`).');
    const unknown = { ...nomination, endorsements: [{ ...said, by: { ...by, organization: null } }] };
    expect(row(unknown, 'Sponsors')).toContain(' @core (organisation not known).');
  });

  it('marks what was decided over, and only where it was approved', () => {
    const early = (): Issue => asMaintainer(new Issue()).says('second core', '/ladder approve She knows it.');
    expect(row(nominationIn(early()), 'Place')).toMatch(/^failed: /);
    expect(row(nominationIn(early().after({ days: 8 })), 'Place')).toMatch(/^held: /);
    expect(row(nominationIn(early().says('third core', '/ladder reject No.')), 'Place')).toMatch(/^failed: /);
    const objected = new Issue(undefined, MEMBER).says('core', '/emeritus @nominee Gone.');
    objected.says('nominee', '/object @nominee I was ill.').says('lead maintainer', '/ladder approve We talked.');
    expect(row(nominationIn(objected), 'Objections')).toMatch(/^failed: /);
    expect(row(nominationIn(objected.after({ days: 20 })), 'Objections')).toMatch(/^held: /);
  });

  it('marks what is lacking where the rule only observes, too: nobody has decided over it', () => {
    const issue = asMaintainer(new Issue(withRule('ladder-maintainer', { mode: 'observe' })));
    const { closed } = nominationIn(issue.says('second core', '/ladder approve').after({ days: 8 }));
    expect(closed?.outcome).toBe('approved');
    expect(row(nominationIn(issue), 'Place')).toMatch(/^failed: /);
  });

  it('says that the days to speak were cut short, whenever it is read', () => {
    const issue = asMaintainer().says('second core', '/ladder reject No.');
    for (const isOver of [false, true])
      expect(row(nominationIn(issue), 'Review', isOver)).toBe('held: 7 days, cut short by a decision.');
    const whole = nominationIn(asMaintainer().says('second core', '/ladder approve').after({ days: 8 }));
    expect(row(whole, 'Review')).toBe('held: 7 days, until Mon 9 Nov 2026 09:01 UTC.');
  });

  it('says how many approvals there are, of those that count', () => {
    const rules = withRule('ladder-maintainer', { approvals: 2 });
    const issue = asMaintainer(new Issue(rules, MEMBER)).says('second core', '/ladder approve');
    expect(row(nominationIn(issue), 'Approval')).toBe(
      'open: Approved by 2 people, each a Core Maintainer or a Lead Maintainer: 1 of 2.',
    );
    expect(row(nominationIn(new Issue().says('core', '/nominate @nominee member')), 'Approval')).toBe('');
  });
});

describe('Where the rules give nobody days to speak', () => {
  it('a nomination waits for what it lacks, and names no time', () => {
    const issue = asMaintainer(new Issue(withRule('ladder-maintainer', { days: 0 }), MEMBER));
    // Whoever asks: nothing is waited for.
    for (const isOver of [false, true]) {
      const { headline, next } = words(nominationIn(issue), isOver);
      expect(headline).toBe('Waiting for approval');
      expect(next.map(({ what }) => what)).toEqual(['decides with `/ladder approve` or `/ladder reject <reason>`.']);
      expect(row(nominationIn(issue), 'Review', isOver)).toBe('');
    }
  });

  it('who is asked whether they are still there may answer as long as nobody has decided', () => {
    const issue = new Issue(withRule('emeritus', { days: 0 }), MEMBER).says('core', '/inactive @nominee', {
      args: ['nominee', 'everything'],
    });
    expect(words(nominationIn(issue), false).headline).toBe(
      'Not answered here, so that others decide; nothing follows from silence by itself',
    );
  });
});
