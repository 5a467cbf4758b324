import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/registry.js';
import { elector, GROUP, history, RULES, who, type History, type Name, type World } from '../judge/history.js';

/** Where a proposal stands when somebody writes. */
const STAGES = {
  new: (told: History) => told,
  draft: (told: History) => told.isADraft(),
  consensus: (told: History) => told.isADraft().startsConsensus('lena'),
  blocked: (told: History) => told.isADraft().startsConsensus('lena').blocks('noor', 'mine'),
  window: (told: History) => told.isADraft().startsConsensus('lena').after({ days: 6 }),
  core: (told: History) => told.isADraft().goesToTheCore(),
  undecided: (told: History) => told.isADraft().goesToTheCore().after({ days: 15 }),
  accepted: (told: History) => told.isADraft().goesToTheCore().accept('rosa', 'sven', 'tomoko'),
} satisfies Record<string, (told: History) => History>;
type Stage = keyof typeof STAGES;

/** Everybody who may try. Kofi sponsors from `draft` on, and Mira is a maintainer who does not. */
const ROLES = {
  outsider: 'zed',
  author: 'ada',
  lead: 'lena',
  member: 'noor',
  'other member': 'omar',
  maintainer: 'mira',
  sponsor: 'kofi',
  core: 'rosa',
  'lead maintainer': 'uri',
} satisfies Record<string, Name>;
type Role = keyof typeof ROLES;

/** A command at a stage, who may write it, and the rule by which everybody else is refused. */
const TABLE: [stage: Stage, body: string, who: Role[], rule: string][] = [
  ['new', '/sep adopt', ['lead'], 'adoption'],
  ['draft', '/sep adopt', [], 'adoption'],
  ['new', `/sep route ${GROUP}`, ['lead', 'core', 'lead maintainer'], 'routing'],
  ['draft', `/sep route ${GROUP}`, [], 'routing'],
  ['draft', '/sep route elsewhere', ['lead', 'core', 'lead maintainer'], 'routing'],
  ['consensus', '/sep route elsewhere', [], 'routing'],
  ['new', '/sep sponsor', ['maintainer', 'sponsor', 'core', 'lead maintainer'], 'sponsorship'],
  ['draft', '/sep sponsor', [], 'sponsorship'],
  ['draft', '/sep status in-review', ['sponsor'], 'transitions'],
  ['new', '/sep status in-review', [], 'transitions'],
  ['consensus', '/sep status in-review', [], 'transitions'],
  ['undecided', '/sep status draft it needs more', ['sponsor'], 'transitions'],
  ['undecided', '/sep status draft', [], 'transitions'],
  ['core', '/sep status draft it needs more', [], 'transitions'],
  ['draft', '/sep status accepted', [], 'core-decision'],
  ['core', '/sep status accepted', [], 'core-decision'],
  ['core', '/sep status rejected', [], 'core-decision'],
  ['accepted', '/sep status final', ['sponsor'], 'transitions'],
  ['draft', '/sep status final', [], 'transitions'],
  ['new', '/sep status withdrawn', ['author'], 'transitions'],
  ['consensus', '/sep status withdrawn', ['author'], 'transitions'],
  ['core', '/sep status withdrawn', ['author'], 'transitions'],
  ['new', '/sep status dormant', [], 'transitions'],
  ['draft', '/consensus start minor', ['lead'], 'consensus'],
  ['new', '/consensus start minor', [], 'adoption'],
  ['consensus', '/consensus start minor', [], 'consensus'],
  ['core', '/consensus start minor', [], 'consensus|transitions'],
  ['accepted', '/consensus start minor', [], 'consensus|transitions'],
  ['consensus', '/block mine\nNo.\nAlternative: tea.', ['lead', 'member', 'other member'], 'blocking'],
  ['blocked', '/block mine\nNo.\nAlternative: tea.', [], 'blocking'],
  ['draft', '/block mine\nNo.\nAlternative: tea.', [], 'blocking'],
  ['core', '/block mine\nNo.\nAlternative: tea.', [], 'blocking'],
  ['blocked', '/unblock mine', ['member'], 'blocking'],
  ['consensus', '/unblock mine', [], 'blocking'],
  ['window', '/veto It touches sessions.', ['core', 'lead maintainer'], 'veto-window'],
  ['core', '/veto It touches sessions.', [], 'veto-window'],
  ['draft', '/veto It touches sessions.', [], 'veto-window'],
  ...(['accept', 'reject', 'abstain'] as const).flatMap((word): (typeof TABLE)[number][] => [
    ['core', `/core ${word}`, ['core', 'lead maintainer'], 'core-decision'],
    ['draft', `/core ${word}`, [], 'core-decision'],
    ['window', `/core ${word}`, [], 'core-decision'],
    ['accepted', `/core ${word}`, [], 'core-decision'],
  ]),
];

/** What became of a command that somebody wrote at a stage. */
function attempt(stage: Stage, body: string, name: Name, world: World = {}) {
  const told = STAGES[stage](history({ authority: stage === 'window' ? 'veto-window' : 'advise', ...world }));
  const before = told.seenAt().state;
  const { state } = told.says(name, body).seenAt();
  return { outcome: state.acts.at(-1)!.outcome, before, state };
}

