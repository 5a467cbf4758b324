import { expect, test } from 'vitest';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import type { Repository } from '../../src/sandbox/state/types.js';
import { ledgerOf } from './end.js';
import { brought, DRAFT, rulesWith, RULES } from './places.js';
import { strike } from './stage.js';

const FILE = 'src/seps/sep-12.yaml';
const ROWS = `sep: 12
requirements:
  - check: sep-12-checksum
    text: A frame MUST carry a checksum
  - text: A gauge SHOULD keep frames short
    excluded: Only its maker can tell.
`;
const SPECIFIED = PROPOSAL.replace(
  '## Specification\n',
  '## Specification\n\nA frame MUST carry a checksum. A gauge SHOULD keep its frames short. A buoy MUST answer within a minute.\n',
);

/** The repository of scenarios, on the same GitHub; the app is not installed in it. */
function scenarios({ world, sandbox }: Told, files: Record<string, string>): Repository {
  const owner = world.organization('modelcontextprotocol');
  const keeper = world.user('scenario-keeper');
  sandbox.actions.addOrganizationMember(owner, keeper.account, 'admin');
  return sandbox.actions.createRepository(keeper.caller, { owner, name: 'conformance', files });
}

async function accepted(told: Told): Promise<void> {
  const { cast, pull } = told;
  await cast.sponsor.comments(pull, '/sep sponsor\n/sep status in-review');
  for (const one of cast.core.slice(0, 3)) await one.comments(pull, '/core accept');
  expect(pull.labels).toContain('accepted');
}

const row = ({ pull }: Told): string =>
  /- (.) \*\*Conformance\*\*: (.*)/
    .exec(pull.statusComment()?.body ?? '')
    ?.slice(1)
    .join(' ') ?? 'none';
const asked = (told: Told, since: number): string[] =>
  told.sandbox.requests.slice(since).flatMap(({ operation }) => (operation === 'Scenario' ? [operation] : []));

test('an accepted proposal is told what its scenario has, and what looks missing in it, for one request a head and day', async () => {
  const told = await brought({}, SPECIFIED);
  const { cast, pull, sandbox, world, bench } = told;
  const repo = scenarios(told, { 'README.md': 'Scenarios.\n' });
  const opening = sandbox.requests.length;
  await accepted(told);
  // Nobody has to know before it is accepted.
  expect(asked(told, opening)).toHaveLength(0);
  await cast.outsider.comments(pull, 'What now?');
  expect(asked(told, opening)).toHaveLength(1);
  expect(row(told)).toBe('✗ `modelcontextprotocol/conformance` has no `src/seps/sep-12.yaml` and no `sep-12.yaml`.');

  // It is merged there. The same day nobody asks again for the table alone; the next day somebody does.
  await world.user('scenario-keeper').pushesTo(repo, { [FILE]: ROWS });
  const since = sandbox.requests.length;
  await cast.outsider.comments(pull, 'And now?');
  expect(asked(told, since)).toHaveLength(0);
  await sandbox.clock.advance({ days: 1 });
  await cast.outsider.comments(pull, 'And now?');
  expect(asked(told, since)).toHaveLength(1);
  const [what, advice] = row(told).split(' For the sponsor to judge: ');
  const url = 'https://github.localhost/modelcontextprotocol/conformance/blob/main/src/seps/sep-12.yaml';
  expect(what).toBe(`✓ [src/seps/sep-12.yaml](${url}) has 2 rows, 1 of them excluded with a reason.`);
  expect(advice).toContain(
    'these look as if they had no row: line 21 `A buoy MUST answer within a minute.`, line 23 `',
  );
  await cast.sponsor.comments(pull, '/sep status final');
  expect(asked(told, since)).toHaveLength(2);
  const seen = ledgerOf(told).findLast((line) => line.kind === 'act')?.evidence ?? [];
  expect(seen.find(({ need }) => need === 'conformance')).toMatchObject({ held: true });
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});

