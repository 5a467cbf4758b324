import { readFileSync } from 'node:fs';

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

import { bySpecificity, compile, match, type Pattern } from '../../src/sandbox/rest/paths.js';

/** The committed slice of GitHub's description; `scripts/cut-openapi.mjs` says how it is cut. */
interface Slice {
  operations: Record<string, Operation>;
  webhooks: Record<string, unknown>;
}

interface Operation {
  id: string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; required?: true; multi?: true; schema: Schema }[];
  body?: { required: boolean; schema: Schema | null };
  /** By status; null for a reply without JSON. */
  replies: Record<string, unknown>;
}

interface Schema {
  type?: string | string[];
  properties?: Record<string, unknown>;
}

const slice = JSON.parse(readFileSync(new URL('github-openapi.json', import.meta.url), 'utf8')) as Slice;

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
// The package is CommonJS: its callable default stands behind another one.
formats.default(ajv);
for (const name of ['repo.nwo', 'timestamp']) ajv.addFormat(name, true);
ajv.addSchema(slice, 'github');

const validators = new Map<string, ValidateFunction>();

function problems(pointer: readonly string[], data: unknown): string[] {
  const path = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = validators.get(path) ?? ajv.compile({ $ref: `github#/${path}` });
  validators.set(path, validate);
  return validate(data) ? [] : (validate.errors ?? []).map(sentence);
}

const sentence = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath === '' ? 'the whole' : instancePath} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;

const patterns: { key: string; operation: Operation; pattern: Pattern }[] = Object.entries(slice.operations)
  .map(([key, operation]) => {
    const [method = '', path = ''] = key.split(' ');
    const multi = new Set(operation.parameters.filter((one) => one.multi).map(({ name }) => name));
    const template = path.replace(/\{(\w+)\}/g, (whole, name: string) => (multi.has(name) ? `{+${name}}` : whole));
    return { key, operation, template, pattern: compile(method, template) };
  })
  .sort((one, other) => bySpecificity(one.template, other.template));

/** By its template (`/repos/{owner}/{repo}`) or a real path, without the query. */
function find(method: string, path: string): { key: string; operation: Operation } | null {
  const verb = method.toUpperCase();
  const exact = slice.operations[`${verb} ${path}`];
  if (exact !== undefined) return { key: `${verb} ${path}`, operation: exact };
  return patterns.find(({ pattern }) => match(pattern, verb, path) !== null) ?? null;
}

/** `GET /repos/{owner}/{repo}` of every operation in the slice. */
export const operations = (): string[] => Object.keys(slice.operations);

/** The template that a request belongs to, as `GET /repos/{owner}/{repo}`; null for none in the slice. */
export const operationOf = (method: string, path: string): string | null => find(method, path)?.key ?? null;

const ERROR_STATUS = 400;
/** Refusals that any operation may give and that the description mostly leaves out. */
const COMMON_STATUSES = new Set([301, 304, 307]);

/**
 * What is wrong with a reply by GitHub's description, a sentence each; nothing where all is well. A refusal that the
 * description does not list must still look like one (`basic-error`).
 * @param path a template or the real path, without the query.
 * @param body parsed; undefined where there was none.
 */
export function validateReply(method: string, path: string, status: number, body: unknown): string[] {
  const found = find(method, path);
  if (found === null) return [`GitHub's description has no ${method} ${path}`];
  const { key, operation } = found;
  const isDescribed = String(status) in operation.replies;
  if (isDescribed && operation.replies[String(status)] !== null) {
    return problems(['operations', key, 'replies', String(status)], body);
  }
  if (status >= ERROR_STATUS)
    return body === undefined || body === '' ? [] : problems(['definitions', 'basic-error'], body);
  if (!isDescribed && !COMMON_STATUSES.has(status)) return [`${key} has no reply with status ${String(status)}`];
  return [];
}

/** A query as it came: from an address, or from a client's parameters. */
export type Query = URLSearchParams | Readonly<Record<string, string | number | boolean>>;

/**
 * What is wrong with a request by GitHub's description: an unknown operation, a wrong or unknown parameter of the
 * query, a body that its schema refuses, or a field at the body's top that GitHub does not know.
 * @param path the real path, without the query.
 */
export function validateRequest(method: string, path: string, query: Query, body: unknown): string[] {
  const found = find(method, path);
  if (found === null) return [`GitHub's description has no ${method} ${path}`];
  return [...queryProblems(found, query), ...bodyProblems(found, body)];
}

function queryProblems({ key, operation }: { key: string; operation: Operation }, query: Query): string[] {
  const given = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  return given.flatMap(([name, value]) => {
    const index = operation.parameters.findIndex((one) => one.in === 'query' && one.name === name);
    const parameter = operation.parameters[index];
    if (parameter === undefined) return [`${key} takes no ${name} in its query`];
    const wrong = problems(['operations', key, 'parameters', String(index), 'schema'], typed(parameter.schema, value));
    return wrong.map((one) => `query ${name}: ${one}`);
  });
}

/** A query has texts only: a number is meant where the schema wants one. */
function typed({ type }: Schema, value: string | number | boolean): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+$/.test(String(value))) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return type === 'string' ? String(value) : value;
}

function bodyProblems({ key, operation }: { key: string; operation: Operation }, body: unknown): string[] {
  const wanted = operation.body;
  const isEmpty = body === undefined || body === null || body === '';
  if (wanted?.schema == null) return isEmpty ? [] : [`${key} takes no body`];
  if (isEmpty) return wanted.required ? [`${key} needs a body`] : [];
  const { properties } = wanted.schema;
  const unknown = properties ? Object.keys(body).filter((name) => !(name in properties)) : [];
  return [
    ...problems(['operations', key, 'body', 'schema'], body),
    ...unknown.map((name) => `${key} knows no field ${name} in its body`),
  ];
}

/** What is wrong with a webhook's payload by GitHub's description. @param action null for events without one. */
export function validateWebhook(event: string, action: string | null, payload: unknown): string[] {
  const name = action === null ? event : `${event}.${action}`;
  if (!(name in slice.webhooks)) return [`GitHub's description has no webhook ${name}`];
  return problems(['webhooks', name], payload);
}
