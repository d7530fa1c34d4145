import { ensureDependencies } from './dependencies.mjs';
import { Fault } from './fault.mjs';
import { endWith, tell } from './progress.mjs';
import { getRuntime } from './runtime.mjs';
import { runSteps, stepNames } from './test-steps.mjs';
import { ensureWeb } from './web.mjs';

try {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !stepNames.includes(name));
  if (unknown) {
    throw new Fault(
      `没有名为 ${unknown} 的步骤；可用：${stepNames.join('、')}。`,
      `There is no step ${unknown}; there are: ${stepNames.join(', ')}.`,
      2,
    );
  }
  const chosen = wanted.length > 0 ? wanted : stepNames;
  tell('两不误 测试', 'testing Liangbuwu');
  const runtime = await getRuntime();
  await ensureDependencies();
  if (chosen.includes('journeys')) await ensureWeb(runtime);
  process.exitCode = (await runSteps(runtime, chosen)) ? 0 : 1;
} catch (error) {
  endWith(error);
}
