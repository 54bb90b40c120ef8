import { createZaaksysteemContext } from '../context.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { storeBestand } from './store-bestand.ts'

// Stores what comes on its standard input as a bestand of the zaak that its argument names, and says what came of it.

// biome-ignore lint/style/noProcessEnv: a process of its own
const ctx = createZaaksysteemContext(readZaaksysteemEnv(process.env))
const outcome = await storeBestand(ctx, { zaakId: process.argv[2] as string, naam: 'tekening', bytes: process.stdin })
process.stdout.write(JSON.stringify(outcome))
await ctx.close()
