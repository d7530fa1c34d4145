import type { CheckResult } from '../check/check.ts';
import type { Solution } from '../problem.ts';
import type { Instance } from '../vrplib/instance.ts';
import { costText } from '../vrplib/write.ts';
import { make } from './element.ts';
import { sayNumber } from './language.ts';
import { inkOf } from './route-colours.ts';

export interface RouteTable {
  show(
    instance: Instance,
    plan: Solution | undefined,
    checked: CheckResult | undefined,
    slots: readonly number[],
  ): void;
  /** Marks one row, and which one was chosen to stay so. */
  light(lit: number | undefined, chosen: number | undefined): void;
}

interface Row {
  row: HTMLTableRowElement;
  button: HTMLButtonElement;
  swatch: HTMLElement;
  number: HTMLElement;
  cells: HTMLElement[];
}

/**
 * One row a route. Rows stay when plans change, so that focus and pointer stay where they are.
 *
 * @param pointed told the route under the pointer or focus, or none.
 * @param pressed told the route whose button was pressed.
 */
export function routeTable(
  body: HTMLTableSectionElement,
  pointed: (route: number | undefined) => void,
  pressed: (route: number) => void,
): RouteTable {
  const rows: Row[] = [];
  const addRow = () => {
    const index = rows.length;
    const row = make('tr');
    const button = make('button');
    button.type = 'button';
    const swatch = make('span', '', 'swatch');
    const number = make('span');
    button.append(swatch, number);
    const first = make('td');
    first.append(button);
    const cells = Array.from({ length: 4 }, () => make('td'));
    row.append(first, ...cells);
    row.addEventListener('pointerenter', () => pointed(index));
    row.addEventListener('pointerleave', () => pointed(undefined));
    button.addEventListener('focus', () => pointed(index));
    button.addEventListener('blur', () => pointed(undefined));
    button.addEventListener('click', () => pressed(index));
    body.append(row);
    rows.push({ row, button, swatch, number, cells });
  };
  return {
    show(instance, plan, checked, slots) {
      const routes = plan?.routes ?? [];
      while (rows.length < routes.length) addRow();
      while (rows.length > routes.length) rows.pop()?.row.remove();
      routes.forEach(({ vehicle, visits }, i) => {
        const shown = rows[i];
        const figures = checked?.routes[i];
        if (!shown || !figures) return;
        const { colour, dash } = inkOf(slots[i] ?? i);
        const style = dash.length === 0 ? 'solid' : dash[0] === 2 ? 'dotted' : 'dashed';
        shown.swatch.style.borderTop = `3px ${style} ${colour}`;
        shown.number.textContent = String(i + 1);
        const capacity = instance.problem.vehicles[vehicle]?.capacity;
        const load = figures.loads.map((each) => sayNumber(each)).join(' + ');
        const stops = visits.filter((visit) => 'client' in visit).length;
        const texts = [
          capacity === undefined ? load : `${load} / ${sayNumber(capacity)}`,
          costText(instance, figures.distance),
          sayNumber(stops),
          sayNumber(figures.loads.length),
        ];
        texts.forEach((text, cell) => {
          const element = shown.cells[cell];
          if (element) element.textContent = text;
        });
      });
    },
    light(lit, chosen) {
      rows.forEach(({ row, button }, i) => {
        row.classList.toggle('lit', i === lit);
        button.setAttribute('aria-pressed', String(i === chosen));
      });
    },
  };
}