const rows = TABLE.flatMap(([stage, body, allowed, rule]) =>
  (Object.keys(ROLES) as Role[]).map((role) => ({
    stage,
    body,
    line: body.split('\n')[0]!,
    role,
    rule,
    verdict: allowed.includes(role) ? 'taken' : 'refused',
  })),
);

describe('Who may do what, and when', () => {
  it.each(rows)('$stage, $line by $role: $verdict', ({ stage, body, role, rule, verdict }) => {
    const { outcome, before, state } = attempt(stage, body, ROLES[role]);
    expect(outcome.taken ? 'taken' : 'refused').toBe(verdict);
    if (outcome.taken) return;
    expect(outcome.rule).toMatch(new RegExp(`^(${rule})$`));
    expect(outcome.why).not.toBe('');
    expect(outcome.next).not.toBe('');
    // A refusal changes nothing but the list of what was said.
    expect({ ...state, acts: [] }).toEqual({ ...before, acts: [] });
  });

  it('is asked of every command', () => {
    for (const { name } of COMMANDS) expect(TABLE.some(([, body]) => body.startsWith(`/${name}`))).toBe(true);
  });
});

describe("One's own proposal", () => {
  it.each<[string, Stage, string, Name, World]>([
    ['a lead adopts it', 'new', '/sep adopt', 'lena', { author: who('lena') }],
    ['a maintainer sponsors it', 'new', '/sep sponsor', 'mira', { author: who('mira') }],
    ['a lead opens a consensus on it', 'draft', '/consensus start minor', 'lena', { author: who('lena') }],
    ['a member blocks it', 'consensus', '/block mine\nNo.\nAlternative: tea.', 'noor', { author: who('noor') }],
    ['a Core Maintainer votes on it', 'core', '/core accept', 'rosa', { author: who('rosa') }],
  ])('is no hindrance where the word alone decides nothing: %s', (_name, stage, body, name, world) => {
    expect(attempt(stage, body, name, world).outcome.taken).toBe(true);
  });

  it('is not withdrawn by whom its preamble names and who did not open it', () => {
    expect(attempt('draft', '/sep status withdrawn', 'zed', { authors: ['zed'] }).outcome.taken).toBe(false);
  });

  it('is withdrawn by nobody where its author is gone', () => {
    for (const name of Object.values(ROLES)) {
      expect(attempt('draft', '/sep status withdrawn', name, { author: null }).outcome.taken).toBe(false);
    }
  });
});

describe('A standing that is not what it seems', () => {
  const adopt = (roles: string[]): boolean => {
    const outcome = history().says('zed', '/sep adopt', { roles }).seenAt().state.acts.at(-1)!.outcome;
    return outcome.taken;
  };

  it.each([[['lead:teapots']], [[`wg-member:${GROUP}`]], [['lead-maintainer', 'core-maintainer', 'maintainer']], [[]]])(
    'adopts nothing for the group that the preamble names: %j',
    (roles) => {
      expect(adopt(roles)).toBe(false);
    },
  );

  it('is the one that the rules ask for: the same person as a lead', () => {
    expect(adopt([`lead:${GROUP}`])).toBe(true);
  });

  it('is the one when a decision opened: a new Core Maintainer has no ballot in an older decision', () => {
    const told = history()
      .isADraft()
      .goesToTheCore()
      .says('zed', '/core accept', { roles: ['core-maintainer'] });
    expect(told.seenAt().state.decisions[0]!.ballots).toEqual([]);
  });

  it('is the person and not the name: another account with the login of an elector has no ballot', () => {
    const told = history({ core: [elector('rosa')] })
      .isADraft()
      .goesToTheCore();
    told.says('rosa', '/core accept', { by: { id: 666, login: 'rosa' }, roles: ['core-maintainer'] });
    expect(told.seenAt().state.decisions[0]!.ballots).toEqual([]);
  });
});

describe('A group that cannot decide', () => {
  it('opens no consensus, and is told why', () => {
    const told = history().isADraft();
    told.says('lena', '/consensus start minor', { obstacles: { [GROUP]: 'The charter has no list of members.' } });
    expect(told.seenAt().state.acts.at(-1)!.outcome).toMatchObject({
      taken: false,
      rule: 'consensus',
      why: 'The charter has no list of members.',
    });
  });
});

describe('The help of a command', () => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '/%s is whole, and its examples can be read',
    (name, command) => {
      expect(command.usage).toMatch(new RegExp(`^/${name}`));
      expect(command.summary).toMatch(/\.$/);
      expect(command.help).toMatch(/\.$/);
      expect(command.who(RULES).length).toBeGreaterThan(0);
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        const [line, ...text] = example.split('\n');
        const reading = command.read(line!.split(' ').slice(name.split(' ').length), text.join('\n'));
        expect(reading).toMatchObject({ ok: true });
      }
    },
  );
});
