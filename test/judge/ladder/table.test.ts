import { describe, expect, it } from 'vitest';
import { TARGETS, type Target } from '../../../src/judge/ladder/steps.js';
import type { StandingThen } from '../../../src/ledger/nomination-lines.js';
import { CAST, GROUP, Issue, NEW, type Name } from './history.js';

/** Everybody who tries everything. */
const SPEAKERS = [
  ...(['outsider', 'member', 'maintainer', 'core', 'lead maintainer'] as const),
  ...(['WG member', 'group lead', 'lead elsewhere', 'nominee'] as const),
] as const satisfies readonly Name[];

const MEMBERS: Name[] = ['member', 'maintainer', 'core', 'lead maintainer', 'group lead', 'lead elsewhere'];
const CORE: Name[] = ['core', 'lead maintainer'];
const ALL: Name[] = [...SPEAKERS];
const NOT_NOMINEE = ALL.filter((name) => name !== 'nominee');

type Action = 'nominate' | 'endorse' | 'hold' | 'object' | 'approve' | 'decide' | 'reject' | 'decline';

/**
 * Who may do what about whom, by the `mcp` pack: for each step and action those whose word is taken. `hold` is an objection
 * that holds the nomination, `object` one that is only heard, `decide` an approval over an objection with a reason,
 * `decline` a rejection by the nominee.
 */
const CELLS: Record<Target, Record<Action, Name[]>> = {
  member: {
    nominate: [...MEMBERS, 'nominee'],
    endorse: MEMBERS,
    hold: MEMBERS,
    object: NOT_NOMINEE,
    approve: [],
    decide: CORE,
    reject: CORE,
    decline: ['nominee'],
  },
  maintainer: {
    nominate: ['maintainer', ...CORE, 'nominee'],
    endorse: ['maintainer', ...CORE],
    hold: [],
    object: NOT_NOMINEE,
    approve: CORE,
    decide: CORE,
    reject: CORE,
    decline: ['nominee'],
  },
  'core-maintainer': {
    nominate: [...CORE, 'nominee'],
    endorse: CORE,
    hold: [],
    object: NOT_NOMINEE,
    approve: ['lead maintainer'],
    decide: ['lead maintainer'],
    reject: ['lead maintainer'],
    decline: ['nominee'],
  },
  moderator: {
    nominate: [...CORE, 'nominee'],
    endorse: CORE,
    hold: [],
    object: NOT_NOMINEE,
    approve: [],
    // Nobody's objection holds it, so nothing stands against it that could be decided.
    decide: [],
    reject: CORE,
    decline: ['nominee'],
  },
  'wg-member': {
    nominate: ['WG member', 'group lead', 'nominee'],
    endorse: ['WG member', 'group lead'],
    hold: [...CORE, 'group lead'],
    object: NOT_NOMINEE,
    approve: [],
    decide: CORE,
    reject: CORE,
    decline: ['nominee'],
  },
  lead: {
    nominate: [...CORE, 'nominee'],
    endorse: CORE,
    hold: [],
    object: NOT_NOMINEE,
    approve: [],
    decide: [],
    reject: CORE,
    decline: ['nominee'],
  },
};

const ACTIONS = Object.keys(CELLS.member) as Action[];

/** Where the nominee stands so that the step begins from where the rule wants it. */
const FROM: Record<Target, StandingThen> = {
  member: NEW,
  maintainer: { ...NEW, role: 'member', since: '2020-01-01' },
  'core-maintainer': { ...NEW, role: 'maintainer', since: '2020-01-01' },
  moderator: { ...NEW, role: 'member', since: '2020-01-01' },
  'wg-member': NEW,
  lead: { ...NEW, role: 'member', since: '2020-01-01' },
};

const nomination = (to: Target): string =>
  `/nominate @nominee ${to}${to === 'wg-member' || to === 'lead' ? ` ${GROUP}` : ''}`;

/** Whether a word of somebody's is taken, and does what the action means. */
function attempt(to: Target, action: Action, name: Name): boolean {
  const issue = new Issue(undefined, FROM[to]);
  if (action === 'nominate') return taken(issue.says(name, nomination(to)));
  issue.says('nominee', nomination(to));
  switch (action) {
    case 'endorse':
      return taken(issue.says(name, '/endorse @nominee'));
    case 'hold':
    case 'object': {
      const { state } = issue.says(name, '/object @nominee Too soon.').seen();
      const [objection] = state.nomination?.objections ?? [];
      return objection !== undefined && (action === 'object' || objection.holds);
    }
    case 'approve':
      return taken(issue.says(name, '/ladder approve'));
    case 'decide':
      issue.says(to === 'wg-member' ? 'group lead' : 'member', '/object @nominee Too soon.');
      return taken(issue.says(name, '/ladder approve It is not too soon.'));
    case 'reject':
    case 'decline':
      return taken(issue.says(name, '/ladder reject Not now.')) && (action === 'decline') === (name === 'nominee');
  }
}

