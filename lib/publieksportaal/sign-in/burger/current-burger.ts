import { cache } from 'react'
import { publieksportaal } from '../../context.ts'
import { findBurgerOfSessie } from './find-burger-of-sessie.ts'
import { sessionToken } from './session-token.ts'

/**
 * Who sent the request that is being answered, checked in the database. Does not extend the sessie: right for the
 * live stream, which a browser opens by itself.
 */
export const currentBurger = cache(async () => findBurgerOfSessie(publieksportaal(), await sessionToken()))
