import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { storeBestand } from './store-bestand.ts'

// Stores its standard input for the burger, zaak and aanvulling in its arguments.

const [burgerId, zaakId, aanvulling] = process.argv.slice(2) as [string, string, string]
const ctx = createPublieksportaalContext(publieksportaalEnv())
await storeBestand(ctx, { burgerId, zaakId, aanvulling }, { naam: 'tekening', bytes: process.stdin })
// Stays alive until it is killed, or until the test ends: a process that has ended cannot be killed.
process.once('disconnect', () => process.exit())
