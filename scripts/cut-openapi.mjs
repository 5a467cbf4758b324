/**
 * Cuts from GitHub's OpenAPI description what the sandbox serves, and writes
 * - test/contract/github-openapi.json: operations and webhooks with the schemas they reach, ready for ajv;
 * - src/sandbox/rest/operations.ts: method, path and documentation of each operation.
 *
 * The package is 385 MB unpacked and is no dependency: install it somewhere else and name the file.
 *
 *   npm i --prefix /tmp/openapi @octokit/openapi@23
 *   node scripts/cut-openapi.mjs /tmp/openapi/node_modules/@octokit/openapi
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Operations of the sandbox by GitHub's ids. Adding one here makes the compiler ask for its handler. */
const OPERATIONS = {
  meta: 'root get get-all-versions get-zen',
  'rate-limit': 'get',
  apps: `get-authenticated get-by-slug get-webhook-config-for-app list-webhook-deliveries
    get-webhook-delivery redeliver-webhook-delivery list-installations get-installation
    create-installation-access-token list-repos-accessible-to-installation get-org-installation get-repo-installation
    get-user-installation`,
  users: 'get-authenticated get-by-username get-by-id',
  orgs: `get list-for-authenticated-user list-members check-membership-for-user list-public-members check-public-membership-for-user
    get-membership-for-user`,
  teams: `list get-by-name list-members-in-org get-membership-for-user-in-org list-child-in-org list-repos-in-org
    check-permissions-for-repo-in-org`,
  repos: `get list-for-authenticated-user list-for-org list-for-user create-for-authenticated-user create-in-org list-tags
    list-branches get-branch list-collaborators check-collaborator
    get-collaborator-permission-level list-teams list-forks create-fork get-content create-or-update-file-contents
    delete-file get-readme list-commits get-commit compare-commits-with-basehead
    list-pull-requests-associated-with-commit list-branches-for-head-commit get-branch-rules get-repo-rulesets
    get-repo-ruleset create-repo-ruleset get-combined-status-for-ref list-commit-statuses-for-ref
    create-commit-status`,
  git: `create-blob get-blob create-commit get-commit list-matching-refs get-ref create-ref update-ref delete-ref
    create-tree get-tree`,
  checks: `create get update list-annotations rerequest-run get-suite list-for-suite rerequest-suite list-for-ref
    list-suites-for-ref`,
  issues: `list-for-repo create get update list-assignees check-user-can-be-assigned
    check-user-can-be-assigned-to-issue list-milestones add-assignees remove-assignees
    list-comments list-comments-for-repo create-comment get-comment update-comment delete-comment list-events
    list-events-for-repo get-event list-events-for-timeline list-labels-for-repo create-label get-label update-label
    delete-label list-labels-on-issue add-labels set-labels remove-label remove-all-labels lock unlock`,
  reactions: `list-for-issue create-for-issue delete-for-issue list-for-issue-comment create-for-issue-comment
    delete-for-issue-comment list-for-pull-request-review-comment create-for-pull-request-review-comment
    delete-for-pull-request-comment`,
  pulls: `list create get update list-commits list-files check-if-merged merge list-requested-reviewers
    request-reviewers remove-requested-reviewers list-reviews create-review get-review update-review
    delete-pending-review list-comments-for-review submit-review dismiss-review list-review-comments
    list-review-comments-for-repo create-review-comment create-reply-for-review-comment get-review-comment
    update-review-comment delete-review-comment`,
  search: 'issues-and-pull-requests',
};

/** Webhook events, all their actions. */
const EVENTS = `check_run check_suite create delete fork installation installation_repositories issue_comment issues
  label member membership merge_group organization ping public pull_request pull_request_review
  pull_request_review_comment pull_request_review_thread push repository status`;

const words = (text) => text.split(/\s+/).filter(Boolean);
const operationIds = new Set(
  Object.entries(OPERATIONS).flatMap(([area, ids]) => words(ids).map((id) => `${area}/${id}`)),
);
const eventNames = new Set(words(EVENTS));

/** Keywords that say nothing about validity. Only dropped from a schema, never from a map of properties. */
const IDLE = new Set([
  'description', 'title', 'example', 'examples', 'default', 'deprecated', 'externalDocs', 'readOnly', 'writeOnly',
  'discriminator', 'xml',
]); // prettier-ignore

/**
 * OpenAPI 3.0's schema as JSON Schema: `nullable` becomes a type, references move, idle keywords go. `oneOf` becomes
 * `anyOf`: GitHub's alternatives overlap (every error is also a `basic-error`), so that exactly one rarely holds.
 */
