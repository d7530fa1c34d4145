import type { FileFault } from '../vrplib/fault.ts';
import { make } from './element.ts';
import { currentLanguage, say } from './language.ts';

/** A file that was refused. */
export interface Refusal {
  file: string;
  faults: readonly FileFault[];
}

/** Lists what is wrong with a file: line, cause, remedy. */
export function showFaults(box: HTMLElement, refusal: Refusal | undefined): void {
  box.hidden = refusal === undefined;
  if (!refusal) {
    box.replaceChildren();
    return;
  }
  const list = make('ul');
  for (const fault of refusal.faults) list.append(itemOf(fault));
  box.replaceChildren(make('strong', `${say('refused')}${refusal.file}`), list);
}

function itemOf({ code, line, at, cause, remedy }: FileFault): HTMLElement {
  const language = currentLanguage();
  const place = line > 0 ? say('line').replace('{n}', String(line)) : say('wholeFile');
  const item = make('li');
  item.append(
    make('strong', at ? `${place} · ${at}` : place),
    make('p', cause[language]),
    make('p', `${say('remedy')}${remedy[language]}`),
    make('code', code),
  );
  return item;
}
