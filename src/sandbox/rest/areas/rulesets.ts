import { z } from 'zod';

import { notFound } from '../../errors.js';
import { rulesetJson } from '../../json/repository.js';
import { link, repoApi, repoWeb } from '../../json/base.js';
import { rulesetsOn } from '../../state/derive.js';
import { fullName } from '../../state/find.js';
import type { GitHubState, Repository, Ruleset } from '../../state/types.js';
import { readBody } from '../body.js';
import { numberParam, param, repositoryOf } from '../lookup.js';
import { paged } from '../paging.js';
import { created, ok } from '../replies.js';
import { type Call, reads, type RouteMap, writes } from '../route.js';

const parameters = z.object({
  required_approving_review_count: z.number().optional(),
  required_review_thread_resolution: z.boolean().optional(),
  required_status_checks: z.array(z.object({ context: z.string(), integration_id: z.number().nullish() })).optional(),
});
const newRuleset = z.object({
  name: z.string(),
  enforcement: z.enum(['active', 'evaluate', 'disabled']),
  conditions: z.object({ ref_name: z.object({ include: z.array(z.string()) }).optional() }).nullish(),
  rules: z.array(z.object({ type: z.string(), parameters: parameters.optional() })).nullish(),
});

/** Rulesets, and the rules that bind a branch. */
export const rulesets = {
  'repos/get-repo-rulesets': reads('metadata', (call) => {
    const repository = repositoryOf(call);
    return paged(call, [...repository.rulesets.values()], (ruleset) => {
      const facts = Object.entries(rulesetJson(call.state, repository, ruleset));
      const summary = Object.fromEntries(facts.filter(([key]) => key !== 'conditions' && key !== 'rules'));
      return { ...summary, _links: links(call.state, repository, ruleset) };
    });
  }),

  'repos/get-repo-ruleset': reads('metadata', (call) => {
    const repository = repositoryOf(call);
    const ruleset = repository.rulesets.get(numberParam(call, 'ruleset_id'));
    if (ruleset === undefined) throw notFound();
    return ok(detailed(call, repository, ruleset));
  }),

  'repos/create-repo-ruleset': writes('administration', (call) => {
    const repository = repositoryOf(call);
    const input = readBody(call, newRuleset);
    const rules = new Map(input.rules?.map((rule) => [rule.type, rule.parameters]));
    const ruleset = call.actions.createRuleset(call.caller, repository, {
      name: input.name,
      enforcement: input.enforcement,
      branches: (input.conditions?.ref_name?.include ?? []).map((ref) => ref.replace(/^refs\/heads\//, '')),
      requiredChecks: (rules.get('required_status_checks')?.required_status_checks ?? []).map((check) => ({
        context: check.context,
        appId: check.integration_id ?? null,
      })),
      requiredApprovals: rules.get('pull_request')?.required_approving_review_count ?? 0,
      requireThreadResolution: rules.get('pull_request')?.required_review_thread_resolution ?? false,
      blockForcePushes: rules.has('non_fast_forward'),
      blockDeletion: rules.has('deletion'),
    });
    return created(detailed(call, repository, ruleset));
  }),

  'repos/get-branch-rules': reads('metadata', (call) => {
    const repository = repositoryOf(call);
    const rules = rulesetsOn(repository, param(call, 'branch')).flatMap((ruleset) =>
      (rulesetJson(call.state, repository, ruleset)['rules'] as object[]).map((rule) => ({
        ...rule,
        ruleset_source_type: 'Repository',
        ruleset_source: fullName(call.state, repository),
        ruleset_id: ruleset.id,
      })),
    );
    return paged(call, rules, (rule) => rule);
  }),
} satisfies RouteMap;

const detailed = (call: Call, repository: Repository, ruleset: Ruleset): object => ({
  ...rulesetJson(call.state, repository, ruleset),
  current_user_can_bypass: 'never',
  _links: links(call.state, repository, ruleset),
});

const links = (state: GitHubState, repository: Repository, { id }: Ruleset): object => ({
  self: link(`${repoApi(state, repository)}/rulesets/${id}`),
  html: link(`${repoWeb(state, repository)}/rules/${id}`),
});