const taken = (issue: Issue): boolean => issue.seen().state.acts.at(-1)?.outcome.taken === true;

const rows = TARGETS.flatMap((to) =>
  ACTIONS.flatMap((action) =>
    SPEAKERS.map((name) => ({ to, action, name, allowed: CELLS[to][action].includes(name) ? 'taken' : 'not taken' })),
  ),
);

describe('The contributor ladder: who may do what about whom', () => {
  it.each(rows)('$action as $to by $name: $allowed', ({ to, action, name, allowed }) => {
    expect(attempt(to, action, name) ? 'taken' : 'not taken').toBe(allowed);
  });

  it('has a cell for every role, action and target', () => {
    expect(rows).toHaveLength(TARGETS.length * ACTIONS.length * SPEAKERS.length);
    expect(new Set(rows.map(({ to, action, name }) => `${to} ${action} ${name}`)).size).toBe(rows.length);
  });
});

/** Speakers who are emeritus, or propose it. */
describe('Laying down, and emeritus', () => {
  const HELD: StandingThen = { ...NEW, role: 'maintainer', since: '2020-01-01' };
  const PROPOSERS: Name[] = ['maintainer', ...CORE];

  it.each(SPEAKERS.map((name) => ({ name, allowed: PROPOSERS.includes(name) || name === 'nominee' })))(
    'of the nominee by $name: $allowed',
    ({ name, allowed }) => {
      const { state } = new Issue(undefined, HELD).says(name, '/emeritus @nominee Has no time.').seen();
      expect(state.acts.at(-1)?.outcome.taken).toBe(allowed);
      // For themselves it is done at once; of another it is a question first.
      expect(state.nomination?.closed?.outcome ?? null).toBe(name === 'nominee' ? 'approved' : null);
    },
  );

  it.each(
    (['member', 'maintainer', 'core-maintainer'] as const).flatMap((role) =>
      SPEAKERS.map((name) => ({
        ...{ role, name },
        allowed: role === 'core-maintainer' ? name === 'lead maintainer' : CORE.includes(name),
      })),
    ),
  )('a $role is made emeritus by $name: $allowed', ({ role, name, allowed }) => {
    const issue = new Issue(undefined, { ...HELD, role }).says('maintainer', '/emeritus @nominee Has no time.');
    issue.after({ days: 15 }).says(name, '/ladder approve');
    expect(issue.seen().state.nomination?.closed?.outcome ?? null).toBe(allowed ? 'approved' : null);
  });

  it('is not done by silence, nor before they could answer, and what they say against it holds it', () => {
    const issue = new Issue(undefined, HELD).says('core', '/emeritus @nominee Has no time.');
    issue.says('lead maintainer', '/ladder approve');
    expect(issue.seen().state.nomination?.closed).toBeNull();
    issue.says('nominee', '/object @nominee I was ill, and am back.').after({ days: 20 });
    expect(issue.seen().state.nomination?.closed).toBeNull();
    issue.says('nominee', '/ladder reject No.');
    expect(issue.seen().state.acts.at(-1)?.outcome).toMatchObject({
      taken: false,
      why: 'Nobody decides on their own matter.',
    });
    issue.says('lead maintainer', '/ladder approve We talked, and they agree by now.');
    expect(issue.seen().state.nomination?.closed?.outcome).toBe('approved');
  });
});

