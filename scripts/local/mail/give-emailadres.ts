import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { DEMO_BURGER } from '#lib/demo/demo-zaak.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { addAdres } from '#lib/publieksportaal/mail/test-mail.ts'

/** Gives the citizen of the demo an address that is confirmed already, so that the first change is mailed; once. */
export async function giveEmailadres({ variables }: { variables: Record<string, string> }): Promise<void> {
  const portal = createPublieksportaalContext(readPublieksportaalEnv(variables))
  try {
    const { id, bsn } = DEMO_BURGERS.find((burger) => burger.id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
    const { id: burgerId } = await findOrCreateBurger(portal, bsn)
    if (await portal.db.emailadres.findUnique({ where: { burgerId } })) return
    await addAdres(portal, { burgerId, adres: `${id}@voorbeeld.example` })
  } finally {
    await portal.close()
  }
}
