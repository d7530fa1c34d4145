import { ensureDependencies } from './dependencies.mjs';
import { handOver } from './hand-over.mjs';
import { endWith, tell } from './progress.mjs';
import { getRuntime } from './runtime.mjs';
import { ensureWeb } from './web.mjs';

try {
  tell('两不误 启动中', 'Liangbuwu is starting');
  const runtime = await getRuntime();
  await ensureDependencies();
  await ensureWeb(runtime);
  await handOver(runtime, 'bootstrap/serve.mjs', process.argv.slice(2));
} catch (error) {
  endWith(error);
}