function schemaOf(schema) {
  if (Array.isArray(schema)) return schema.map(schemaOf);
  if (schema === null || typeof schema !== 'object') return schema;
  if (schema.$ref) return { $ref: schema.$ref.replace('#/components/schemas/', '#/definitions/') };
  // An app's events: the lists of names differ from webhook to webhook and lag behind.
  if (schema.enum?.includes('branch_protection_rule')) return { type: 'string' };
  const out = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'nullable' || IDLE.has(key) || key.startsWith('x-')) continue;
    out[key === 'oneOf' ? 'anyOf' : key] =
      key === 'properties' || key === 'patternProperties'
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, schemaOf(one)]))
        : key === 'enum' || key === 'const' || key === 'required'
          ? value
          : schemaOf(value);
  }
  if (schema.nullable !== true) return out;
  if (typeof out.type !== 'string' || out.allOf || out.anyOf) return { anyOf: [out, { type: 'null' }] };
  out.type = [out.type, 'null'];
  if (out.enum && !out.enum.includes(null)) out.enum = [...out.enum, null];
  return out;
}

const packageFolder = process.argv[2];
if (packageFolder === undefined) {
  console.error('Usage: node scripts/cut-openapi.mjs <folder of the package @octokit/openapi>');
  process.exit(2);
}
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
const source = JSON.parse(readFileSync(join(packageFolder, 'generated/api.github.com.json'), 'utf8'));

const resolve = (value) =>
  value.$ref
    ? value.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], source)
    : value;

/** The JSON schema of a reply or request; null where there is none (no content, or a text such as a diff). */
function contentSchema(holder) {
  const content = holder.content ?? {};
  const media = content['application/json'] ?? Object.entries(content).find(([type]) => type.includes('json'))?.[1];
  return media?.schema ? schemaOf(media.schema) : null;
}

/** Mistakes of the description. It demands an account here that is a user and an enterprise at once. */
source.paths['/app/installations'].get.responses['200'].content['application/json'].schema = {
  type: 'array',
  items: { $ref: '#/components/schemas/installation' },
};

const operations = {};
const table = {};
for (const [path, item] of Object.entries(source.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    const id = operation?.operationId;
    if (!operationIds.delete(id)) continue;
    const parameters = (operation.parameters ?? []).map(resolve);
    const multi = new Set(parameters.filter((one) => one['x-multi-segment']).map((one) => one.name));
    const body = operation.requestBody ? resolve(operation.requestBody) : null;
    operations[`${method.toUpperCase()} ${path}`] = {
      id,
      parameters: parameters.map((one) => ({
        name: one.name,
        in: one.in,
        ...(one.required && { required: true }),
        ...(multi.has(one.name) && { multi: true }),
        schema: schemaOf(one.schema),
      })),
      ...(body && { body: { required: body.required === true, schema: contentSchema(body) } }),
      replies: Object.fromEntries(
        Object.entries(operation.responses).map(([status, reply]) => [status, contentSchema(resolve(reply))]),
      ),
    };
    table[id] = {
      method: method.toUpperCase(),
      path: path.replace(/\{(\w+)\}/g, (whole, name) => (multi.has(name) ? `{+${name}}` : whole)),
      docs: operation.externalDocs.url.replace('https://docs.github.com/rest/', ''),
    };
  }
}
if (operationIds.size > 0) throw new Error(`The description has no operation ${[...operationIds].join(', ')}`);

const webhooks = {};
for (const item of Object.values(source['x-webhooks'])) {
  const { operationId, requestBody, 'x-github': about } = item.post;
  const event = about.subcategory;
  if (!eventNames.has(event)) continue;
  // `pull-request/opened` is the action `opened`; `push` alone has none.
  const action = operationId.includes('/') ? operationId.split('/')[1].replaceAll('-', '_') : null;
  webhooks[action === null ? event : `${event}.${action}`] = contentSchema(requestBody);
}

const definitions = {};
const reach = (value) => {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.$ref === 'string') {
    const name = value.$ref.replace('#/definitions/', '');
    if (name in definitions) return;
    definitions[name] = schemaOf(source.components.schemas[name]);
    reach(definitions[name]);
    return;
  }
  Object.values(value).forEach(reach);
};
reach([operations, webhooks]);

const sorted = (map) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
const slice = {
  note: `A slice of GitHub's REST API description, cut by scripts/cut-openapi.mjs from generated/api.github.com.json of the npm package @octokit/openapi ${version} (MIT). \`nullable\` is rewritten for JSON Schema; descriptions and examples are left out.`,
  $id: 'github',
  operations: sorted(operations),
  webhooks: sorted(webhooks),
  definitions: sorted(definitions),
};
writeFileSync('test/contract/github-openapi.json', JSON.stringify(slice) + '\n');

const target = 'src/sandbox/rest/operations.ts';
const code = `// Written by scripts/cut-openapi.mjs from @octokit/openapi ${version}: change the list there and run it again.

/**
 * What the sandbox serves, by GitHub's operation id. \`{name}\` in a path is one segment, \`{+name}\` one or more.
 * \`docs\` is the page under https://docs.github.com/rest/ that error replies name.
 */
export const OPERATIONS = ${JSON.stringify(sorted(table))} as const;

export type OperationId = keyof typeof OPERATIONS;
`;
writeFileSync(target, await format(code, { ...(await resolveConfig(target)), filepath: target }));
