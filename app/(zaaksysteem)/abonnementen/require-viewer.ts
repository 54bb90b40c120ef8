import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import type { TracedActor } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { findAbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { findBezorgingDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorging-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { BEHEERDER, type Viewer } from './viewer.ts'

type Rol = Viewer['rol']

/** Returns the person signed in with this role; for anybody else the sign-in of that side answers. */
async function requireViewer(rol: Rol): Promise<{ viewer: Viewer; actor: TracedActor }> {
  if (rol === 'beheerder') return { viewer: BEHEERDER, actor: await deskActor(await requireBeheerder()) }
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  return { viewer: { rol, client, taal: await currentTaal() }, actor }
}

/** Loads an abonnement that the viewer may see, once for title and page; answers 404 for any other. */
export const loadAbonnement = cache(async (rol: Rol, id: string) => {
  const { viewer } = await requireViewer(rol)
  return { viewer, abonnement: (await findAbonnementDetail(zaaksysteem(), id, viewer.client)) ?? notFound() }
})

/** Loads a bezorging that the viewer may see, once for title and page; answers 404 for any other. */
export const loadBezorging = cache(async (rol: Rol, id: string) => {
  const { viewer } = await requireViewer(rol)
  return { viewer, bezorging: (await findBezorgingDetail(zaaksysteem(), id, viewer.client)) ?? notFound() }
})

const rolForm = z.object({ rol: z.enum(['beheerder', 'client']).default('beheerder') })

/**
 * Begins an action of a page that both roles have: its form names the role, which must be signed in.
 *
 * @returns `by`: the input of a use case, which acts on the client's own abonnementen alone
 */
export async function readViewer(
  formData: FormData,
): Promise<{ viewer: Viewer; by: { client: string | undefined; actor: TracedActor } }> {
  const { viewer, actor } = await requireViewer(readHidden(rolForm, formData).rol)
  return { viewer, by: { client: viewer.client, actor } }
}
