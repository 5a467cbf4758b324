/** Words with which authors say that there is no value, alone or before a remark: `None (seeking sponsor)`. */
const ABSENT =
  /^(?:none|n\/?a|not applicable|tb[adc]|todo|null|nil|nobody|no ?one|no sponsor|no|unsponsored|unassigned|unknown|undecided|open|vacant|pending|wanted|needed|not yet|to be (?:determined|decided|assigned|announced|confirmed|added|filled)|(?:currently )?(?:seeking|looking for|awaiting|searching|soliciting|requesting|in search)|sponsor (?:wanted|needed)|\.{2,}|…|[-–—?~_]+)(?=$|[\s.,;:!?()[\]–—/-])/i;

/** Words that stay an absence only where nothing but a remark in brackets or after a dash follows. */
const ALONE_ONLY = /^(?:no|open|unknown|needed|wanted|pending)\b/i;

/** Whether the text says that there is no value (`TBD`, `None (seeking)`, `(seeking sponsor)`). */
export function saysAbsent(text: string): boolean {
  const bare = text.replace(/^[\s([{<"'*_`#]+/, '').replace(/[\s*_`]+$/, '');
  if (bare === '' || /^@(?:none|n\/?a|tb[adc]|todo|nobody)$/i.test(bare)) return true;
  const match = ABSENT.exec(bare);
  if (!match) return false;
  if (!ALONE_ONLY.test(bare)) return true;
  return /^\s*(?:$|[.,;:!?()[\]–—/-]|\b(?:yet|sponsor|author|review|confirmation|assignment|approval|number)\b)/i.test(
    bare.slice(match[0].length),
  );
}

/** Whether the text is what a template says in place of a value: `YYYY-MM-DD`, `{NUMBER}`, `[your name / handle]`. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return (
    /^\[[^\]]*[a-z][^\]]*\]$/i.test(trimmed) ||
    /^\{[^}]*[a-z][^}]*\}$/i.test(trimmed) ||
    /^<[^>@]*>$/.test(trimmed) ||
    /^y{4}-m{2}-d{2}$/i.test(trimmed) ||
    /(?:^|[\s(<@])(?:@?github[-_ ]?(?:username|handle|id)|@(?:your[-_ ]?)?(?:username|handle)|your[-_ ](?:name|github|handle|email)\b)/i.test(
      trimmed,
    )
  );
}
