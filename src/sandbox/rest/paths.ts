/** A template such as `/repos/{owner}/{repo}/contents/{+path}`, ready to match. `{+name}` takes slashes, too. */
export interface Pattern {
  readonly method: string;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

export function compile(method: string, template: string): Pattern {
  const names: string[] = [];
  const expression = template
    .split(/(\{\+?\w+\})/)
    .map((part) => {
      const [, multi, name] = /^\{(\+?)(\w+)\}$/.exec(part) ?? [];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(name);
      return multi === '+' ? '(.+)' : '([^/]+)';
    })
    .join('');
  // The root of a repository's contents is asked for with and without the last slash.
  const optional = template.endsWith('/contents/{+path}')
    ? expression.replace(/\/\(\.\+\)$/, '(?:/(.*))?')
    : expression;
  return { method, expression: new RegExp(`^${optional}$`), names };
}

/** The decoded parameters, or null where the path is another one. */
export function match(pattern: Pattern, method: string, path: string): Record<string, string> | null {
  if (pattern.method !== method) return null;
  const found = pattern.expression.exec(path);
  if (found === null) return null;
  try {
    return Object.fromEntries(pattern.names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
  } catch {
    return null;
  }
}

/**
 * Literal segments before parameters, and parameters of one segment before those of many: `/pulls/comments` is no
 * pull request, and `/commits/{ref}/status` no commit.
 */
export function bySpecificity(one: string, other: string): number {
  const weight = (template: string): string =>
    template
      .split('/')
      .map((segment) => (segment.startsWith('{+') ? '2' : segment.startsWith('{') ? '1' : '0'))
      .join('');
  const multi = (template: string): number => (/\{\+\w+\}$/.test(template) ? 1 : 0);
  return multi(one) - multi(other) || weight(one).localeCompare(weight(other));
}
