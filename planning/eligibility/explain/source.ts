import type { Because, SourceStatement } from '../answer.ts';
import { say } from '../refuse/fault.ts';
import type { DecisionTable, Say } from '../table.ts';

/** Who issued a table, which version of it, where it is written, how long it holds; and where to appeal. */
export function sourceOf({ id, name, say: own, issue = {} }: DecisionTable): Because[] {
  const { version, from, until, issuer, document, appeal, invented } = issue;
  const named = own ?? say(name, name);
  const parts: Say[] = [named];
  if (version !== undefined) parts.push(say(`版本 ${version}`, `version ${version}`));
  if (issuer) parts.push(issuer);
  if (document) parts.push(document);
  if (from !== undefined || until !== undefined) parts.push(saySpan(from, until));
  if (invented)
    parts.push(say('报上或文件未载的为演示而设', 'what is not told is set for a demonstration'));
  const source: SourceStatement = {
    kind: 'source',
    table: id,
    ...(version !== undefined && { version }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(issuer && { issuer }),
    ...(document && { document }),
    ...(invented && { invented }),
    say: say(parts.map((one) => one['zh-CN']).join('；'), parts.map(({ en }) => en).join('; ')),
  };
  return appeal ? [source, { kind: 'appeal', say: appeal }] : [source];
}

function saySpan(from: string | undefined, until: string | undefined): Say {
  if (from === undefined) return say(`有效至 ${until}`, `valid until ${until}`);
  if (until === undefined) return say(`自 ${from} 起有效`, `valid from ${from}`);
  return say(`有效期 ${from} 至 ${until}`, `valid ${from} to ${until}`);
}
