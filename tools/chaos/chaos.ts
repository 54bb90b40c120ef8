import { runParts } from '../load/run-parts.ts'

// `npm run chaos` runs all parts one after another; `npm run chaos -- neighbours` runs one of them.

await runParts('tools/chaos', ['kills', 'neighbours', 'overload'])
