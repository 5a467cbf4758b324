import { expect, test } from 'vitest';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { brought, DRAFT, rulesWith, status, RULES } from './places.js';
import { strike } from './stage.js';

const CODE = `${PROPOSAL.trimEnd()} It is at https://github.com/adaquist/frames.\n`;

const reply = ({ pull }: Told): string => pull.lastBotComment()?.body ?? '';
const history = ({ pull }: Told): string => pull.statusComment()?.body ?? '';
const evidence = (told: Told): string[] => {
  const act = ledgerOf(told).findLast((line) => line.kind === 'act');
  return act?.evidence.map(({ need, held }) => `${held ? '✓' : '✗'} ${need}`) ?? [];
};

async function ends(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
}

test('where the rules warn, a proposal goes its way, and each step says what nobody saw', async () => {
  const told = await brought();
  const { cast, pull } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(status(told)).toContain('| ○ | **Prototype** | The document links to no code that shows how it works.');
  await cast.sponsor.comments(pull, '/sep status in-review');
  expect(evidence(told)).toEqual(['✓ document', '✗ prototype']);
  expect(history(told)).toContain(
    'moved the proposal to in-review. Not seen, and asked for by the rules: a link to a prototype.',
  );
  for (const one of cast.core.slice(0, 3)) await one.comments(pull, '/core accept');
  expect(status(told)).toContain('Accepted; it becomes final once');
  expect(status(told)).toContain(
    'Still missing: reference implementation, specification, changelog, conformance, rendered page.',
  );
  expect(history(told)).toContain(
    '- ✗ **Changelog**: The pull request does not change `docs/specification/draft/changelog.mdx`.',
  );
  expect(status(told)).toContain('- **The author** links the reference implementation in its section');
  expect(status(told)).toContain('writes `/sep status final` when the work is complete.');

  // The author brings what is asked for, and the rows follow.
  await cast.author.pushes(pull, {
    files: {
      'docs/specification/draft/frames.mdx': '# Frames\n',
      'docs/specification/draft/changelog.mdx': '- Short frames.\n',
    },
    message: 'Write it down',
  });
  expect(status(told)).toContain('Still missing: reference implementation, conformance, rendered page.');
  expect(history(told)).toContain('- ✓ **Specification**: `docs/specification/draft/frames.mdx`.');
  await cast.sponsor.comments(pull, '/sep status final');
  expect(history(told)).toContain(
    'Not seen, and asked for by the rules: the reference implementation, the conformance scenario, the rendered page.',
  );
  expect(pull.labels).toContain('final');
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');
  await ends(told);
});

test('where the rules enforce, no decision is opened without a prototype, and nothing is final without the rest', async () => {
  const rules = rulesWith(
    {},
    'rules: { transitions: { mode: enforce }, acceptance: { mode: enforce }, conformance: { tracks: [] } }\n',
  );
  const told = await brought({ [RULES]: rules });
  const { cast, pull } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.lead.comments(pull, '/sep adopt\n/consensus start minor');
  expect(reply(told)).toContain('A link to a prototype: The document links to no code that shows how it works.');
  expect(reply(told)).toContain('The author links code that shows how it works');
  expect(reply(told)).toContain('Then write `/consensus start minor` again');
  await cast.sponsor.comments(pull, '/sep status in-review');
  expect(reply(told)).toContain('> /sep status in-review');
  expect(pull.labels).toContain('draft');
  expect(ledgerOf(told).filter(({ kind }) => kind === 'opens')).toEqual([]);

  await cast.author.pushes(pull, { files: { [DRAFT]: CODE }, message: 'Link the code' });
  expect(status(told)).toContain('| ✓ | **Prototype** | `github.com/adaquist/frames` (line ');
  await cast.sponsor.comments(pull, '/sep status in-review');
  for (const one of cast.core.slice(0, 3)) await one.comments(pull, '/core accept');
  expect(pull.labels).toContain('accepted');
  await cast.sponsor.comments(pull, '/sep status final');
  expect(reply(told)).toContain(
    'The changes of the specification: The pull request changes nothing of the specification',
  );
  expect(reply(told)).toContain('An entry in the changelog: ');
  expect(reply(told)).toContain('The rendered page: ');
  expect(reply(told)).not.toContain('The reference implementation: ');
  expect(pull.labels).toContain('accepted');

  const whole = {
    'docs/specification/draft/frames.mdx': '# Frames\n',
    'docs/specification/draft/changelog.mdx': '- Short frames.\n',
    'docs/seps/0000-short-frames.mdx': 'rendered\n',
  };
  await cast.author.pushes(pull, { files: whole, message: 'Write it down' });
  await cast.sponsor.comments(pull, '/sep status final');
  expect(pull.labels).toContain('final');
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');

  // What is taken away again is missed again.
  await cast.author.pushes(pull, { files: { 'docs/specification/draft/changelog.mdx': null }, message: 'Oh' });
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  expect(status(told)).toContain(
    '**The author** (@adaquist) adds an entry to `docs/specification/draft/changelog.mdx`',
  );
  await ends(told);
});

test('who skips a state is told what leads on, and what is written into the file is a claim and no state', async () => {
  const told = await brought();
  const { cast, pull } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.author.pushes(pull, {
    files: { [DRAFT]: PROPOSAL.replace('**Status**: Draft', '**Status**: Final') },
    message: 'Final',
  });
  await cast.sponsor.comments(pull, '/sep status final');
  expect(reply(told)).toContain('There is no step from `draft` to `final`.');
  expect(reply(told)).toContain('From here it can go to `in-review` (the sponsor), `withdrawn` (the author).');
  expect(pull.labels).toContain('draft');
  const claims = ledgerOf(told).flatMap((line) => (line.kind === 'head-seen' ? [line.claims.status] : []));
  expect(claims).toEqual(['draft', 'final']);
  // It is merged around the process: the ledger says so, and the status stays what was decided.
  await cast.core[0]!.merges(pull);
  expect(ledgerOf(told).findLast((line) => line.kind === 'pull')?.state).toBe('merged');
  expect(status(told)).toContain('Merged as a draft, without a decision that accepts it');
  expect(pull.labels).toContain('draft');
  await ends(told);
});
