import { describe, expect, it } from 'vitest';
import { outsideNeeds, readProposal } from '../../src/proposal/index.js';
import { CLEAN } from './documents.js';

function needs(text: string, path = 'seps/7001-lamps.md'): ReturnType<typeof outsideNeeds> {
  const source = CLEAN.replace('- **PR**', '- **Requires**: SEP-12\n- **PR**').replace(
    '## Rationale',
    `${text}\n\n## Rationale`,
  );
  return outsideNeeds(readProposal(source, { path }), { path, source, pullRequest: 7001 });
}

describe('what only the repository can answer', () => {
  it('is each file and each proposal once, in order of appearance', () => {
    const text = `![states](img/states.png) [SEP-90](https://example.com/seps/90) [a](./44-buoys.md#why)

[again](img/states.png) [up](../docs/a%20b.mdx) [site](/docs/x) [mail](mailto:a@example.com)`;
    expect(needs(text)).toEqual({
      paths: ['seps/img/states.png', 'seps/44-buoys.md', 'docs/a b.mdx'],
      numbers: [12, 90, 44],
    });
  });

  it('is never the page itself, nor what lies outside of the repository or in code', () => {
    const text =
      '[own](7001-lamps.md#why) [out](../../etc/passwd) [root](..) `[code](x.png)`\n\n```\n[code](y.png)\n```';
    expect(needs(text)).toEqual({ paths: [], numbers: [12] });
  });

  it('is nothing where the file is no text', () => {
    const [path, source] = ['seps/7001-lamps.md', '\0[a](b.md)'];
    expect(outsideNeeds(readProposal(source, { path }), { path, source, pullRequest: null })).toEqual({
      paths: [],
      numbers: [],
    });
  });

  it('stays small, however many links there are', () => {
    const text = Array.from({ length: 200 }, (_, index) => `[SEP-${index + 100}](f${index}.md)`).join('\n');
    const { paths, numbers } = needs(text);
    expect([paths.length, paths.at(-1), numbers.length, numbers.at(-1)]).toEqual([50, 'seps/f49.md', 50, 148]);
  });
});
