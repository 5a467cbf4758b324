import type { Diagnostic, Severity, Span } from './types.js';

/** Tells a finding at a place. */
export type Report = (span: Span, severity: Severity, code: string, message: string, help?: string) => void;

/** Collects what is told. */
export function reportInto(diagnostics: Diagnostic[]): Report {
  return (span, severity, code, message, help) => {
    diagnostics.push({
      code,
      severity,
      line: span.start.line,
      column: span.start.column,
      endLine: span.end.line,
      endColumn: span.end.column,
      message,
      ...(help === undefined ? {} : { help }),
    });
  };
}
