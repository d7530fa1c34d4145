import { expect, test } from 'vitest';
import { judgeRenderer } from './can-gl.ts';

test.each([
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'slow',
  ],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)', 'slow'],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', 'slow'],
  ['ANGLE (Intel, Intel(R) UHD Graphics 630 Direct3D11 vs_5_0 ps_5_0, D3D11)', 'fast'],
  ['Apple GPU', 'fast'],
])('%s is %s', (renderer, ability) => {
  expect(judgeRenderer(renderer)).toBe(ability);
});
