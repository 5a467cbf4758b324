import { GraphqlResponseError } from '@octokit/graphql';
import type { GitHubClient } from './clients.js';
import { ofFields } from './refused.js';

/** Why GitHub refused one field of a mutation. */
export interface FieldError {
  message: string;
  type: string | undefined;
}

interface Entry {
  payload: unknown;
  field: string;
  input: Record<string, unknown>;
  selection: string;
}

/** Several writes as one request: GitHub runs the fields one after the other, each with an effect of its own. */
export class Mutation {
  private readonly fields = new Map<string, Entry>();

  get isEmpty(): boolean {
    return this.fields.size === 0;
  }

  /**
   * Adds a field.
   * @param payload what the caller knows it by when the answer comes
   * @param selection what to ask back, within the field
   */
  add(payload: unknown, field: string, input: Record<string, unknown>, selection = 'clientMutationId'): void {
    this.fields.set(`m${this.fields.size}`, { payload, field, input, selection });
  }

  /** What was added, by alias. */
  entries(): [string, unknown][] {
    return [...this.fields].map(([alias, entry]) => [alias, entry.payload]);
  }

  payload(alias: string): unknown {
    return this.fields.get(alias)?.payload;
  }

  /** The failure that errors by alias make together: `Refused` where none of them passes by itself; null without any. */
  failure(errors: ReadonlyMap<string, FieldError>): Error | null {
    const all = [...errors].map(([alias, error]) => ({ ...error, field: this.fields.get(alias)?.field ?? null }));
    if (all.length === 0) return null;
    return ofFields(all) ?? new Error(`GitHub refused ${all.map(({ message }) => message).join('; ')}`);
  }

  /**
   * Sends it. An answer in part comes back as data and errors by alias; a request that failed as a whole throws.
   * @param name what the operation is called
   */
  async run(
    client: GitHubClient,
    name = 'Publish',
  ): Promise<{ data: Record<string, unknown>; errors: Map<string, FieldError> }> {
    const parameters = [...this.fields].map(([alias, { field }]) => `$${alias}: ${inputType(field)}!`);
    const calls = [...this.fields].map(
      ([alias, { field, selection }]) => `${alias}: ${field}(input: $${alias}) { ${selection} }`,
    );
    const text = `mutation ${name}(${parameters.join(', ')}) {\n${calls.join('\n')}\n}`;
    const variables = Object.fromEntries([...this.fields].map(([alias, { input }]) => [alias, input]));
    try {
      return { data: await client.graphql<Record<string, unknown>>(text, variables), errors: new Map() };
    } catch (error) {
      if (!(error instanceof GraphqlResponseError)) throw error;
      return partial(error as GraphqlResponseError<Record<string, unknown>>);
    }
  }
}

/** An error as GitHub really sends it: one that concerns the whole request has no path. */
interface RawError {
  message: string;
  type?: string;
  path?: (string | number)[];
}

/** GitHub names the input of `addComment` `AddCommentInput`. */
const inputType = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;

function partial(error: GraphqlResponseError<Record<string, unknown>>): {
  data: Record<string, unknown>;
  errors: Map<string, FieldError>;
} {
  const errors = new Map<string, FieldError>();
  for (const { path, message, type } of error.errors as RawError[]) {
    const alias = path?.[0];
    // An error without a place concerns the whole request: nothing may be taken from such an answer.
    if (alias === undefined) throw error;
    errors.set(String(alias), { message, type });
  }
  return { data: { ...error.data }, errors };
}
