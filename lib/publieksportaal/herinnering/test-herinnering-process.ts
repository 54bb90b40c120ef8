import { createPublieksportaalContext } from '../context.ts'
import { publieksportaalEnv } from '../env.ts'
import { orderHerinneringen } from './order-herinneringen.ts'

/** Orders what is to be reminded of at the moment that it is given. */
const [now = ''] = process.argv.slice(2)
const ctx = createPublieksportaalContext(publieksportaalEnv(), { clock: () => new Date(now) })
await orderHerinneringen(ctx)
await ctx.close()
