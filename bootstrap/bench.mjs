import { ensureDependencies } from './dependencies.mjs';
import { handOver } from './hand-over.mjs';
import { endWith } from './progress.mjs';
import { getRuntime } from './runtime.mjs';

// npm run bench -- water-day/examples 1 10
try {
  const [name, ...args] = process.argv.slice(2);
  if (!name) throw new Error('which? one of bench/, such as: npm run bench -- water-day/examples');
  const runtime = await getRuntime();
  await ensureDependencies();
  process.argv.splice(2, process.argv.length, ...args);
  await handOver(runtime, `bench/${name}.ts`, args);
} catch (error) {
  endWith(error);
}
