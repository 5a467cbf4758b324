import { z } from 'zod';

import { unprocessable } from '../errors.js';
import type { Call } from './route.js';
import { refuse } from './replies.js';

/**
 * The body by its schema.
 * @throws ReplyInstead 400 where it is no object; GitHubError 422 with GitHub's words for the first mistakes.
 */
export function readBody<T>(call: Call, schema: z.ZodType<T>): T {
  const { body } = call.request;
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  if (typeof body !== 'object' && body !== undefined) throw refuse(400, 'Body should be a JSON object');
  throw unprocessable(`Invalid request.\n\n${explain(parsed.error.issues, body ?? {})}`);
}

function explain(issues: readonly z.core.$ZodIssue[], body: unknown): string {
  const missing = issues.filter((issue) => valueAt(body, issue.path) === undefined).map(({ path }) => path.join('.'));
  if (missing.length > 0) {
    return `${missing.map((name) => `"${name}"`).join(', ')} ${missing.length > 1 ? "weren't" : "wasn't"} supplied.`;
  }
  return issues
    .map((issue) => `For '${at(issue.path)}', ${JSON.stringify(valueAt(body, issue.path))} is not ${wanted(issue)}.`)
    .join('\n');
}

const at = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' ? `items/${key}` : `properties/${String(key)}`)).join('/');

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return /^[aeiou]/.test(issue.expected) ? `an ${issue.expected}` : `a ${issue.expected}`;
  if (issue.code === 'invalid_value') return `a member of ${JSON.stringify(issue.values)}`;
  return 'valid';
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );

/** The value of an optional text: GitHub takes null for "not given". */
export const optionalText = z.string().nullish();

/** The map without the keys whose value is undefined or null: exact optional properties take no undefined. */
export function given<T extends Record<string, unknown>>(map: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

/** The map without the keys whose value is undefined; null stays and clears the field. */
export function set<T extends Record<string, unknown>>(map: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
