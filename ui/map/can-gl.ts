/** Drivers that draw on the processor: WebGL works there, at the cost of everything else on the machine. */
const onProcessor = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export type GlAbility = 'fast' | 'slow' | 'none';

/** What a driver that calls itself so is good for. */
export const judgeRenderer = (renderer: string): GlAbility =>
  onProcessor.test(renderer) ? 'slow' : 'fast';

let found: GlAbility | undefined;

export function findGlAbility(): GlAbility {
  found ??= probe();
  return found;
}

// `failIfMajorPerformanceCaveat` alone does not tell: headless Chromium grants it to SwiftShader.
function probe(): GlAbility {
  try {
    const gl = document.createElement('canvas').getContext('webgl2');
    if (!gl) return 'none';
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    const renderer = String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return judgeRenderer(renderer);
  } catch {
    return 'none';
  }
}
