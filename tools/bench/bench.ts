import { runParts } from '../load/run-parts.ts'

// `npm run bench` runs all parts one after another; `npm run bench -- delivery` runs one of them.

await runParts('tools/bench', ['live', 'delivery', 'receiver', 'intake', 'scale'])
