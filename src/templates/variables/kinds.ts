import { z } from 'zod';

/** Markdown of ours, in which what others wrote is escaped. */
export const text = (meaning: string) => z.string().describe(meaning);
/** The same, where a row of a table can hold it. */
export const cellText = (meaning: string) => z.string().describe(`${meaning} Fits into a table.`);
export const optional = (meaning: string) => z.string().nullable().describe(meaning);
export const count = (meaning: string) => z.int().describe(meaning);
export const flag = (meaning: string) => z.boolean().describe(meaning);
export const list = <Shape extends z.ZodType>(of: Shape, meaning: string) => z.array(of).readonly().describe(meaning);
