import { type CheckResult, check } from '../check/check.ts';
import type { Solution } from '../problem.ts';
import type { Instance } from '../vrplib/instance.ts';
import { readVrplib } from '../vrplib/read.ts';
import { costText, solutionText } from '../vrplib/write.ts';
import { type BuiltIn, builtIn } from './built-in.ts';
import { drawChart, type Moment } from './draw-chart.ts';
import { drawMap, findRouteAt, type Picture } from './draw-map.ts';
import { allow, getElement, isAllowed, make, showPairs } from './element.ts';
import { say, sayFixedWords, sayNumber, switchLanguage } from './language.ts';
import { assignSlots } from './route-colours.ts';
import { routeTable } from './route-table.ts';
import { startRun } from './run.ts';
import { type Refusal, showFaults } from './show-faults.ts';

type Status = 'ready' | 'running' | 'stopped' | 'done' | 'failed';

const map = getElement('map', HTMLCanvasElement);
const chart = getElement('chart', HTMLCanvasElement);
const start = getElement('start', HTMLButtonElement);
const stop = getElement('stop', HTMLButtonElement);
const download = getElement('download', HTMLButtonElement);
const seconds = getElement('seconds', HTMLInputElement);
const seed = getElement('seed', HTMLInputElement);
const fileInput = getElement('file', HTMLInputElement);

let instance: Instance = read(builtIn.capacitated());
let builtInShown: BuiltIn | undefined = 'capacitated';
let refusal: Refusal | undefined;
let status: Status = 'ready';
let why = '';
let plan: Solution | undefined;
let checked: CheckResult | undefined;
let slots: number[] = [];
let slotOfClient = new Map<number, number>();
let moments: Moment[] = [];
let until = Number(seconds.value);
let endRun: (() => void) | undefined;
let chosen: number | undefined;
let pointed: number | undefined;

const table = routeTable(
  getElement('rows', HTMLTableSectionElement),
  (route) => {
    pointed = route;
    showLight();
  },
  (route) => {
    chosen = chosen === route ? undefined : route;
    showLight();
  },
);

function read(text: string): Instance {
  const result = readVrplib(text);
  if (!result.ok) throw new Error(result.faults[0]?.cause.en);
  return result.instance;
}

function picture(): Picture {
  const lit = pointed ?? chosen;
  return { instance, plan, slots, lit: plan?.routes[lit ?? -1] ? lit : undefined };
}

function open(next: Instance, from: BuiltIn | undefined): void {
  endRun?.();
  endRun = undefined;
  instance = next;
  builtInShown = from;
  refusal = undefined;
  status = 'ready';
  forgetPlan();
  show();
}

function forgetPlan(): void {
  plan = undefined;
  checked = undefined;
  slots = [];
  slotOfClient = new Map();
  moments = [];
  chosen = undefined;
  pointed = undefined;
}

async function openFile(file: File): Promise<void> {
  // A folder can be dropped too, and has no text.
  const result = readVrplib(await file.text().catch(() => ''));
  if (result.ok) {
    open(result.instance, undefined);
    return;
  }
  refusal = { file: file.name, faults: result.faults };
  showFaults(getElement('faults', HTMLElement), refusal);
}

function begin(): void {
  forgetPlan();
  status = 'running';
  until = Number(seconds.value);
  endRun = startRun(
    { problem: instance.problem, seconds: until, seed: Number(seed.value) },
    {
      better(next) {
        // Costs with fewer clients left out are no longer compared with those before.
        if (plan && next.missing < plan.missing) moments = [];
        plan = next;
        checked = check(instance.problem, next);
        slots = assignSlots(next.routes, slotOfClient);
        moments.push({ seconds: next.seconds, cost: next.cost });
        showPlan();
      },
      ended: () => end('done'),
      failed(message) {
        why = message;
        end('failed');
      },
    },
  );
  show();
}

function end(how: Status): void {
  endRun = undefined;
  status = how;
  show();
}

function show(): void {
  sayFixedWords();
  getElement('language', HTMLButtonElement).textContent = say('otherLanguage');
  getElement('language', HTMLButtonElement).lang =
    document.documentElement.lang === 'en' ? 'zh-CN' : 'en';
  showFaults(getElement('faults', HTMLElement), refusal);
  for (const name of Object.keys(builtIn) as BuiltIn[]) {
    getElement(`built-in-${name}`, HTMLInputElement).checked = name === builtInShown;
  }
  showFacts();
  showSeconds();
  const running = status === 'running';
  allow(start, running ? say('whyRunning') : undefined);
  allow(stop, running ? undefined : say('whyNotRunning'));
  showPlan();
}

