import { enableCompileCache } from 'node:module';
import { endWithNpm } from './end-with-npm.mjs';
import { at } from './places.mjs';

// Runs on the platform's Node.js, below a launcher on an older one or in the launcher's own process.
const stop = () => process.kill(process.pid, 'SIGTERM');
if (process.channel) {
  process.on('disconnect', stop);
  process.channel.unref();
} else {
  endWithNpm(stop);
}

// Types are then stripped once, not at every start; threads know of it by the environment only.
process.env.NODE_COMPILE_CACHE ??= at('.toolchain/compiled');
enableCompileCache();
await import('../apps/server/main.ts');
