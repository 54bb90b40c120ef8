import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { storeBestand } from './store-bestand.ts'

// Puts what comes on its standard input ready for the zaak and the aanvulling of the burger that its arguments name.

const [burgerId, zaakId, aanvulling] = process.argv.slice(2) as [string, string, string]
const ctx = createPublieksportaalContext(publieksportaalEnv())
await storeBestand(ctx, { burgerId, zaakId, aanvulling }, { naam: 'tekening', bytes: process.stdin })
// Lives on until it is killed, or until the test is gone: one that has ended cannot be killed.
process.once('disconnect', () => process.exit())