/** Who may do what about somebody of whom nobody has heard, by what they hold. */
describe('Whether somebody is still there: who may do what about whom', () => {
  type Word = 'ask' | 'answer' | 'agree' | 'approve' | 'approve early' | 'approve without a reason' | 'reject';
  const HELD = {
    member: { to: 'everything', standing: { ...NEW, role: 'member' } },
    maintainer: { to: 'everything', standing: { ...NEW, role: 'maintainer' } },
    'core-maintainer': { to: 'everything', standing: { ...NEW, role: 'core-maintainer' } },
    'WG member': { to: 'wg-member', standing: { ...NEW, role: 'maintainer' } },
    lead: { to: 'lead', standing: { ...NEW, role: 'core-maintainer' } },
  } satisfies Record<string, { to: string; standing: StandingThen }>;
  type Held = keyof typeof HELD;
  const PROPOSERS: Name[] = ['maintainer', ...CORE];
  const ladder = (approve: Name[]): Record<Word, Name[]> => ({
    ...{ ask: PROPOSERS, answer: ['nominee'], agree: ['nominee'], approve, reject: [...approve, 'nominee'] },
    ...{ 'approve early': [], 'approve without a reason': [] },
  });
  const WORDS: Record<Held, Record<Word, Name[]>> = {
    member: ladder(CORE),
    maintainer: ladder(CORE),
    'core-maintainer': ladder(['lead maintainer']),
    'WG member': { ...ladder(CORE), ask: ['group lead', ...CORE] },
    lead: { ...ladder(CORE), ask: ['group lead', ...CORE] },
  };

  const ask = (issue: Issue, name: Name, held: Held): Issue => {
    const { to } = HELD[held];
    const args = ['nominee', to, ...(to === 'everything' ? [] : [GROUP])];
    return issue.says(name, '/inactive @nominee', { args });
  };

  function attempt(held: Held, word: Word, name: Name): boolean {
    const issue = new Issue(undefined, HELD[held].standing);
    const outcome = (): string | null => issue.seen().state.nomination?.closed?.outcome ?? null;
    if (word === 'ask') return taken(ask(issue, name, held));
    ask(issue, 'lead maintainer', held);
    switch (word) {
      case 'answer':
        issue.after({ days: 20 }).writes(name);
        return outcome() === 'rejected';
      case 'agree':
        issue.says(name, '/ladder approve');
        return outcome() === 'approved';
      case 'approve early':
        issue.says(name, '/ladder approve No word.').after({ days: 20 });
        return name !== 'nominee' && outcome() !== null;
      case 'approve':
      case 'approve without a reason':
        issue.after({ days: 15 }).says(name, `/ladder approve${word === 'approve' ? ' No word.' : ''}`);
        return name !== 'nominee' && outcome() === 'approved';
      case 'reject':
        issue.says(name, '/ladder reject They are there.');
        return outcome() === 'rejected';
    }
  }

  const WORDS_OF = Object.keys(WORDS.member) as Word[];
  const cells = (Object.keys(HELD) as Held[]).flatMap((held) =>
    WORDS_OF.flatMap((word) =>
      SPEAKERS.map((name) => ({ held, word, name, allowed: WORDS[held][word].includes(name) ? 'taken' : 'not taken' })),
    ),
  );

  it.each(cells)('$word about a $held by $name: $allowed', ({ held, word, name, allowed }) => {
    expect(attempt(held, word, name) ? 'taken' : 'not taken').toBe(allowed);
  });

  it('has a cell for every place, word and speaker', () => {
    expect(new Set(cells.map(({ held, word, name }) => `${held} ${word} ${name}`)).size).toBe(5 * 7 * SPEAKERS.length);
  });

  it('comes to nothing by silence, however long, and to the same when it is played again', () => {
    const issue = ask(new Issue(undefined, HELD.member.standing), 'core', 'member').written();
    issue.after({ days: 400 }).written();
    expect(issue.all.map(({ kind }) => kind)).toEqual(['opened', 'act', 'nomination']);
    expect(issue.seen().state.steps.at(-1)?.says).toBe('No answer came in time.');
    issue.writes('nominee').written();
    const again = issue.seen('1970-01-01T00:00:00Z');
    expect([again.emitted, again.doubts, again.state.nomination?.closed?.outcome]).toEqual([[], [], 'rejected']);
  });

  it('lets a first word stand: what the core says after it decides nothing', () => {
    const issue = ask(new Issue(undefined, HELD.member.standing), 'core', 'member').after({ days: 15 });
    issue.writes('nominee').says('core', '/ladder approve Too late, you two.');
    expect(issue.seen().state.nomination?.closed).toMatchObject({
      outcome: 'rejected',
      why: '@nominee answered, and stays.',
    });
  });
});

