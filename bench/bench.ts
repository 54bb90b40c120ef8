import { runParts } from '../scripts/local/run-parts.ts'

// `npm run bench` runs all parts one after another; `npm run bench -- delivery` runs one of them.

await runParts('bench', ['live', 'streams', 'delivery', 'receiver', 'intake', 'peers', 'processes', 'scale'])
