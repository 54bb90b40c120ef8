import { createZaaksysteemContext } from '../context.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { storeBestand } from './store-bestand.ts'

// Stores its standard input as a bestand of the zaak in its argument.

// biome-ignore lint/style/noProcessEnv: a process of its own
const ctx = createZaaksysteemContext(readZaaksysteemEnv(process.env))
await storeBestand(ctx, { zaakId: process.argv[2] as string, naam: 'tekening', bytes: process.stdin })
// Lives until the test kills it or ends, because an ended process cannot be killed.
process.once('disconnect', () => process.exit())
