import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { orderHerinneringen } from './order-herinneringen.ts'

/** Queues the reminders that are due at the given time. */
const [now = ''] = process.argv.slice(2)
const ctx = createPublieksportaalContext(publieksportaalEnv(), { clock: () => new Date(now) })
await orderHerinneringen(ctx)
await ctx.close()
