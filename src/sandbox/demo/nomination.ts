import { readLedger } from '../../ledger/chain.js';
import { ledgerFolder } from '../../ledger/layout.js';
import { inWords } from '../../judge/instants.js';
import { lineInWords } from '../page/ledger-words.js';
import { branchFiles } from '../page/record.js';
import type { IssueHandle } from '../people.js';
import { requestsInWords } from './costs.js';
import type { Paper } from './paper.js';
import { unformatted } from './scene.js';
import type { Stage } from './stage.js';

/** What a step of the story is about: an issue, and what Convenor says of it. */
interface Scene {
  /** Number of the issue. */
  number: number;
  headline: string | null;
  lines: string[];
}

function sceneOf(stage: Stage, issue: IssueHandle): Scene {
  const { sandbox, repo, rules } = stage;
  const folder = `${ledgerFolder(issue.number)}/`;
  const text = [...branchFiles(sandbox.state, repo, rules.record.branch)]
    .filter(([path]) => path.startsWith(folder))
    .map(([, part]) => part)
    .join('');
  const reading = readLedger(text);
  return {
    number: issue.number,
    headline: /^\*\*(.*)\*\*$/m.exec(issue.statusComment()?.body ?? '')?.[1] ?? null,
    lines: reading.ok ? reading.lines.map(lineInWords) : [],
  };
}

/**
 * Tells how somebody becomes a member: a nomination that ends in a merged change of the roster, and the new standing in
 * use. Beside the story of the proposal, on the same stage.
 * @returns what went otherwise than it should, each in a sentence; empty where it ended well
 */
export async function tellNomination(stage: Stage, paper: Paper): Promise<string[]> {
  const { cast, world, repo, sandbox, rules } = stage;
  const [sponsor, keeper = sponsor] = cast.core;
  if (!sponsor || !keeper) return ['Nobody of the core is there to sponsor anybody.'];
  const nominee = cast.outsider;
  const { days } = rules.rules['ladder-member'];
  paper.line();
  paper.line(paper.paint('strong', 'A nomination'));
  let before: Scene = { number: 0, headline: null, lines: [] };
  const step = async (says: string, act: () => Promise<IssueHandle>): Promise<IssueHandle> => {
    const since = sandbox.requests.length;
    paper.line();
    paper.paragraph(says, 4);
    const issue = await act();
    const after = sceneOf(stage, issue);
    const known = before.number === after.number ? before.lines.length : 0;
    paper.facts('When', [inWords(sandbox.state.now)]);
    if (after.headline !== null)
      paper.facts('Status', [unformatted(after.headline)], (line) => paper.paint('strong', line));
    paper.facts(
      'Ledger',
      after.lines.slice(known).map((line) => `+ ${line}`),
    );
    paper.facts('Requests', [requestsInWords(sandbox.requests.slice(since))], (line) => paper.paint('quiet', line));
    before = after;
    return issue;
  };
  const issue = await step(
    `${sponsor.login}, of the core, nominates ${nominee.login} as a member, in an issue. Who may have a say is pinned.`,
    () =>
      sponsor.opensIssue({ repo, title: `Nomination: ${nominee.login}`, body: `/nominate @${nominee.login} member` }),
  );
  await step(
    `${days} days pass, and nobody objects. The roster gets a pull request with exactly that change.`,
    async () => {
      await sandbox.clock.advance({ days, minutes: 10 });
      return issue;
    },
  );
  const pull = [...repo.issues.values()].find(
    (one) => one.kind === 'pull' && one.head.ref === `convenor/ladder-${issue.number}`,
  );
  if (!pull) return ['The nomination came to no pull request for the roster.'];
  await step(`${keeper.login} merges it: the decision needs no second one.`, async () => {
    await keeper.merges(world.pull(repo, pull.number));
    return issue;
  });
  const next = world.user('newcomer');
  const other = await next.opensIssue({ repo, title: 'Nomination', body: `/nominate @${next.login} member` });
  await step(`${nominee.login} is a member by now, and sponsors the next one.`, async () => {
    await nominee.comments(other, `/endorse @${next.login}`);
    return other;
  });
  const isSponsor = other.statusComment()?.body.includes(`${nominee.login} (`) ?? false;
  return isSponsor ? [] : [`${nominee.login} could not use what they are.`];
}
