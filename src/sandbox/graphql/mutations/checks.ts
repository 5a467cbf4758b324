import type * as Schema from '@octokit/graphql-schema';

import type { CheckRunFields } from '../../actions/types.js';
import type { Annotation, CheckConclusion } from '../../state/types.js';
import { unprocessable } from '../../errors.js';
import { unresolved } from '../errors.js';
import { on } from '../sources.js';
import { lower, mutation, target } from './input.js';

/** What creating and updating a check run have in common. */
type RunInput = Pick<
  Schema.UpdateCheckRunInput,
  'name' | 'externalId' | 'status' | 'conclusion' | 'output' | 'actions'
> &
  Partial<Record<'detailsUrl' | 'startedAt' | 'completedAt', string | null>>;

function fieldsOf(input: RunInput): CheckRunFields {
  const { name, externalId, detailsUrl, status, conclusion, startedAt, completedAt, output, actions } = input;
  return {
    ...(name != null && { name }),
    ...(externalId != null && { externalId }),
    ...(detailsUrl != null && { detailsUrl }),
    ...(status != null && { status: lower(status) }),
    ...(conclusion != null && { conclusion: conclusionOf(conclusion) }),
    ...(startedAt != null && { startedAt }),
    ...(completedAt != null && { completedAt }),
    ...(output && { output: outputOf(output) }),
    ...(actions && {
      actions: actions.map(({ label, description, identifier }) => ({ label, description, identifier })),
    }),
  };
}

/** `STARTUP_FAILURE` is GitHub's own word for its Actions: nobody else may say it. */
function conclusionOf(conclusion: Schema.CheckConclusionState): CheckConclusion {
  if (conclusion === 'STARTUP_FAILURE') throw unprocessable('Conclusion is not included in the list');
  return lower(conclusion);
}

function outputOf({ title, summary, text, annotations }: Schema.CheckRunOutput): NonNullable<CheckRunFields['output']> {
  return {
    title,
    summary,
    ...(text != null && { text }),
    ...(annotations && { annotations: annotations.map(annotationOf) }),
  };
}

const annotationOf = (given: Schema.CheckAnnotationData): Annotation => ({
  path: given.path,
  startLine: given.location.startLine,
  endLine: given.location.endLine,
  startColumn: given.location.startColumn ?? null,
  endColumn: given.location.endColumn ?? null,
  level: lower(given.annotationLevel),
  message: given.message,
  title: given.title ?? null,
  rawDetails: given.rawDetails ?? null,
});

export const CHECK_MUTATIONS = {
  createCheckRun: mutation((input: Schema.CreateCheckRunInput, context) => {
    const repository = target(context, input.repositoryId, 'Repository').value;
    const run = context.actions.createCheckRun(context.caller, repository, {
      ...fieldsOf(input),
      name: input.name,
      headOid: String(input.headSha),
    });
    return { checkRun: on('CheckRun', repository, run) };
  }),
  updateCheckRun: mutation((input: Schema.UpdateCheckRunInput, context) => {
    const repository = target(context, input.repositoryId, 'Repository').value;
    const { repository: own, value } = target(context, input.checkRunId, 'CheckRun');
    if (own !== repository) throw unresolved(input.checkRunId);
    const run = context.actions.updateCheckRun(context.caller, value, fieldsOf(input));
    return { checkRun: on('CheckRun', repository, run) };
  }),
};
