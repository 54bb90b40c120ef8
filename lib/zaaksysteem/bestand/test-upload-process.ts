import { createZaaksysteemContext } from '../context.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { storeBestand } from './store-bestand.ts'

// Stores what comes on its standard input as a bestand of the zaak that its argument names.

// biome-ignore lint/style/noProcessEnv: a process of its own
const ctx = createZaaksysteemContext(readZaaksysteemEnv(process.env))
await storeBestand(ctx, { zaakId: process.argv[2] as string, naam: 'tekening', bytes: process.stdin })
// Lives on until it is killed, or until the test is gone: one that has ended cannot be killed.
process.once('disconnect', () => process.exit())
