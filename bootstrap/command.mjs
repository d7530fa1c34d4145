import { enableCompileCache } from 'node:module';
import { at } from './places.mjs';

// Runs on the platform's Node.js. A command whose launcher was killed has nobody to answer to.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

// Types are then stripped once, not at every call; threads know of it by the environment only.
process.env.NODE_COMPILE_CACHE ??= at('.toolchain/compiled');
enableCompileCache();
await import('../apps/cli/main.ts');