function showFacts(): void {
  const { clients, vehicles } = instance.problem;
  const capacities = [...new Set(vehicles.map(({ capacity }) => capacity))];
  const count = vehicles.reduce((sum, type) => sum + type.count, 0);
  showPairs(getElement('facts', HTMLElement), [
    [say('name'), instance.name],
    [say('clients'), sayNumber(clients.length)],
    [say('vehicles'), count >= clients.length ? say('unlimited') : sayNumber(count)],
    [
      say('capacity'),
      capacities
        .map((each) => (each === undefined ? say('unlimited') : sayNumber(each)))
        .join(', '),
    ],
  ]);
}

function showSeconds(): void {
  getElement('seconds-shown', HTMLOutputElement).value = `${seconds.value} ${say('secondsShort')}`;
}

function showPlan(): void {
  allow(download, plan ? undefined : say('whyNoPlan'));
  showStatus();
  showPairs(getElement('figures', HTMLElement), [
    [say('best'), plan ? costText(instance, plan.cost) : '–'],
    [say('routeCount'), plan ? sayNumber(plan.routes.length) : '–'],
    [say('iterations'), plan ? sayNumber(plan.iterations) : '–'],
    [say('elapsed'), plan ? `${sayNumber(plan.seconds, 1)} ${say('secondsShort')}` : '–'],
  ]);
  const leftOut = getElement('left-out', HTMLElement);
  leftOut.hidden = !plan || plan.unserved.length === 0;
  leftOut.textContent = plan ? `${sayNumber(plan.unserved.length)} ${say('leftOut')}` : '';
  getElement('no-routes', HTMLElement).hidden = plan !== undefined;
  table.show(instance, plan, checked, slots);
  showCourse();
  showLight();
}

function showStatus(): void {
  const checkWord = !checked ? '' : say(checked.ok ? 'checked' : 'checkFailed');
  const sentence = status === 'failed' ? `${say('cannotSolve')}${why}` : say(status);
  const ended = status === 'done' || status === 'stopped';
  const text = ended && checkWord ? `${sentence} ${checkWord}` : sentence;
  const line = getElement('status', HTMLElement);
  if (line.textContent !== text) line.textContent = text;
}

function showCourse(): void {
  drawChart(chart, moments, until, (cost) => costText(instance, cost));
  const last = moments.at(-1);
  const first = moments[0];
  chart.setAttribute(
    'aria-label',
    first && last
      ? `${say('course')}: ${costText(instance, first.cost)} → ${costText(instance, last.cost)}`
      : say('course'),
  );
}

function showLight(): void {
  const shown = picture();
  drawMap(map, shown);
  table.light(shown.lit, chosen);
  const { clients, depots } = instance.problem;
  map.setAttribute(
    'aria-label',
    instance.nodes
      ? [
          `${say('routes')} ${sayNumber(plan?.routes.length ?? 0)}`,
          `${say('clients')} ${sayNumber(clients.length)}`,
          `${say('depots')} ${sayNumber(depots.length)}`,
        ].join(', ')
      : say('noPositions'),
  );
  getElement('no-positions', HTMLElement).hidden = instance.nodes !== undefined;
}

function save(): void {
  if (!plan) return;
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([solutionText(instance, plan)], { type: 'text/plain' }));
  link.download = `${instance.name || 'plan'}.sol`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

for (const name of Object.keys(builtIn) as BuiltIn[]) {
  const label = make('label');
  const radio = make('input');
  radio.type = 'radio';
  radio.name = 'built-in';
  radio.id = `built-in-${name}`;
  radio.addEventListener('change', () => open(read(builtIn[name]()), name));
  const text = make('span');
  text.dataset.say = name;
  label.append(radio, text);
  getElement('built-in', HTMLElement).append(label);
}

getElement('controls', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  if (isAllowed(start)) begin();
});
stop.addEventListener('click', () => {
  if (!isAllowed(stop)) return;
  endRun?.();
  end('stopped');
});
download.addEventListener('click', save);
seconds.addEventListener('input', showSeconds);
getElement('language', HTMLButtonElement).addEventListener('click', () => {
  switchLanguage();
  show();
});
fileInput.addEventListener('change', () => {
  const file = fileInput.files?.[0];
  fileInput.value = '';
  if (file) void openFile(file);
});
addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dropping');
});
addEventListener('dragleave', () => document.body.classList.remove('dropping'));
addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('dropping');
  const file = event.dataTransfer?.files[0];
  if (file) void openFile(file);
});
map.addEventListener('pointermove', ({ offsetX, offsetY }) => {
  const found = findRouteAt(map, picture(), offsetX, offsetY);
  if (found === pointed) return;
  pointed = found;
  showLight();
});
map.addEventListener('pointerleave', () => {
  pointed = undefined;
  showLight();
});
new ResizeObserver(() => {
  showCourse();
  showLight();
}).observe(document.body);

show();
