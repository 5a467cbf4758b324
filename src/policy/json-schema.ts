import { z } from 'zod';
import type { Shape } from '../rules/shape.js';
import { storyFile } from './schema/index.js';

let whole: Shape | null = null;

/** The JSON Schema of a story file, for editors. What it cannot say, `convenor test` does. */
export function storyJsonSchema(): Shape {
  whole ??= {
    ...(z.toJSONSchema(storyFile, { io: 'input' }) as Shape),
    title: 'Policy tests of Convenor',
    description: 'Stories that say what must come of some rules: see docs/policy-tests.md.',
  };
  return whole;
}
