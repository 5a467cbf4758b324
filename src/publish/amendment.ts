import type { AmendmentFacts } from '../facts/facts.js';
import type { AmendmentVerdict } from '../judge/amendment.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { addCheck, wantedCheck } from './check-run.js';
import { groupsOf } from './document.js';
import { words } from './words.js';
import type { CheckWrite } from './write.js';

/**
 * Answers for a pull request that only changes merged proposals: the document's check with what the change brings.
 * Where the rules say that the checks are required, the other one is given as well, since nothing is decided here.
 */
export async function answerAmendment(
  client: GitHubClient,
  facts: AmendmentFacts,
  verdict: AmendmentVerdict,
): Promise<void> {
  const mutation = new Mutation();
  for (const write of amendmentChecks(facts, verdict)) addCheck(mutation, write, facts.repository.nodeId);
  if (mutation.isEmpty) return;
  const { errors } = await mutation.run(client);
  const failure = mutation.failure(errors);
  if (failure) throw failure;
}

/** The checks of an amendment that do not say yet what they should. */
export function amendmentChecks(facts: AmendmentFacts, { files, inOrder }: AmendmentVerdict): CheckWrite[] {
  const { rules, pull, published, more } = facts;
  const count = files.length + more;
  const remarks = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const proposals = `${count} merged ${count === 1 ? 'proposal' : 'proposals'}`;
  const summary = words('amendment', {
    count,
    more,
    files: files
      .filter(({ findings }) => findings.length > 0)
      .map(({ path, source, findings }) => ({
        path: path.replaceAll('`', ''),
        groups: groupsOf(findings, source ?? '', new Set()),
      })),
  });
  const document = wantedCheck(
    {
      name: rules.checks.proposal,
      head: pull.head,
      conclusion: inOrder ? 'SUCCESS' : 'FAILURE',
      title: remarks === 0 ? `Changes ${proposals}` : `${remarks} to look at in ${proposals}`,
      summary,
      // An annotation needs a file to stand on.
      annotations: files.flatMap(({ path, source, findings }) =>
        source === null ? [] : findings.map((finding) => ({ path, finding })),
      ),
    },
    published.checks,
  );
  const process = rules.checks.answerAll
    ? wantedCheck(
        {
          name: rules.checks.merge,
          head: pull.head,
          conclusion: 'SUCCESS',
          title: 'Adds no proposal',
          summary: 'This pull request only changes merged proposals, so there is nothing to decide here.',
          annotations: [],
        },
        published.checks,
      )
    : null;
  return [document, process].flatMap((write) => write ?? []);
}
