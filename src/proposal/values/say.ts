import type { Severity } from '../types.js';

/** Tells what reading one value found; the place is the field's and added by the caller. */
export type Say = (severity: Severity, code: string, message: string, help?: string) => void;