describe('What is counted', () => {
  it('more than half of the Core Maintainers is a majority, and half is none', () => {
    const issue = new Issue(undefined, FROM['core-maintainer']).says('core', nomination('core-maintainer'));
    issue.after({ days: 8 }).says('lead maintainer', '/ladder approve');
    expect(issue.seen().state.nomination?.closed).toBeNull();
    issue.says('second core', '/endorse @nominee');
    expect(issue.seen().state.nomination?.closed).toMatchObject({
      outcome: 'approved',
      sponsors: [{ id: CAST.core.id }, { id: CAST['second core'].id }],
    });
  });

  it('two leads of one organisation are not two organisations', () => {
    const issue = new Issue()
      .says('group lead', '/nominate @nominee member')
      .says('lead elsewhere', '/endorse @nominee');
    expect(issue.after({ days: 8 }).seen().state.nomination?.closed).toBeNull();
    issue.says('member', '/endorse @nominee');
    expect(issue.seen().state.nomination?.closed?.outcome).toBe('approved');
  });

  it('somebody too early needs a reason, and an approval before an objection does not decide over it', () => {
    const early = new Issue(undefined, { ...NEW, role: 'member', since: '2026-10-01' });
    early.says('maintainer', nomination('maintainer')).says('core', '/ladder approve');
    expect(early.seen().state.acts.at(-1)?.outcome).toMatchObject({
      taken: false,
      why: expect.stringContaining('A member since 2026-10-01') as string,
    });
    const issue = new Issue().says('core', '/nominate @nominee member');
    issue.says('lead maintainer', '/ladder approve').says('member', '/object @nominee Too soon.');
    issue.says('second core', '/ladder approve It is not.').says('maintainer', '/object @nominee It is.');
    expect(issue.after({ days: 8 }).seen().state.nomination?.closed).toBeNull();
    issue.says('third core', '/ladder approve Both were answered.');
    expect(issue.seen().state.nomination?.closed?.outcome).toBe('approved');
  });

  it('the only sponsor does not approve alone, but for a Lead Maintainer', () => {
    const alone = new Issue(undefined, FROM.maintainer).says('core', nomination('maintainer'));
    alone.says('core', '/ladder approve').after({ days: 8 });
    expect(alone.seen().state.nomination?.closed).toBeNull();
    expect(alone.says('second core', '/ladder approve').seen().state.nomination?.closed?.outcome).toBe('approved');
    const lead = new Issue(undefined, FROM.maintainer).says('lead maintainer', nomination('maintainer'));
    lead.says('lead maintainer', '/ladder approve').after({ days: 8 });
    expect(lead.seen().state.nomination?.closed?.outcome).toBe('approved');
  });

  it('one person has one word, as who nominates and as who sponsors', () => {
    const issue = new Issue().says('member', '/nominate @nominee member');
    issue.says('member', '/endorse @nominee');
    expect(issue.seen().state.acts.at(-1)?.outcome).toMatchObject({ taken: false });
    expect(issue.after({ days: 8 }).seen().state.nomination?.closed).toBeNull();
  });

  it('a return asks neither for a place nor for time, and everything else', () => {
    const issue = new Issue(undefined, { ...NEW, emeritus: true, held: ['maintainer'] });
    issue.says('maintainer', nomination('maintainer')).says('core', '/ladder approve');
    expect(issue.seen().state.nomination).toMatchObject({ matter: 'return', closed: null });
    expect(issue.after({ days: 8 }).seen().state.nomination?.closed?.outcome).toBe('approved');
  });
});

describe('A ledger that is written', () => {
  const told = (): Issue =>
    new Issue().says('core', '/nominate @nominee member').written().after({ days: 7 }).written();

  it('comes to the same when it is played again, and what turns up later changes nothing', () => {
    const issue = told();
    expect(issue.all.map(({ kind }) => kind)).toEqual(['opened', 'act', 'nomination', 'settled']);
    const again = issue.seen('1970-01-01T00:00:00Z');
    expect([again.emitted, again.doubts]).toEqual([[], []]);
    issue.says('member', '/object @nominee Late.', { at: '2026-11-03T09:00:00Z' });
    const late = issue.seen();
    expect(late.state.acts.at(-1)?.outcome).toMatchObject({ taken: false, rule: 'time' });
    expect(late.state.nomination?.closed?.outcome).toBe('approved');
    expect(late.doubts).toEqual([]);
  });

  it.each<[string, (lines: readonly object[]) => object[]]>([
    ['without its opening', (lines) => lines.filter((line) => !('nominee' in line))],
    [
      'settled otherwise',
      (lines) => lines.map((line) => ('sponsors' in line ? { ...line, outcome: 'rejected' } : line)),
    ],
    [
      'settled without the word',
      (lines) => lines.map((line) => ('command' in line ? { ...line, command: 'help' } : line)),
    ],
    [
      'for another nominee',
      (lines) =>
        lines.map((line) =>
          'nominee' in line ? { ...line, nominee: { id: 99, login: 'x', also: [], organization: null } } : line,
        ),
    ],
    ['with other sponsors', (lines) => lines.map((line) => ('sponsors' in line ? { ...line, sponsors: [] } : line))],
  ])('%s is doubted', (_, change) => {
    const issue = told();
    const { doubts, emitted } = issue.seen('1970-01-01T00:00:00Z', change(issue.all) as never);
    expect(doubts.length + emitted.length).toBeGreaterThan(0);
  });
});
