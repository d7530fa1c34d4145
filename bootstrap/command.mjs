import { enableCompileCache } from 'node:module';
import { at } from './places.mjs';

// Runs on the platform's Node.js. A command whose launcher was killed has nobody to answer to.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

// Types are then stripped once, not at every call.
enableCompileCache(at('.toolchain/compiled'));
await import('../apps/cli/main.ts');
