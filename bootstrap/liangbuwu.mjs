#!/usr/bin/env node
import { areDependenciesInstalled, ensureDependencies } from './dependencies.mjs';
import { handOver } from './hand-over.mjs';
import { endWith } from './progress.mjs';
import { findRuntime, getRuntime } from './runtime.mjs';

try {
  const runtime = findRuntime() ?? (await getRuntime());
  if (!areDependenciesInstalled()) await ensureDependencies();
  await handOver(runtime, 'bootstrap/command.mjs', process.argv.slice(2));
} catch (error) {
  endWith(error);
}
