import { describe, expect, it } from 'vitest';
import { COMMANDS, LADDER } from '../../src/commands/registry.js';
import { parseCommands } from '../../src/commands/parse.js';
import { elector, GROUP, history, IDS, RULES, who, type Name, type World } from '../judge/history.js';
import { CELLS, ROLES, STAGES, type Role, type StageName } from './cells.js';

/** What the group's word is worth at the stages where it is more than advice. */
const AUTHORITIES: Partial<Record<StageName, World['authority']>> = {
  window: 'veto-window',
  'changed in the window': 'veto-window',
  objected: 'veto-window',
  decided: 'decide',
};

/** What became of a command that somebody wrote at a stage, on a proposal that `author` has opened. */
function attempt(stage: StageName, body: string, name: Name, author: Name = 'ada', more: World = {}) {
  const authority = AUTHORITIES[stage] ?? 'advise';
  const told = STAGES[stage](history({ authority, author: who(author), authors: [author], ...more }), author);
  const before = told.seenAt().state;
  const { state } = told.says(name, body).seenAt();
  return { outcome: state.acts.at(-1)!.outcome, before, state };
}

const rows = CELLS.flatMap(([stage, body, other, own, rule]) =>
  (Object.keys(ROLES) as Role[]).flatMap((role) =>
    [
      { whose: "another's" as const, allowed: other },
      { whose: 'their own' as const, allowed: own },
    ].map(({ whose, allowed }) => ({
      stage,
      body,
      line: body.split('\n')[0]!,
      role,
      whose,
      rule,
      verdict: allowed.includes(role) ? 'taken' : 'refused',
    })),
  ),
);

describe('Who may do what, and when', () => {
  it.each(rows)(
    '$stage, $line by $role on $whose proposal: $verdict',
    ({ stage, body, role, whose, rule, verdict }) => {
      const name = ROLES[role];
      const { outcome, before, state } = attempt(stage, body, name, whose === 'their own' ? name : 'ada');
      expect(outcome.taken ? 'taken' : `refused: ${outcome.why}`).toMatch(new RegExp(`^${verdict}`));
      if (outcome.taken) return;
      expect(outcome.rule).toMatch(new RegExp(`^(${rule})$`));
      expect(outcome.why).not.toBe('');
      expect(outcome.next).not.toBe('');
      // A refusal changes nothing but the list of what was said.
      expect({ ...state, acts: [] }).toEqual({ ...before, acts: [] });
    },
  );

  it('is asked of every command, on one that may and one that may not', () => {
    // Those of the ladder have no place on a pull request, and a table of their own in test/judge/ladder.
    for (const { name } of COMMANDS.filter((command) => !LADDER.includes(command))) {
      const own = CELLS.filter(([, body]) => commandIn(body) === name);
      expect(
        own.some(([, , other, mine]) => other.length + mine.length > 0),
        name,
      ).toBe(true);
    }
  });
});

const commandIn = (body: string): string => parseCommands(body)[0]?.command ?? '';

describe("One's own proposal", () => {
  it('is not withdrawn by whom its preamble names and who did not open it', () => {
    expect(attempt('draft', '/sep status withdrawn', 'zed', 'ada', { authors: ['zed'] }).outcome.taken).toBe(false);
  });

  it('is withdrawn by nobody where its author is gone', () => {
    for (const name of Object.values(ROLES)) {
      expect(attempt('draft', '/sep status withdrawn', name, 'ada', { author: null }).outcome.taken).toBe(false);
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

describe('One person with two accounts', () => {
  const OTHER = { by: { id: 500, login: 'elsewhere' } };

  it.each<[string, StageName, string, Name]>([
    ['withdraws what they opened', 'draft', '/sep status withdrawn', 'ada'],
    ['moves what they sponsor', 'draft', '/sep status in-review', 'kofi'],
    ['clears the block that they raised', 'blocked', '/unblock mine', 'noor'],
  ])('%s from the other one, and nobody else does', (_name, stage, body, name) => {
    const attempts = [[], [IDS[name]], [IDS.zed]].map((also) => {
      const told = STAGES[stage](history(), 'ada').says('zed', body, { ...OTHER, also });
      return told.seenAt().state.acts.at(-1)!.outcome.taken;
    });
    expect(attempts).toEqual([false, true, false]);
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
