// Node has Temporal from version 26 on; imported before anything else, this brings it to 24 and 25.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
