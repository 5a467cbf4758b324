import { z } from 'zod';
import { sayIssue } from './messages.js';
import { MOST_PROBLEMS, type RulesProblem } from './problem.js';
import { proposalState } from './schema/vocabulary.js';
import type { Shape } from './shape.js';
import { keysTwice } from './twice.js';
import { find, problemAt, readSource, valuesOf } from './source.js';

/** Where a repository lists what its proposals were before Convenor came. */
export const TAKEN_OVER_FILE = '.github/convenor/taken-over.yml';

/** States that a proposal has with a sponsor alone. */
const SPONSORED = ['draft', 'in-review'];

const row = z.strictObject({
  pull: z.int().positive().describe('The number of the pull request.'),
  status: proposalState.describe('What it is.'),
  sponsor: z
    .string()
    .regex(
      /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/,
      'This is no GitHub login, which stands here without `@`.',
    )
    .optional()
    .describe('Login of who sponsors it; left out where nobody does.'),
});

const listSchema = z.strictObject({
  version: z.literal(1).describe('The form of this file.'),
  proposals: z.array(row).describe('Proposals that were taken over, one for each pull request.'),
});

/** What the list says of one pull request. */
export interface Listed {
  pull: number;
  status: z.infer<typeof proposalState>;
  /** Login; null where nobody sponsors it. */
  sponsor: string | null;
  /** Where it stands in the file, from 1. */
  line: number;
}

/** Either the list, or everything that is wrong with it, all at once. */
export type ListResult = { ok: true; listed: Listed[] } | { ok: false; problems: RulesProblem[] };

let shape: Shape | null = null;
const listShape = (): Shape => (shape ??= z.toJSONSchema(listSchema, { io: 'input' }) as Shape);

/**
 * Reads the list of what proposals were before Convenor came. It is strict: of a file with any mistake nothing is taken.
 * Every problem is given with its place.
 */
export function readTakenOver(text: string, path = TAKEN_OVER_FILE): ListResult {
  const { source, problems } = readSource(text, path);
  if (problems.length > 0) return { ok: false, problems };
  const built = valuesOf(source);
  if ('problem' in built) return { ok: false, problems: [built.problem] };
  // Which of two values is meant, nobody can tell, so that nothing more is said.
  const twice = keysTwice(source).map(({ problem }) => problem);
  if (twice.length > 0) return { ok: false, problems: inOrder(twice) };
  const checked = listSchema.safeParse(built.values);
  const at = (keys: (string | number)[], code: string, message: string): RulesProblem =>
    problemAt(source, keys, code, message);
  if (!checked.success) {
    const found = checked.error.issues.flatMap((issue) => sayIssue(issue, built.values, listShape()));
    const said = found.slice(0, MOST_PROBLEMS).map(({ path: keys, code, message }) => at([...keys], code, message));
    return { ok: false, problems: inOrder(said) };
  }
  const { proposals } = checked.data;
  const first = new Map<number, number>();
  const wrong = proposals.flatMap(({ pull, status, sponsor }, index): RulesProblem[] => {
    const keys = ['proposals', index];
    const before = first.get(pull);
    if (before === undefined) first.set(pull, index);
    return [
      ...(before === undefined
        ? []
        : [at([...keys, 'pull'], 'taken-over/twice', `#${pull} stands in this list already. Keep one of them.`)]),
      ...(sponsor === undefined && SPONSORED.includes(status)
        ? [
            at(
              [...keys, 'status'],
              'taken-over/no-sponsor',
              `A proposal that is ${status} has a sponsor. Name them, or write \`proposal\`.`,
            ),
          ]
        : []),
      ...(sponsor !== undefined && status === 'proposal'
        ? [
            at(
              [...keys, 'sponsor'],
              'taken-over/sponsor',
              'A proposal with a sponsor is a draft at least. Write `draft`, or leave the sponsor out.',
            ),
          ]
        : []),
    ];
  });
  if (wrong.length > 0) return { ok: false, problems: inOrder(wrong.slice(0, MOST_PROBLEMS)) };
  return {
    ok: true,
    listed: proposals.map(({ pull, status, sponsor }, index) => {
      const { line } = source.lines.linePos(find(source, ['proposals', index]).offset);
      return { pull, status, sponsor: sponsor ?? null, line: line || 1 };
    }),
  };
}

const inOrder = (problems: RulesProblem[]): RulesProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