test('a file with mistakes is not taken, and its line is named', async () => {
  const told = await brought({}, SPECIFIED);
  scenarios(told, {
    'sep-12.yaml': ROWS.replace('sep: 12', 'sep: 13').replace('    excluded: Only its maker can tell.\n', ''),
  });
  await accepted(told);
  await told.cast.outsider.comments(told.pull, 'What now?');
  expect(row(told)).toContain('cannot be taken as it stands: line 1: `sep` is not 12. There are 1 more such lines.');
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
});

test('a repository that cannot be read is said as that, and never as a missing scenario', async () => {
  const told = await brought({ [RULES]: rulesWith({}, 'rules: { conformance: { mode: enforce } }\n') }, SPECIFIED);
  const { cast, pull, sandbox, bench } = told;
  await accepted(told);
  await cast.outsider.comments(pull, 'What now?');
  expect(row(told)).toBe(
    '○ `modelcontextprotocol/conformance` cannot be read: There is no such repository, or the app may not see it.',
  );
  await cast.sponsor.comments(pull, '/sep status final');
  expect(pull.lastBotComment()?.body).toContain(
    'The conformance scenario: `modelcontextprotocol/conformance` cannot be read',
  );
  expect(pull.labels).toContain('accepted');

  // A hiccup fails the look, which is tried again; nobody is told that anything was missing.
  scenarios(told, { [FILE]: ROWS });
  await sandbox.clock.advance({ days: 1 });
  sandbox.faults.add({ on: { operation: /^Scenario$/ }, fault: { kind: 'fails', status: 502 } });
  await cast.sponsor.comments(pull, '/sep status final');
  expect(bench.log.errors.splice(0)).toHaveLength(1);
  expect(pull.labels).toContain('final');

  await strike(told);
});

test('one that fails time after time holds up nothing else', async () => {
  const told = await brought({}, SPECIFIED);
  const { cast, pull, sandbox, bench } = told;
  scenarios(told, { [FILE]: ROWS });
  await accepted(told);
  sandbox.faults.add({ on: { operation: /^Scenario$/ }, times: 3, fault: { kind: 'fails', status: 502 } });
  await cast.outsider.comments(pull, 'What now?');
  expect(bench.log.errors.splice(0)).toHaveLength(2);
  expect(row(told)).toBe(
    '○ `modelcontextprotocol/conformance` cannot be read: GitHub fails to give it, time after time.',
  );
  await strike(told);
});

test('the sponsor says that nothing can be observed, with a reason, and that is the end of it', async () => {
  const told = await brought({ [RULES]: rulesWith({}, 'rules: { conformance: { mode: enforce } }\n') }, SPECIFIED);
  const { cast, pull, sandbox, bench } = told;
  scenarios(told, {});
  await accepted(told);
  await cast.sponsor.comments(pull, '/sep status final\nNo observable behaviour:');
  expect(pull.lastBotComment()?.body).toContain('needs a reason behind `No observable behaviour:`');
  expect(pull.labels).toContain('accepted');
  await cast.sponsor.comments(
    pull,
    '/sep status final\n\nno observable behavior: it renames `frame` for *people* | only.',
  );
  expect(pull.labels).toContain('final');
  expect(row(told)).toBe(
    "✓ kofiadu says that nothing of it can be observed: `it renames 'frame' for *people* \\| only.`.",
  );
  expect(pull.statusComment()?.body).toContain('moved the proposal to final. No observable behaviour:');
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');
  const since = sandbox.requests.length;
  await cast.author.pushes(pull, {
    files: { [DRAFT]: `${SPECIFIED}\nThanks.\n` },
    message: 'Thanks',
  });
  expect(asked(told, since).length).toBeLessThanOrEqual(1);
  expect(row(told)).toContain('✓ kofiadu says');
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});

test('a Process proposal needs none, and nobody asks', async () => {
  const told = await brought({}, SPECIFIED.replace('Standards Track', 'Process'));
  await accepted(told);
  await told.cast.outsider.comments(told.pull, 'What now?');
  expect(row(told)).toBe('✓ Not asked of a proposal of the kind Process.');
  expect(asked(told, 0)).toEqual([]);
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
});
